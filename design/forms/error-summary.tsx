import { useText } from '../language.tsx'
import type { FieldError } from './field.tsx'

type Props = {
  readonly errors: readonly FieldError[]
  readonly title?: string | undefined
  /** `false` where the summary is only being shown, as on the specimen page. */
  readonly takesFocus?: boolean | undefined
}

/** Tóm tắt lỗi at the top of a form, even for one error. Focus moves to it; each line leads to its field. */
export function ErrorSummary({ errors, title, takesFocus = true }: Props) {
  const text = useText()
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-errors={takesFocus ? 'focus' : 'still'} tabIndex={-1}>
      <div role={takesFocus ? 'alert' : undefined}>
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
