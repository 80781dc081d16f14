import { DateInput } from '../forms/date-input.tsx'
import { ErrorSummary } from '../forms/error-summary.tsx'
import { TextInput } from '../forms/text-input.tsx'
import { Textarea } from '../forms/textarea.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

export function FieldsPart({ text }: PartProps) {
  const words = text.fields
  const errors = [
    { field: 'name-wrong', text: words.nameError },
    { field: 'reason-wrong', text: words.reasonError },
    { field: 'birthday-wrong', text: words.birthdayError },
  ]
  return (
    <>
      <Sample name={words.summary}>
        <ErrorSummary errors={errors} takesFocus={false} />
      </Sample>
      <Sample name={text.states.default}>
        <TextInput name="name" label={words.name} hint={words.nameHint} autocomplete="name" />
        <TextInput
          name="copies"
          label={words.fee}
          width={3}
          inputMode="numeric"
          suffix={words.copies}
          value="2"
        />
        <Textarea name="reason" label={words.reason} />
        <DateInput name="birthday" label={words.birthday} value={{ day: '22', month: '11', year: '2026' }} />
      </Sample>
      <Sample name={text.states.optional}>
        <TextInput name="phone" label={words.phone} type="tel" width={20} isOptional />
      </Sample>
      <Sample name={text.states.error}>
        <TextInput
          name="name-wrong"
          label={words.name}
          hint={words.nameHint}
          errors={errors}
          value="Nguyễn"
        />
        <Textarea name="reason-wrong" label={words.reason} errors={errors} rows={3} />
        <DateInput
          name="birthday-wrong"
          label={words.birthday}
          errors={errors}
          wrongParts={['year']}
          value={{ day: '31', month: '12', year: '26' }}
        />
      </Sample>
      <Sample name={text.states.disabled}>
        <TextInput name="name-off" label={words.name} value="Nguyễn Thị Hạnh" isDisabled />
      </Sample>
      <Sample name={text.states.long}>
        <TextInput name="long" label={words.longLabel} hint={words.longLabel} value={words.longValue} />
      </Sample>
    </>
  )
}
