import type { FieldError } from '#design'
import { civilDate, momentAt } from '#kernel/civil-date'
import {
  formatDate,
  formatTime,
  parseCivilDate,
  parseTimeOfDay,
  parseTypedMoment,
} from '#kernel/civil-date-text'
import type { Pause } from '#kernel/working-time-pauses'
import type { Lang } from '#platform/lang'
import type { DueQuestion } from '../../due-count.ts'
import { isCountable, LIMIT_UNITS, limitWithin, MOST_OF_UNIT, policyById } from '../../due-limits.ts'
import { type Text, words } from './text.ts'

/** Names of the fields, as they stand in the address. */
export const PAUSE_FIELDS = [
  ['dung-tu', 'dung-den'],
  ['dung-tu-2', 'dung-den-2'],
] as const
export const FIELDS = [
  'ngay',
  'gio',
  'thoi-han',
  'don-vi',
  'co-quan',
  'cach-tinh',
  ...PAUSE_FIELDS[0],
  ...PAUSE_FIELDS[1],
] as const

export type FieldName = (typeof FIELDS)[number]
/** What was typed, kept as it was. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>

/** An empty form: today, now, five working days. */
export function freshForm(now: Date): Typed {
  return { ngay: formatDate(civilDate(now)), gio: formatTime(now), 'thoi-han': '5', 'don-vi': 'working_day' }
}

export type Reading =
  | { readonly question: DueQuestion; readonly errors: readonly [] }
  | { readonly question?: undefined; readonly errors: readonly FieldError[] }

/** Reads a filled form, with every field that makes no sense named. */
export function readTyped(typed: Typed, lang: Lang): Reading {
  const text = words[lang]
  const errors: FieldError[] = []
  const start = startOf(typed, text, errors)
  const unit = LIMIT_UNITS.find((known) => known === (typed['don-vi'] || 'working_day'))
  if (!unit) errors.push({ field: 'don-vi', text: text.errors.unit })
  const limit = unit && limitWithin(numberOf(typed['thoi-han']), unit)
  if (unit && !limit) {
    errors.push({ field: 'thoi-han', text: text.errors.limit(MOST_OF_UNIT[unit].toLocaleString(lang)) })
  }
  const policy = policyById(typed['cach-tinh'])
  if (!policy) errors.push({ field: 'cach-tinh', text: text.errors.policy })
  const pauses = PAUSE_FIELDS.flatMap((_, at) => pauseOf(typed, at, { text, errors }) ?? [])

  if (errors.length > 0 || !start || !limit || !policy) return { errors }
  const agency = typed['co-quan']?.trim()
  return { question: { start, limit, policy, pauses, ...(agency && { agency }) }, errors: [] }
}

function startOf(typed: Typed, text: Text, errors: FieldError[]): Date | undefined {
  const date = parseCivilDate(typed.ngay ?? '')
  const isDay = date !== undefined && isCountable(momentAt(date))
  if (!isDay) errors.push({ field: 'ngay', text: text.errors.ngay })
  const minutes = parseTimeOfDay(typed.gio ?? '')
  if (minutes === undefined) errors.push({ field: 'gio', text: text.errors.gio })
  return isDay && minutes !== undefined ? momentAt(date, minutes) : undefined
}

/** `1,5` and `1.5`. Anything else is no number. */
function numberOf(typed = ''): number {
  return /^\d{1,5}([.,]\d{1,3})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN
}

type Telling = { readonly text: Text; readonly errors: FieldError[] }

function pauseOf(typed: Typed, at: number, { text, errors }: Telling): Pause | undefined {
  const [fromField, untilField] = PAUSE_FIELDS[at] ?? PAUSE_FIELDS[0]
  if (!typed[fromField]?.trim() && !typed[untilField]?.trim()) return undefined
  const read = (field: FieldName, label: string) => {
    const moment = parseTypedMoment(typed[field] ?? '')
    if (moment && isCountable(moment)) return moment
    errors.push({ field, text: text.errors.pause(label) })
    return undefined
  }
  const from = read(fromField, text.pauseFrom(at + 1))
  const until = read(untilField, text.pauseUntil(at + 1))
  if (!from || !until) return undefined
  if (until >= from) return { from, until }
  errors.push({ field: untilField, text: text.errors.pauseOrder(text.pauseUntil(at + 1)) })
  return undefined
}
