import { type CivilDate, civilDate, civilDateOf, momentAt, timeOfDayMs } from './civil-date.ts'

const MINUTE_MS = 60_000

const DAY_FIRST = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/
const IN_WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/iu

/**
 * A date as people type it: `22/11/2026`, `22-11-2026`, `22.11.2026`, `2026-11-22`, `ngày 22 tháng 11 năm 2026`, with or
 * without leading zeros and spaces. The day always comes before the month. `undefined` when it is no such date.
 */
export function parseCivilDate(typed: string): CivilDate | undefined {
  const text = typed.normalize('NFC').trim()
  const dayFirst = DAY_FIRST.exec(text) ?? IN_WORDS.exec(text)
  if (dayFirst) return civilDateOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]))

  const yearFirst = YEAR_FIRST.exec(text)
  return yearFirst ? civilDateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])) : undefined
}

const TIME = /^(\d{1,2})(?:\s*(?::|h|g|giờ)\s*(\d{1,2})?\s*(?:'|p|ph|phút)?)?$/iu

/**
 * A time of day as people type it, in minutes after midnight: `14:30`, `14h30`, `14 giờ 30 phút`, `9h`, `9`.
 * `24:00` ends a day and is no moment in it, so it is refused.
 */
export function parseTimeOfDay(typed: string): number | undefined {
  const match = TIME.exec(typed.normalize('NFC').trim())
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

const ISO_MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:?\d\d)?$/i

/** A moment of ISO 8601 (`2026-11-22T14:30`, with seconds and offset if wanted). Without an offset it is Vietnam's time. */
export function parseMoment(typed: string): Date | undefined {
  const match = ISO_MOMENT.exec(typed.trim())
  const date = match?.[1] ? parseCivilDate(match[1]) : undefined
  const minutes = match ? parseTimeOfDay(`${match[2]}:${match[3]}`) : undefined
  const seconds = Number(match?.[4] ?? 0)
  if (!match || !date || minutes === undefined || seconds > 59) return undefined

  const local = momentAt(date, minutes).getTime() + seconds * 1_000 + Number((match[5] ?? '').padEnd(3, '0'))
  const awayMs = match[6] ? offsetMs(match[6]) : 0
  return awayMs === undefined ? undefined : new Date(local - awayMs)
}

/**
 * A moment as people type it, in Vietnam's time: `22/11/2026 14:30`, `14h30 22-11-2026`, `14:30, ngày 22 tháng 11 năm 2026`.
 * A moment of ISO 8601 is read as well.
 */
export function parseTypedMoment(typed: string): Date | undefined {
  const text = typed.normalize('NFC').trim()
  const words = text.split(/[\s,]+/u)
  // The time is what comes before or after the date, in one to four words ("14 giờ 30 phút").
  for (let count = 1; count < words.length; count += 1) {
    const [first, rest] = [words.slice(0, count).join(' '), words.slice(count).join(' ')]
    const moment = momentOf(first, rest) ?? momentOf(rest, first)
    if (moment) return moment
  }
  return parseMoment(text)
}

function momentOf(dateText: string, timeText: string): Date | undefined {
  const date = parseCivilDate(dateText)
  const minutes = date && parseTimeOfDay(timeText)
  return date && minutes !== undefined ? momentAt(date, minutes) : undefined
}

/** How far a written offset is ahead of Vietnam's. */
function offsetMs(offset: string): number | undefined {
  const [hours, minutes] = /^z$/i.test(offset)
    ? [0, 0]
    : [Number(offset.slice(1, 3)), Number(offset.slice(-2))]
  if (hours > 14 || minutes > 59) return undefined
  const sign = offset.startsWith('-') ? -1 : 1
  return (sign * (hours * 60 + minutes) - 7 * 60) * MINUTE_MS
}

/** `2026-11-22` → `22/11/2026`, as dates are shown. */
export function formatDate(date: CivilDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** The time of day of a moment, `14:30`. */
export function formatTime(at: Date): string {
  return formatMinutes(Math.floor(timeOfDayMs(at) / MINUTE_MS))
}

/** `14:30 22/11/2026`: time and day of a moment. */
export function formatMoment(at: Date): string {
  return `${formatTime(at)} ${formatDate(civilDate(at))}`
}

/** Minutes after midnight → `14:30`. */
export function formatMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** `2026-11-22T14:30:00+07:00`: a moment for machines, in Vietnam's time. Milliseconds appear only when there are some. */
export function isoMoment(at: Date): string {
  const timeMs = timeOfDayMs(at)
  const time = new Date(timeMs).toISOString().slice(11, timeMs % 1_000 === 0 ? 19 : 23)
  return `${civilDate(at)}T${time}+07:00`
}
