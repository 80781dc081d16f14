import { type DefinitionMistake, mistakesOf } from './check-definition.ts'
import type { FormDefinition } from './definition.ts'

export type ReadDefinition =
  | { readonly ok: true; readonly definition: FormDefinition }
  | { readonly ok: false; readonly mistakes: readonly DefinitionMistake[] }

const SHAPE = {
  vi: 'cần có id, procedure, title, source và các trang có câu hỏi',
  en: 'needs id, procedure, title, source and pages with questions',
}

/** A form that is not finished yet, as its editor sees it; nothing for a text that is no form at all. */
export function readShape(json: string): FormDefinition | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isShaped(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Reads a form from JSON that somebody wrote or brought along: the form, or every mistake with its place. */
export function readDefinition(json: string): ReadDefinition {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    const where = error instanceof Error ? error.message : ''
    return {
      ok: false,
      mistakes: [
        { at: 'JSON', what: { vi: `không đọc được (${where})`, en: `it cannot be read (${where})` } },
      ],
    }
  }
  if (!isShaped(value))
    return {
      ok: false,
      mistakes: [{ at: 'form', what: SHAPE }],
    }
  const mistakes = mistakesOf(value)
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, definition: value }
}

/** Enough of a form for its mistakes to be looked for. */
function isShaped(value: unknown): value is FormDefinition {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['procedure'] !== 'string')
    return false
  if (typeof value['source'] !== 'string' || !isText(value['title']) || !Array.isArray(value['pages']))
    return false
  return value['pages'].every(
    (page) =>
      isObject(page) && typeof page['id'] === 'string' && isText(page['title']) && areFields(page['fields']),
  )
}

function areFields(fields: unknown): boolean {
  return (
    Array.isArray(fields) &&
    fields.every(
      (field) =>
        isObject(field) &&
        typeof field['id'] === 'string' &&
        typeof field['type'] === 'string' &&
        isText(field['label']) &&
        (field['options'] === undefined || Array.isArray(field['options'])) &&
        (field['fields'] === undefined || areFields(field['fields'])),
    )
  )
}

function isText(value: unknown): boolean {
  return isObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
