import { describedBy, errorOf, type FieldProps, FieldWords, formGroupClass } from './field.tsx'

// Spelled out one by one because Preact types an input by its `type`.
const TYPES = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  url: { type: 'url' },
  /** Never sent back with a value: what was typed is typed again. */
  password: { type: 'password' },
} as const

type Props = FieldProps & {
  readonly value?: string | undefined
  readonly type?: keyof typeof TYPES | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined
  /** What the browser may fill in, such as `name`, `tel`, `street-address`. */
  readonly autocomplete?: string | undefined
  /** In characters, for values of a known length: the box says how much is meant. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly maxLength?: number | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** One line of text. Never `type="number"`: codes, phone numbers and money are text that people paste. */
export function TextInput({
  value,
  type = 'text',
  inputMode,
  autocomplete,
  width,
  maxLength,
  prefix,
  suffix,
  ...field
}: Props) {
  const { name, errors, isDisabled } = field
  const error = errorOf(errors, name)
  const input = (
    <input
      class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${error ? ' govuk-input--error' : ''}`}
      id={name}
      name={name}
      {...TYPES[type]}
      value={value}
      inputMode={inputMode}
      autocomplete={autocomplete}
      maxLength={maxLength}
      disabled={isDisabled}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={describedBy(field, error)}
    />
  )
  return (
    <div class={formGroupClass(error)}>
      <FieldWords {...field} error={error} />
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && (
            <div class="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div class="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </div>
  )
}
