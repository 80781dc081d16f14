import type { FieldError } from '#design'
import { Refusal } from '#kernel/refusal'
import type { Lang } from '#platform/lang'
import { refusals } from '../refusals.ts'

/**
 * A refusal that is about one field of a form, to be shown beside it. `fields` says which refusal is about which field.
 * @throws whatever else went wrong
 */
export function fieldRefusal(
  error: unknown,
  fields: Readonly<Record<string, string>>,
  lang: Lang,
): readonly FieldError[] {
  const field = error instanceof Refusal ? fields[error.code] : undefined
  const said = error instanceof Refusal ? refusals[error.code] : undefined
  if (!field || !said) throw error
  return [{ field, text: said[lang] }]
}
