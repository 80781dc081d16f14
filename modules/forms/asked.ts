import type { CivilDate } from '#kernel/civil-date'
import { holds, type Scope } from './condition.ts'
import { type Answers, type Field, isAnswers, type Page } from './definition.ts'

type Given = { readonly answers: Answers; readonly typed: Answers; readonly today: CivilDate }

/** Whether a question hangs on another one of the same page, so that it may come and go while somebody types. */
export function hangsOnPage({ when }: Field, page: Page): boolean {
  if (!when) return false
  const text = JSON.stringify(when)
  return page.fields.some(({ id }) => text.includes(`"field":"${id}"`)) || text.includes('"field":"./')
}

/** Where the conditions of a page look: its own typed answers first, so that a page may ask on within itself. */
export function scopeOnPage(page: Page, { answers, typed, today }: Given, beside: Answers): Scope {
  const onPage = Object.fromEntries(page.fields.map(({ id }) => [id, typed[id]]))
  return { root: { ...answers, ...onPage }, beside, today }
}

/** The names of the questions that this page need not show now, of those that hang on others of it. */
export function unaskedOnPage(page: Page, given: Given): readonly string[] {
  return unasked(page.fields, { page, given, beside: given.typed, above: '' })
}

type Inside = { readonly page: Page; readonly given: Given; readonly beside: Answers; readonly above: string }

function unasked(fields: readonly Field[], inside: Inside): readonly string[] {
  const { page, given, beside, above } = inside
  const scope = scopeOnPage(page, given, beside)
  return fields.flatMap((field) => {
    const name = `${above}${field.id}`
    if (field.when && hangsOnPage(field, page) && !holds(field.when, scope)) return [name]
    const value = beside[field.id]
    if (field.type === 'block')
      return unasked(field.fields ?? [], {
        ...inside,
        beside: isAnswers(value) ? value : {},
        above: `${name}.`,
      })
    if (field.type !== 'group') return []
    return (Array.isArray(value) ? value : []).flatMap((item, at) =>
      unasked(field.fields ?? [], {
        ...inside,
        beside: isAnswers(item) ? item : {},
        above: `${name}[${at}].`,
      }),
    )
  })
}
