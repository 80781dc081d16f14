import { DAY_MS, dayNumberAt, momentOfDayNumber, timeOfDayMs } from './civil-date.ts'
import type { WorkCalendar } from './working-time-calendar.ts'
import { HOUR_MS, MINUTE_MS } from './working-time-clock.ts'
import { type Count, type Course, courseOf } from './working-time-course.ts'
import { earlier, joinPauses, later, type OpenPause, type Pause, pausesUntil } from './working-time-pauses.ts'
import { type CountingPolicy, ONE_STOP } from './working-time-policy.ts'

/** The limit ends further ahead than the policy looks. */
export class LimitTooFarError extends RangeError {
  override readonly name = 'LimitTooFarError'
}

/**
 * Ngày hẹn trả: the moment by which a limit that starts at `start` must be met. A pause that begins before the due
 * moment moves it by as much of the limit's own time as the pause lasts; a later pause changes nothing any more.
 * Bộ luật Dân sự 2015, Điều 147 và 148.
 * @throws RangeError when start, limit or a pause makes no sense
 * @throws LimitTooFarError when the limit ends beyond `policy.mostDays`
 * @throws NoWorkingTimeError when the calendar has no office hours at all
 */
export function dueTime(count: Count): Date {
  const course = courseOf(count)
  return replacedHour(count, course, course.dueAt(endOf(course)))
}

/** The reading at which the limit is used up, pauses left out. */
export function endOf({ clock, startsAt, amount, pauses, dueAt }: Course): number {
  let end = clock.read(startsAt) + amount
  for (const pause of pauses) {
    if (pause.until <= startsAt) continue
    if (pause.from >= dueAt(end)) break
    end += clock.read(pause.until) - clock.read(later(pause.from, startsAt))
  }
  return end
}

/** The due hour of a dossier that came late in the day, where the policy has one. Never before the count has begun. */
function replacedHour({ start, policy = ONE_STOP, calendar }: Count, { startsAt }: Course, due: Date): Date {
  const { afterHour, mostDays } = policy
  const day = dayNumberAt(due)
  if (mostDays !== undefined && day - dayNumberAt(start) > mostDays) {
    throw new LimitTooFarError(`The limit ends more than ${mostDays} days after reception`)
  }
  if (!afterHour || timeOfDayMs(start) <= afterHour.receivedAfterMinute * MINUTE_MS) return due
  const replaced = calendar.openOnDayOf(momentOfDayNumber(day, afterHour.dueAtMinute * MINUTE_MS))
  return replaced > startsAt ? replaced : due
}

/**
 * Thời gian đã tính: how much of a limit has passed at a moment, in working hours for a limit of hours, in working days
 * for one of working days (with fractions), in calendar days for the others. A pause that still lasts stops the count.
 * @throws RangeError when start, limit or a pause makes no sense
 */
export function elapsed(
  count: Omit<Count, 'pauses'> & { readonly pauses?: readonly OpenPause[] },
  at: Date,
): number {
  const { startsAt, clock, pauses } = courseOf({ ...count, pauses: pausesUntil(count.pauses ?? [], at) })
  if (at <= startsAt) return 0
  const paused = pauses.reduce((sum, { from, until }) => {
    return until <= startsAt ? sum : sum + clock.read(until) - clock.read(later(from, startsAt))
  }, 0)
  const passed = clock.read(at) - clock.read(startsAt) - paused
  return passed / unitMs(count)
}

/** What one unit of the limit is on the clock that counts it. */
function unitMs({ limit, policy = ONE_STOP }: Omit<Count, 'pauses'>): number {
  if (limit.unit === 'hour') return HOUR_MS
  const isInHours = limit.unit === 'working_day' && policy.workingDays === 'hours' && limit.value > 0
  return isInHours ? policy.hoursPerDay * HOUR_MS : DAY_MS
}

/** Thời gian làm việc between two moments in milliseconds, pauses left out; negative when `to` comes first. */
export function workingTimeBetween(
  { from, to, pauses = [] }: { readonly from: Date; readonly to: Date; readonly pauses?: readonly Pause[] },
  calendar: WorkCalendar,
): number {
  if (to < from) return -workingTimeBetween({ from: to, to: from, pauses }, calendar)
  const { hours } = calendar
  const within = joinPauses(pauses).filter((pause) => pause.until > from && pause.from < to)
  const paused = within.reduce(
    (sum, pause) => sum + hours.read(earlier(pause.until, to)) - hours.read(later(pause.from, from)),
    0,
  )
  return hours.read(to) - hours.read(from) - paused
}

/**
 * The moment when `durationMs` of working time has passed after `at` (before it, when negative). With 0, `at` itself or
 * the next opening. Adding twice is adding the sum.
 * @throws NoWorkingTimeError
 */
export function addWorkingTime(at: Date, durationMs: number, calendar: WorkCalendar): Date {
  if (durationMs === 0) return calendar.openFrom(at)
  return calendar.hours.at(calendar.hours.read(at) + durationMs, durationMs > 0 ? 'before' : 'after')
}

/**
 * Chuyển hồ sơ: until when a received dossier must reach the unit that handles it: the closing of the same working day,
 * or the opening of the next one when it came after the policy's hour.
 */
export function handOverTime(
  receivedAt: Date,
  calendar: WorkCalendar,
  policy: CountingPolicy = ONE_STOP,
): Date {
  const startsAt = calendar.openFrom(receivedAt)
  const day = dayNumberAt(startsAt)
  return timeOfDayMs(startsAt) <= policy.handOverUntilMinute * MINUTE_MS
    ? calendar.closing(day)
    : calendar.opening(calendar.workingDayFrom(day + 1))
}
