import { asCivilDate, type CivilDate, civilDateOf } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { readPersonalId } from '#kernel/personal-id'
import { tidy } from '#kernel/vietnamese'
import { type Answer, type Field, textOf } from './definition.ts'
import type { ProblemCode } from './problem.ts'

/** An answer in its one spelling, or what is wrong with it. */
export type Reading = { readonly answer: Answer } | { readonly problem: ProblemCode }

const LONGEST = { text: 200, long_text: 4_000, name: 300, email: 254 } as const
const EARLIEST_YEAR = 1880
const MOST_DONG = 1_000_000_000_000_000

/** Reads one plain answer, as a program sends it or as a person types it: spaces, dashes and pasted signs are forgiven. */
export function readValue(field: Field, given: unknown, today: CivilDate): Reading {
  switch (field.type) {
    case 'text':
    case 'long_text':
      return text(given, field.maxLength ?? LONGEST[field.type], field.type === 'long_text')
    case 'name':
      return name(given, field.maxLength ?? LONGEST.name)
    case 'personal_id':
      return personalId(given)
    case 'tax_code':
      return taxCode(given)
    case 'date':
      return date(field, given, today)
    case 'partial_date':
      return partialDate(field, given, today)
    case 'phone':
      return phone(given)
    case 'email':
      return email(given)
    case 'money':
    case 'number':
      return number(field, given)
    case 'choice':
      return isOption(field, given) ? { answer: given } : { problem: 'not_an_option' }
    case 'choices':
      return choices(field, given)
    case 'yes_no':
      return typeof given === 'boolean' ? { answer: given } : { problem: 'not_an_option' }
    case 'files':
      return files(field, given)
    case 'declaration':
      return given === true ? { answer: true } : { problem: 'not_declared' }
    default:
      return { problem: 'unknown_field' }
  }
}

function text(given: unknown, most: number, keepsLines: boolean): Reading {
  if (typeof given !== 'string' || !given.isWellFormed()) return { problem: 'not_text' }
  const answer = keepsLines
    ? given
        .split(/\r\n|\r|\n/)
        .map(tidy)
        .join('\n')
        .trim()
    : tidy(given)
  return Array.from(answer).length > most ? { problem: 'too_long' } : { answer }
}

function name(given: unknown, most: number): Reading {
  const read = text(given, most, false)
  if ('problem' in read) return read
  return /^\p{L}[\p{L}\p{M}'’.\-\s]*$/u.test(textOf(read.answer)) ? read : { problem: 'not_a_name' }
}

function personalId(given: unknown): Reading {
  if (typeof given !== 'string') return { problem: 'not_a_personal_id' }
  const reading = readPersonalId(given)
  return reading.kind === 'personal_id' ? { answer: reading.id } : { problem: 'not_a_personal_id' }
}

function taxCode(given: unknown): Reading {
  if (typeof given !== 'string') return { problem: 'not_a_tax_code' }
  const digits = tidy(given).replace(/[\s.\-\u2010-\u2015]/g, '')
  if (!/^(\d{10}|\d{13})$/.test(digits)) return { problem: 'not_a_tax_code' }
  return { answer: digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits }
}

function date(field: Field, given: unknown, today: CivilDate): Reading {
  const day = typeof given === 'string' ? parseCivilDate(given) : undefined
  if (!day) return { problem: 'not_a_date' }
  return inPeriod(field, day, today)
}

function inPeriod({ period }: Field, day: CivilDate, today: CivilDate): Reading {
  if (period === 'past' && day > today) return { problem: 'in_the_future' }
  if (period === 'future' && day < today) return { problem: 'in_the_past' }
  return Number(day.slice(0, 4)) < EARLIEST_YEAR ? { problem: 'too_long_ago' } : { answer: day }
}

/** `1954`, `1954-03` or a whole date: old papers often know no more. */
function partialDate(field: Field, given: unknown, today: CivilDate): Reading {
  if (typeof given !== 'string') return { problem: 'not_a_date' }
  const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(given.trim())
  if (!parts) return date(field, given, today)
  const [year, month = '1', day = '1'] = parts.slice(1)
  const earliest = civilDateOf(Number(year), Number(month), Number(day))
  if (!earliest) return { problem: 'not_a_date' }
  const read = inPeriod(field, earliest, today)
  if ('problem' in read) return read
  return { answer: earliest.slice(0, parts[3] ? 10 : parts[2] ? 7 : 4) }
}

function phone(given: unknown): Reading {
  if (typeof given !== 'string') return { problem: 'not_a_phone' }
  const digits = tidy(given)
    .replace(/[\s.()\-\u2010-\u2015]/g, '')
    .replace(/^(\+84|0084|84(?=\d{9}$))/, '0')
  return /^0\d{9,10}$/.test(digits) ? { answer: digits } : { problem: 'not_a_phone' }
}

function email(given: unknown): Reading {
  const read = text(given, LONGEST.email, false)
  if ('problem' in read) return { problem: 'not_an_email' }
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(textOf(read.answer)) ? read : { problem: 'not_an_email' }
}

function number({ type, min = 0, max = MOST_DONG }: Field, given: unknown): Reading {
  const digits =
    typeof given === 'string'
      ? tidy(given).replace(/(?<=\d)[\s.](?=\d{3}(\D|$))|\s*(₫|đ|đồng)$/giu, '')
      : given
  const value =
    typeof digits === 'string' && /^-?\d+(,\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : digits
  if (typeof value !== 'number' || !Number.isFinite(value)) return { problem: 'not_a_number' }
  if (type === 'money' && !Number.isSafeInteger(value)) return { problem: 'not_a_number' }
  if (value < min) return { problem: 'too_small' }
  return value > max ? { problem: 'too_large' } : { answer: value }
}

function isOption({ options = [] }: Field, given: unknown): given is string {
  return options.some(({ value }) => value === given)
}

function choices(field: Field, given: unknown): Reading {
  if (!Array.isArray(given) || !given.every((one) => isOption(field, one)))
    return { problem: 'not_an_option' }
  // In the order of the form, each once: the same choice is the same answer.
  return { answer: (field.options ?? []).map(({ value }) => value).filter((value) => given.includes(value)) }
}

const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function files({ max = 10 }: Field, given: unknown): Reading {
  const ids: readonly unknown[] = Array.isArray(given) ? given : []
  if (!Array.isArray(given) || !ids.every((id) => typeof id === 'string' && FILE_ID.test(id))) {
    return { problem: 'not_an_option' }
  }
  return ids.length > max ? { problem: 'too_many' } : { answer: [...new Set(ids as string[])] }
}

/** Whether a text is a whole civil date. */
export function wholeDay(text: string): CivilDate | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? asCivilDate(text) : undefined
}
