/** Civil date in Asia/Ho_Chi_Minh, `YYYY-MM-DD` (ngày theo lịch). */
export type CivilDate = string & { readonly __unit: 'civil-date' }

/** The one zone of the portal. Browsers and databases are told this name; the arithmetic below needs only the offset. */
export const ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Vietnam has kept UTC+7 without summer time since 13/6/1975, so moments are shifted by a constant instead of asking
 * the zone database. A moment before that day may be an hour off; such days are written as civil dates, never as moments.
 */
const OFFSET_MS = 7 * 3_600_000
const MINUTE_MS = 60_000

export const DAY_MS = 86_400_000

/** The day on the wall calendar in Vietnam at a moment (ngày). */
export function civilDate(at: Date): CivilDate {
  return dateOfDayNumber(dayNumberAt(at))
}

/** Reads `YYYY-MM-DD` from where it can be trusted: a column, a seed file, a constant. @throws RangeError */
export function asCivilDate(text: string): CivilDate {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const date = match && civilDateOf(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!date) throw new RangeError(`Not a civil date: ${text}`)
  return date
}

/** The date of a year (1 to 9999), month (1 to 12) and day, or `undefined` when the calendar has no such day. */
export function civilDateOf(year: number, month: number, day: number): CivilDate | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) return undefined
  if (!(day >= 1 && day <= daysInMonth(year, month))) return undefined
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as CivilDate
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whole days since 1/1/1970, for arithmetic. */
export function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** @throws RangeError when the day lies outside the years that a civil date can name */
export function dateOfDayNumber(day: number): CivilDate {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (!/^\d{4}-/.test(date) || date < '0001') {
    throw new RangeError(`Day ${day} lies outside the years 1 to 9999`)
  }
  return date as CivilDate
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(date: CivilDate): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/**
 * The corresponding day `months` later, or the last day of that month when it has no such day.
 * Bộ luật Dân sự 2015, Điều 148 khoản 3.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const [thenYear, thenMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const then = civilDateOf(thenYear, thenMonth, Math.min(day, daysInMonth(thenYear, thenMonth)))
  if (!then) throw new RangeError(`${months} months from ${date} lie outside the years 1 to 9999`)
  return then
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Thứ, as ISO 8601 numbers it: 1 is Monday (thứ Hai), 7 is Sunday (Chủ nhật). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export function weekday(date: CivilDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date))
}

export function weekdayOfDayNumber(day: number): Weekday {
  // 1/1/1970 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function dayNumberAt(at: Date): number {
  return Math.floor((at.getTime() + OFFSET_MS) / DAY_MS)
}

/** Milliseconds since midnight in Vietnam. */
export function timeOfDayMs(at: Date): number {
  const local = at.getTime() + OFFSET_MS
  return local - Math.floor(local / DAY_MS) * DAY_MS
}

/** The moment at so many milliseconds after midnight of a day. */
export function momentOfDayNumber(day: number, timeMs: number): Date {
  return new Date(day * DAY_MS + timeMs - OFFSET_MS)
}

/** The moment when the clock of a day shows `minutes` after midnight; midnight itself without it. */
export function momentAt(date: CivilDate, minutes = 0): Date {
  return momentOfDayNumber(dayNumber(date), minutes * MINUTE_MS)
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}
