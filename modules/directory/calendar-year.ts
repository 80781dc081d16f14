import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Db } from '#platform/db'
import { loadWorkCalendar } from './calendar.ts'
import type { CalendarDay } from './calendar-day.ts'
import { calendarDays, calendarRange } from './queries/calendar.ts'

export type CalendarYear = {
  readonly year: number
  readonly days: readonly CalendarDay[]
  /** By the national office hours, as they are on the year's first day. */
  readonly calendar: WorkCalendar
  /** The first and the last day of the years for which days off are recorded. */
  readonly knownFrom?: CivilDate
  readonly knownUntil?: CivilDate
}

/** Lịch nghỉ của một năm (1 to 9999): days off and make-up days in force, by day. */
export async function loadYear(db: Db, year: number): Promise<CalendarYear> {
  const name = String(year).padStart(4, '0')
  const [first, last] = [asCivilDate(`${name}-01-01`), asCivilDate(`${name}-12-31`)]
  const [days, calendar, range] = await Promise.all([
    calendarDays(db, first, last),
    loadWorkCalendar(db, { on: first }),
    calendarRange(db),
  ])
  return {
    year,
    days,
    calendar,
    ...(range.first && { knownFrom: range.first }),
    ...(range.last && { knownUntil: endOfYear(range.last) }),
  }
}

export function endOfYear(day: CivilDate): CivilDate {
  return asCivilDate(`${day.slice(0, 4)}-12-31`)
}
