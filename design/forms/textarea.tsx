import { describedBy, errorOf, type FieldProps, FieldWords, formGroupClass } from './field.tsx'

type Props = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
}

export function Textarea({ value, rows = 5, maxLength, ...field }: Props) {
  const { name, errors, isDisabled } = field
  const error = errorOf(errors, name)
  return (
    <div class={formGroupClass(error)}>
      <FieldWords {...field} error={error} />
      <textarea
        class={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        disabled={isDisabled}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field, error)}
      >
        {value}
      </textarea>
    </div>
  )
}
