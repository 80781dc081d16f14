import { WEEKDAYS, type Weekday } from './civil-date.ts'
import { formatMinutes } from './civil-date-text.ts'

/** Một buổi làm việc: minutes after midnight, `toMinute` up to 1440. */
export type WorkSpan = { readonly fromMinute: number; readonly toMinute: number }

/** Giờ làm việc of one day, spans in order. None means that nobody works. */
export type DayHours = readonly WorkSpan[]

/** Giờ làm việc of a week, by weekday. */
export type WeekHours = Readonly<Record<Weekday, DayHours>>

const SPAN = /^(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)$/

/**
 * Reads one day's office hours, such as `07:30-11:30,13:30-17:00`; empty for a day off.
 * @throws RangeError when a span is malformed, ends before it begins, or begins before the one before it has ended
 */
export function parseDayHours(text: string): DayHours {
  if (text.trim() === '') return []

  let lastMinute = 0
  return text.split(',').map((part) => {
    const span = parseSpan(part.trim())
    if (!span || span.fromMinute < lastMinute || span.toMinute <= span.fromMinute) {
      throw new RangeError(`Not office hours: ${text}`)
    }
    lastMinute = span.toMinute
    return span
  })
}

function parseSpan(text: string): WorkSpan | undefined {
  const match = SPAN.exec(text)
  if (!match) return undefined
  const [fromHour, from, toHour, to] = match.slice(1).map(Number) as [number, number, number, number]
  const span = { fromMinute: fromHour * 60 + from, toMinute: toHour * 60 + to }
  return from < 60 && to < 60 && span.toMinute <= 1_440 ? span : undefined
}

/** The inverse of `parseDayHours`. */
export function formatDayHours(hours: DayHours): string {
  return hours.map((span) => `${formatMinutes(span.fromMinute)}-${formatMinutes(span.toMinute)}`).join(',')
}

/** A week from one string per weekday. A weekday without a string is a day off. @throws RangeError */
export function weekHours(texts: Readonly<Partial<Record<Weekday, string>>>): WeekHours {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, parseDayHours(texts[day] ?? '')])) as WeekHours
}

/** The working minutes of a day. */
export function minutesOf(hours: DayHours): number {
  return hours.reduce((total, span) => total + span.toMinute - span.fromMinute, 0)
}
