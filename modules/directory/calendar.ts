import type { CivilDate } from '#kernel/civil-date'
import { type DayMark, WorkCalendar } from '#kernel/working-time-calendar'
import { weekHours } from '#kernel/working-time-hours'
import type { Db } from '#platform/db'
import { type CalendarRow, calendarRow } from './queries/calendar.ts'

/** Which calendar: of an agency, by its handle (its own hours before the national ones), as its hours are on a day. */
export type CalendarQuestion = { readonly handle?: string; readonly on: CivilDate }

const MOST_KEPT = 200
const kept = new Map<string, WorkCalendar>()

/**
 * Lịch làm việc, made ready for counting due times: days off and make-up days by the decisions recorded last, and the
 * office hours that hold on the day. What it is made of is read each time, so a new decision counts at once; the ready
 * calendar is kept by that content, which most agencies share.
 */
export async function loadWorkCalendar(db: Db, { handle, on }: CalendarQuestion): Promise<WorkCalendar> {
  const row = await calendarRow(db, { handle: handle ?? null, on })
  const version = [row.offDays, row.workDays, row.hours].join('|')
  const known = kept.get(version)
  if (known) return known

  const calendar = calendarOf(row)
  const oldest = kept.size < MOST_KEPT ? undefined : kept.keys().next().value
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(version, calendar)
  return calendar
}

function calendarOf({ offDays, workDays, hours }: CalendarRow): WorkCalendar {
  const days = new Map<CivilDate, DayMark>()
  for (const day of offDays ?? []) days.set(day, 'off')
  for (const day of workDays ?? []) days.set(day, 'work')
  const byWeekday = (hours ?? []).map((text) => [text.slice(0, 1), text.slice(2)])
  return new WorkCalendar({ officeHours: weekHours(Object.fromEntries(byWeekday)), days })
}
