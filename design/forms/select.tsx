import { useText } from '../language.tsx'
import { describedBy, errorOf, type FieldProps, FieldWords, formGroupClass } from './field.tsx'

export type SelectOption = { readonly value: string; readonly text: string; readonly isDisabled?: boolean }

type Props = FieldProps & {
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
  /** The first, empty choice. `false` when one of the options is always right. */
  readonly emptyText?: string | false | undefined
}

/** One of many. Up to about seven, `Radios` are easier to use. */
export function Select({ options, value, emptyText, ...field }: Props) {
  const text = useText()
  const { name, errors, isDisabled } = field
  const error = errorOf(errors, name)
  return (
    <div class={formGroupClass(error)}>
      <FieldWords {...field} error={error} />
      <select
        class={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={name}
        name={name}
        disabled={isDisabled}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field, error)}
      >
        {emptyText !== false && <option value="">{emptyText ?? text.choose}</option>}
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === value}
            disabled={option.isDisabled}
          >
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
