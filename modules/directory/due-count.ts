import { type CivilDate, civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { LimitTooFarError } from '#kernel/working-time'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Count } from '#kernel/working-time-course'
import type { Pause } from '#kernel/working-time-pauses'
import type { CountingPolicy, Limit } from '#kernel/working-time-policy'
import { NoWorkingTimeError } from '#kernel/working-time-tally'
import { type Trace, traceDueTime } from '#kernel/working-time-trace'
import type { Db } from '#platform/db'
import { requireAgency } from './agencies.ts'
import type { AgencyBrief } from './agency.ts'
import { loadWorkCalendar } from './calendar.ts'
import type { CalendarDay } from './calendar-day.ts'
import { endOfYear } from './calendar-year.ts'
import { calendarDays, calendarRange } from './queries/calendar.ts'

export type DueQuestion = {
  readonly start: Date
  readonly limit: Limit
  readonly policy: CountingPolicy
  readonly pauses: readonly Pause[]
  /** Any spelling of a code, or a handle. Absent: the national office hours. */
  readonly agency?: string
}

/** Ngày hẹn trả with everything that a reader needs to check it. */
export type DueCount = {
  readonly question: DueQuestion
  readonly agency?: AgencyBrief
  readonly calendar: WorkCalendar
  readonly trace: Trace
  /** The days off and make-up days that the count passed, by day. */
  readonly days: ReadonlyMap<CivilDate, CalendarDay>
  /** The last day for which days off are recorded. The end of that year is as far as the calendar is known. */
  readonly knownUntil?: CivilDate
}

/**
 * Tính ngày hẹn trả by the days off and office hours in force, and explains it.
 * @throws Refusal `directory.agency_unknown`, `directory.no_office_hours` when nobody ever works there,
 *   `directory.limit_too_far` when the policy does not look that far ahead
 */
export async function countDue(db: Db, question: DueQuestion, today: CivilDate): Promise<DueCount> {
  const agency = question.agency === undefined ? undefined : await requireAgency(db, question.agency, today)
  const on = civilDate(question.start)
  const calendar = await loadWorkCalendar(db, { on, ...(agency && { handle: agency.handle }) })
  const trace = traced({ ...question, calendar })
  const [days, { last }] = await Promise.all([
    calendarDays(db, on, civilDate(trace.dueAt)),
    calendarRange(db),
  ])
  return {
    question,
    ...(agency && { agency }),
    calendar,
    trace,
    days: new Map(days.map((day) => [day.day, day])),
    ...(last && { knownUntil: endOfYear(last) }),
  }
}

function traced(count: Count): Trace {
  try {
    return traceDueTime(count)
  } catch (error) {
    if (error instanceof NoWorkingTimeError) throw new Refusal('directory.no_office_hours')
    if (error instanceof LimitTooFarError) throw new Refusal('directory.limit_too_far')
    throw error
  }
}
