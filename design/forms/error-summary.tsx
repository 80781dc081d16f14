import { useText } from '../language.tsx'
import type { FieldError } from './field.tsx'

/** Tóm tắt lỗi at the top of a form, even for one error. Focus moves to it; each line leads to its field. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const text = useText()
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? text.errorTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={`${error.field} ${error.text}`}>
                <a href={`#${error.field}`}>{error.text}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
