import { addMonths, DAY_MS, dateOfDayNumber, dayNumber, dayNumberAt, timeOfDayMs } from './civil-date.ts'
import type { WorkCalendar } from './working-time-calendar.ts'
import { CALENDAR_CLOCK, type Clock, HOUR_MS, MINUTE_MS } from './working-time-clock.ts'
import { joinPauses, later, type Pause } from './working-time-pauses.ts'
import { type CountingPolicy, type Limit, ONE_STOP } from './working-time-policy.ts'

/** What has to be known to say when a limit ends. */
export type Count = {
  /** The moment of reception, or whatever starts the clock. */
  readonly start: Date
  readonly limit: Limit
  readonly calendar: WorkCalendar
  /** `ONE_STOP` when absent. */
  readonly policy?: CountingPolicy
  readonly pauses?: readonly Pause[]
}

/** A limit on its way: which clock runs from when, how much of it is allowed, and how the end becomes a due moment. */
export type Course = {
  readonly startsAt: Date
  readonly clock: Clock
  readonly amount: number
  readonly pauses: readonly Pause[]
  readonly dueAt: (reading: number) => Date
  /** The last day of a limit in calendar time, before it moves on from a day off. Absent for working time. */
  readonly lastDay?: (reading: number) => number
}

/** @throws RangeError when the start is no moment, the limit no amount, or a pause ends before it begins */
export function courseOf({ start, limit, calendar, policy = ONE_STOP, pauses = [] }: Count): Course {
  if (Number.isNaN(start.getTime())) throw new RangeError('The start is no moment')
  if (!(limit.value >= 0 && limit.value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`Not a limit: ${limit.value}`)
  }

  const joined = joinPauses(pauses)
  const countable = firstCountable(limit, calendar, policy)
  let startsAt = countable(start)
  // A clock that would start while the ball is with the citizen starts when the pause ends.
  for (const pause of joined) {
    if (pause.from <= startsAt && startsAt < pause.until) startsAt = countable(pause.until)
  }
  return { startsAt, pauses: joined, ...measure({ startsAt, limit, calendar, policy }) }
}

export function isSameDay(limit: Limit): boolean {
  return limit.unit === 'working_day' && limit.value === 0
}

/** From where on a limit can be counted. */
function firstCountable(limit: Limit, calendar: WorkCalendar, policy: CountingPolicy): (at: Date) => Date {
  if (isSameDay(limit)) return (at) => beforeCutOff(calendar.openFrom(at), calendar, policy)
  if (policy.outsideHours === 'next_opening' || limit.unit === 'hour') return (at) => calendar.openFrom(at)
  const isCalendarTime = limit.unit === 'day' || limit.unit === 'month'
  return isCalendarTime ? (at) => at : (at) => calendar.openOnDayOf(at)
}

/** "Trong ngày" received after the cut-off (15:00) starts at the opening of the next working day. */
function beforeCutOff(startsAt: Date, calendar: WorkCalendar, policy: CountingPolicy): Date {
  if (timeOfDayMs(startsAt) <= policy.sameDayUntilMinute * MINUTE_MS) return startsAt
  return calendar.opening(calendar.workingDayFrom(dayNumberAt(startsAt) + 1))
}

type Measure = Pick<Course, 'clock' | 'amount' | 'dueAt' | 'lastDay'>
type Measured = Required<Omit<Count, 'start' | 'pauses'>> & { readonly startsAt: Date }

function measure(count: Measured): Measure {
  const { limit, calendar } = count
  switch (limit.unit) {
    case 'hour':
      return workingHours(count, Math.round(limit.value * HOUR_MS))
    case 'working_day':
      return workingDays(count)
    case 'day':
      return calendarTime(calendar, Math.ceil(limit.value) * DAY_MS, (day) => day)
    case 'month':
      // Paused days move the start, not the end: months are not equally long, and a later start must not end earlier.
      return calendarTime(calendar, 0, (day) => monthsAfter(day, limit.value))
  }
}

function workingHours({ calendar, startsAt }: Measured, amount: number): Measure {
  const clock = calendar.hours
  // A limit of no time at all that starts at an opening is due then, not when the office closed before.
  return { clock, amount, dueAt: (reading) => later(clock.at(reading, 'before'), startsAt) }
}

function workingDays(count: Measured): Measure {
  const { startsAt, limit, calendar, policy } = count
  if (policy.workingDays === 'hours' && !isSameDay(limit)) {
    // Fractions of a day become whole minutes.
    return workingHours(count, Math.round(limit.value * policy.hoursPerDay * 60) * MINUTE_MS)
  }
  const isToClosing = isSameDay(limit) || policy.workingDays === 'end_of_day'
  const amount = Math.round((isToClosing ? Math.ceil(limit.value) : limit.value) * DAY_MS)
  const sameTime = (reading: number) =>
    atTimeOfDay(reading, { startsAt, calendar, isWhole: amount % DAY_MS === 0 })
  const closing = (reading: number) => calendar.closing(dayNumberAt(sameTime(reading)))
  return { clock: calendar.days, amount, dueAt: isToClosing ? closing : sameTime }
}

type TimeOfDay = { readonly startsAt: Date; readonly calendar: WorkCalendar; readonly isWhole: boolean }

/**
 * A reading between two stretches of work is both the end of one and the start of the next. Whole days lead to the start
 * when they began at that time of day, or both are openings (07:30 one day to 07:30 another); otherwise the end is meant
 * (07:30 and half a day is 11:30).
 */
function atTimeOfDay(reading: number, { startsAt, calendar, isWhole }: TimeOfDay): Date {
  const { days } = calendar
  if (!isWhole) return days.at(reading, 'before')
  const after = days.at(reading, 'after')
  const isSameTime = timeOfDayMs(after) === timeOfDayMs(startsAt)
  const isOpening = (at: Date) => calendar.opening(dayNumberAt(at)).getTime() === at.getTime()
  return isSameTime || (isOpening(after) && isOpening(startsAt)) ? after : days.at(reading, 'before')
}

/**
 * Ends when the last day closes; a last day on which nobody works moves on to the next working day.
 * Bộ luật Dân sự 2015, Điều 148 khoản 5.
 */
function calendarTime(calendar: WorkCalendar, amount: number, end: (day: number) => number): Measure {
  const lastDay = (reading: number) => end(reading / DAY_MS)
  return {
    clock: CALENDAR_CLOCK,
    amount,
    lastDay,
    dueAt: (reading) => calendar.closing(calendar.workingDayFrom(lastDay(reading))),
  }
}

/** Months by the calendar; half a month is 15 days, a part of a month that part of 30 (Bộ luật Dân sự 2015, Điều 146). */
function monthsAfter(day: number, months: number): number {
  const whole = Math.floor(months)
  return dayNumber(addMonths(dateOfDayNumber(day), whole)) + Math.ceil((months - whole) * 30)
}
