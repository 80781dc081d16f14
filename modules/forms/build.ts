import type { Field, FormDefinition, Page } from './definition.ts'

/** Where something stands in a form: the page, the question on it, and the one inside a group or block. Counted from 0. */
export type Place = readonly [page: number, ...fields: number[]]

export const CHANGES = ['add', 'add_inside', 'remove', 'up', 'down'] as const
/** What is done at a place: `add` puts something new behind it, `add_inside` at its end. */
export type Change = { readonly change: (typeof CHANGES)[number]; readonly at: Place }

/** `0`, `0.3`, `0.3.1`; nothing for any other text. */
export function readPlace(text: string): Place | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){0,3}$/.test(text)) return undefined
  const [page = 0, ...fields] = text.split('.').map(Number)
  return [page, ...fields]
}

export function writePlace(place: Place): string {
  return place.join('.')
}

export function pageAt({ pages }: FormDefinition, [page]: Place): Page | undefined {
  return pages[page]
}

/** The question at a place; nothing for the place of a page. */
export function fieldAt(form: FormDefinition, [page, ...path]: Place): Field | undefined {
  let beside = form.pages[page]?.fields
  let field: Field | undefined
  for (const at of path) {
    field = beside?.[at]
    beside = field?.fields
  }
  return field
}

/** The form with another question at a place. */
export function withField(form: FormDefinition, [page, ...path]: Place, field: Field): FormDefinition {
  return onPage(form, page, (fields) => inside(fields, path, (beside, at) => beside.toSpliced(at, 1, field)))
}

/** The form with what a page says about itself; its questions stay. */
export function withPage(
  form: FormDefinition,
  [page]: Place,
  said: Omit<Page, 'fields' | 'rules'>,
): FormDefinition {
  return {
    ...form,
    pages: form.pages.map((one, at) =>
      at === page ? { ...said, fields: one.fields, ...(one.rules && { rules: one.rules }) } : one,
    ),
  }
}

/** The form after a change, and the place of what is new or was moved. A change that is not possible leaves the form as it is. */
export function changeForm(
  form: FormDefinition,
  { change, at }: Change,
): { readonly form: FormDefinition; readonly at: Place | undefined } {
  const [page, ...path] = at
  if (path.length === 0) return changePages(form, page, change)
  if (change === 'add_inside') {
    const group = fieldAt(form, at)
    if (!group) return { form, at: undefined }
    const fields = [...(group.fields ?? []), newField(form)]
    return { form: withField(form, at, { ...group, fields }), at: [...at, fields.length - 1] }
  }
  const last = path.at(-1) ?? 0
  const to = target(change, last, last + 1)
  const changed = onPage(form, page, (fields) =>
    inside(fields, path, (beside) => changeList(beside, last, change, () => newField(form))),
  )
  return { form: changed, at: to === undefined ? undefined : [page, ...path.slice(0, -1), to] }
}

function changePages(form: FormDefinition, page: number, change: Change['change']) {
  if (change === 'add_inside') {
    const fields = [...(form.pages[page]?.fields ?? []), newField(form)]
    const changed = onPage(form, page, () => fields)
    return { form: changed, at: [page, fields.length - 1] as const }
  }
  const pages = changeList(form.pages, page, change, () => newPage(form))
  const to = target(change, page, form.pages.length)
  return { form: { ...form, pages }, at: to === undefined ? undefined : ([to] as const) }
}

function target(change: Change['change'], at: number, most: number): number | undefined {
  if (change === 'remove') return undefined
  return { add: Math.min(at + 1, most), up: Math.max(0, at - 1), down: at + 1, add_inside: at }[change]
}

function changeList<Item>(
  list: readonly Item[],
  at: number,
  change: Change['change'],
  made: () => Item,
): readonly Item[] {
  const item = list[at]
  if (change === 'add') return list.toSpliced(Math.min(at + 1, list.length), 0, made())
  if (item === undefined) return list
  if (change === 'remove') return list.toSpliced(at, 1)
  const to = change === 'up' ? at - 1 : at + 1
  return to < 0 || to >= list.length ? list : list.toSpliced(at, 1).toSpliced(to, 0, item)
}

function onPage(
  form: FormDefinition,
  page: number,
  change: (fields: readonly Field[]) => readonly Field[],
): FormDefinition {
  return {
    ...form,
    pages: form.pages.map((one, at) => (at === page ? { ...one, fields: change(one.fields) } : one)),
  }
}

/** Changes the list in which the question of a path stands. */
function inside(
  fields: readonly Field[],
  [at = 0, ...deeper]: readonly number[],
  change: (beside: readonly Field[], at: number) => readonly Field[],
): readonly Field[] {
  if (deeper.length === 0) return change(fields, at)
  return fields.map((field, index) =>
    index === at ? { ...field, fields: inside(field.fields ?? [], deeper, change) } : field,
  )
}

/** Names that nothing in the form has yet. */
function newField(form: FormDefinition): Field {
  const id = freeName(JSON.stringify(form.pages), 'question')
  return { id, type: 'text', label: { vi: '', en: '' } }
}

function newPage(form: FormDefinition): Page {
  const id = freeName(JSON.stringify(form.pages), 'page')
  return { id, title: { vi: '', en: '' }, fields: [newField(form)] }
}

function freeName(taken: string, word: string): string {
  let number = 1
  while (taken.includes(`"id":"${word}${number}"`)) number += 1
  return `${word}${number}`
}
