import { partsOf } from '#kernel/civil-date'
import type { Answer, Answers, Field, Page } from './definition.ts'
import { wholeDay } from './value.ts'

/** What a browser posted: names as the page wrote them. */
export type Posted = Readonly<Record<string, string | readonly string[] | undefined>>

/** A button that adds an item to a group, or takes one away, without sending the page off. */
export type GroupChange = { readonly add: string } | { readonly remove: string; readonly index: number }

/** What somebody typed into a page, as answers that still have to be checked. Every question of the page is looked for. */
export function readPage(page: Page, posted: Posted): Answers {
  return readFields(page.fields, posted, '')
}

function readFields(fields: readonly Field[], posted: Posted, above: string): Answers {
  return Object.fromEntries(
    fields
      .map((field) => [field.id, readField(field, posted, `${above}${field.id}`)] as const)
      .filter(([, answer]) => answer !== undefined),
  )
}

function readField(field: Field, posted: Posted, name: string): Answer | undefined {
  switch (field.type) {
    case 'date':
    case 'partial_date':
      return readDate(posted, name)
    case 'yes_no':
      return { yes: true, no: false }[one(posted, name) ?? '']
    case 'declaration':
      return one(posted, name) === 'yes' ? true : undefined
    case 'choices':
    case 'files':
      return [posted[name] ?? []].flat().filter((value) => value !== '')
    case 'address':
      return { unit: one(posted, `${name}.unit`) ?? '', street: one(posted, `${name}.street`) ?? '' }
    case 'block':
      return readFields(field.fields ?? [], posted, `${name}.`)
    case 'group':
      return readGroup(field, posted, name)
    case 'computed':
      return undefined
    default:
      return one(posted, name)
  }
}

function readGroup(field: Field, posted: Posted, name: string): readonly Answers[] {
  const count = Math.min(Number(one(posted, `${name}-count`) ?? 0) || 0, field.max ?? 50)
  return Array.from({ length: count }, (_, index) =>
    readFields(field.fields ?? [], posted, `${name}[${index}].`),
  )
}

/** Three boxes, of which the first may be empty where not the whole date is known; anything else stays as it was typed. */
function readDate(posted: Posted, name: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    one(posted, `${name}-${part}`)?.trim(),
  )
  if (day === '' && month === '' && year === '') return undefined
  if (day === '' && month === '') return year
  if (day === '') return `${year}-${month.padStart(2, '0')}`
  return `${day}/${month}/${year}`
}

function one(posted: Posted, name: string): string | undefined {
  if (!Object.hasOwn(posted, name)) return undefined
  const value = posted[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** The three boxes of a date, from an answer or from what was typed. */
export function partsOfDate(answer: Answer | undefined): { day?: string; month?: string; year?: string } {
  if (typeof answer !== 'string') return {}
  const whole = wholeDay(answer)
  if (whole) {
    const { day, month, year } = partsOf(whole)
    return { day: String(day), month: String(month), year: String(year) }
  }
  const partial = /^(\d{4})(?:-(\d{1,2}))?$/.exec(answer)
  if (partial) return { year: partial[1] ?? '', month: partial[2] ? String(Number(partial[2])) : '' }
  const [day = '', month = '', year = ''] = answer.split('/')
  return { day, month, year }
}

/** Which group a pressed button changes. */
export function groupChange(posted: Posted): GroupChange | undefined {
  const add = one(posted, '_them')
  if (add) return { add }
  const remove = /^(.+)\[(\d{1,3})\]$/.exec(one(posted, '_bot') ?? '')
  return remove ? { remove: remove[1] ?? '', index: Number(remove[2]) } : undefined
}

/** The typed answers of a page with one item more or less. A group that the page does not have changes nothing. */
export function changeGroup(page: Page, typed: Answers, change: GroupChange): Answers {
  const id = 'add' in change ? change.add : change.remove
  const field = page.fields.find((one) => one.type === 'group' && one.id === id)
  const items = typed[id]
  if (!field || !Array.isArray(items)) return typed
  if ('add' in change) return items.length < (field.max ?? 50) ? { ...typed, [id]: [...items, {}] } : typed
  return { ...typed, [id]: items.filter((_, index) => index !== change.index) }
}
