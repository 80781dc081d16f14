import { DateInput, type FieldError, TextInput } from '#design'
import { typedParts } from './typed-day.ts'

type Props = {
  readonly labels: { readonly personalId: string; readonly bornOn: string }
  readonly hint?: string
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly errors: readonly FieldError[]
}

/** The two lines of a card that name a person: the number and the date of birth. Posted, never in an address. */
export function PersonFields({ labels, hint, typed, errors }: Props) {
  return (
    <>
      <TextInput
        name="so-dinh-danh"
        label={labels.personalId}
        hint={hint}
        errors={errors}
        value={typed['so-dinh-danh']}
        inputMode="numeric"
        width={20}
        autocomplete="off"
      />
      <DateInput
        name="ngay-sinh"
        label={labels.bornOn}
        errors={errors}
        value={typedParts(typed, 'ngay-sinh')}
      />
    </>
  )
}
