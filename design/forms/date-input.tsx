import { useText } from '../language.tsx'
import { errorOf, type FieldProps, Fieldset } from './field.tsx'

const PARTS = ['day', 'month', 'year'] as const
type Part = (typeof PARTS)[number]

/** A date as it was typed: kept even when it is no date. */
export type TypedDate = { readonly [part in Part]?: string | undefined }

type Props = FieldProps & {
  readonly value?: TypedDate | undefined
  /** Which boxes are wrong. Absent, all three are. */
  readonly wrongParts?: readonly Part[] | undefined
  /** `bday` lets the browser fill a birthday in. */
  readonly autocomplete?: 'bday' | undefined
}

/** Ngày tháng năm in three boxes, sent as `name-day`, `name-month`, `name-year`. A known date is typed faster than picked. */
export function DateInput({ value = {}, wrongParts = PARTS, autocomplete, isDisabled, ...field }: Props) {
  const text = useText()
  const error = errorOf(field.errors, field.name)
  return (
    <Fieldset {...field} hint={field.hint ?? text.dateHint} error={error} role="group">
      <div class="govuk-date-input" id={`${field.name}-date`}>
        {PARTS.map((part) => (
          <div key={part} class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for={idOf(field.name, part)}>
              {text[part]}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${
                error && wrongParts.includes(part) ? ' govuk-input--error' : ''
              }`}
              id={idOf(field.name, part)}
              name={`${field.name}-${part}`}
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              value={value[part]}
              disabled={isDisabled}
              autocomplete={autocomplete && `${autocomplete}-${part}`}
              aria-invalid={error && wrongParts.includes(part) ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

// The first box carries the field's name, because the error summary links to it.
function idOf(name: string, part: Part): string {
  return part === 'day' ? name : `${name}-${part}`
}
