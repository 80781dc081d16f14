import { type CivilDate, civilDate, dateOfDayNumber, dayNumberAt, momentOfDayNumber } from './civil-date.ts'
import { dueTime, endOf } from './working-time.ts'
import { MINUTE_MS } from './working-time-clock.ts'
import { type Count, type Course, courseOf, isSameDay } from './working-time-course.ts'
import { dayCounter } from './working-time-ordinals.ts'
import { earlier, later, type Pause } from './working-time-pauses.ts'
import { ONE_STOP } from './working-time-policy.ts'

/**
 * What a day did for a limit: `before` the clock started; `start`, day 0; `counted`; `paused`, the ball was with the
 * citizen; `off`, nobody works; `moved`, passed over because the last day was a day off.
 */
export type DayRole = 'before' | 'start' | 'counted' | 'paused' | 'off' | 'moved'

export type TracedDay = {
  readonly date: CivilDate
  readonly role: DayRole
  readonly isDue: boolean
  /** Which day of the limit this is, where days are counted: 1, 2, … and on the due day the limit itself (such as 1.5). */
  readonly ordinal?: number
  /** The working time that was counted on this day, where working time is. */
  readonly spans: readonly CountedSpan[]
}

export type CountedSpan = { readonly from: Date; readonly to: Date }

/** Why the clock started later than the dossier came. */
export type StartDelay = 'closed' | 'day_off' | 'cut_off' | 'pause'

/** Diễn giải: how a due time came about, day by day. */
export type Trace = {
  readonly receivedAt: Date
  readonly startsAt: Date
  readonly delay?: StartDelay
  readonly dueAt: Date
  readonly days: readonly TracedDay[]
}

/** Explains what `dueTime` answers, by the same count. @throws as `dueTime` does */
export function traceDueTime(count: Count): Trace {
  const course = courseOf(count)
  const dueAt = dueTime(count)
  const receivedDay = dayNumberAt(count.start)
  const traced: Traced = {
    count,
    course,
    dueAt,
    startDay: Math.max(receivedDay, dayNumberAt(course.startsAt)),
    lastDay: course.lastDay?.(endOf(course)),
  }
  const ordinalOf = dayCounter(traced)
  const days: TracedDay[] = []
  for (let day = receivedDay; day <= dayNumberAt(dueAt); day += 1) {
    const spans = countedSpans(day, traced)
    const role = roleOf(day, spans, traced)
    const ordinal = role === 'counted' ? ordinalOf(day) : undefined
    const isDue = day === dayNumberAt(dueAt)
    days.push({
      date: dateOfDayNumber(day),
      role,
      isDue,
      ...(ordinal === undefined ? {} : { ordinal }),
      spans,
    })
  }
  const delay = delayOf(count, course)
  return { receivedAt: count.start, startsAt: course.startsAt, ...(delay ? { delay } : {}), dueAt, days }
}

export type Traced = {
  readonly count: Count
  readonly course: Course
  readonly dueAt: Date
  readonly startDay: number
  /** In calendar time, the last day before it moved on. */
  readonly lastDay: number | undefined
}

function delayOf({ start, calendar, limit }: Count, { startsAt, pauses }: Course): StartDelay | undefined {
  if (startsAt <= start) return undefined
  const open = calendar.openFrom(start)
  if (pauses.some((pause) => pause.from <= open && open < pause.until)) return 'pause'
  if (isSameDay(limit) && startsAt > open) return 'cut_off'
  return calendar.isWorkingDay(civilDate(start)) ? 'closed' : 'day_off'
}

/** The office hours of a day between start and due, pauses left out. */
function countedSpans(
  day: number,
  { count, course, dueAt, startDay, lastDay }: Traced,
): readonly CountedSpan[] {
  const { calendar, limit, policy = ONE_STOP } = count
  const isDayZero = day === startDay && policy.workingDays === 'end_of_day' && limit.unit === 'working_day'
  if (lastDay !== undefined || (isDayZero && !isSameDay(limit))) return []

  const at = (minute: number) => momentOfDayNumber(day, minute * MINUTE_MS)
  return calendar
    .hoursOf(dateOfDayNumber(day))
    .map((span) => ({
      from: later(at(span.fromMinute), course.startsAt),
      to: earlier(at(span.toMinute), dueAt),
    }))
    .flatMap((span) => without(span, course.pauses))
    .filter((span) => span.from < span.to)
}

function without(span: CountedSpan, pauses: readonly Pause[]): CountedSpan[] {
  const left: CountedSpan[] = []
  let { from } = span
  for (const pause of pauses) {
    if (pause.until <= from || pause.from >= span.to) continue
    left.push({ from, to: pause.from })
    from = pause.until
  }
  left.push({ from, to: span.to })
  return left
}

function roleOf(day: number, spans: readonly CountedSpan[], traced: Traced): DayRole {
  const { count, course, startDay, lastDay, dueAt } = traced
  if (day <= startDay) return day < startDay ? 'before' : 'start'
  if (lastDay === undefined) {
    if (!count.calendar.isWorkingDay(dateOfDayNumber(day))) return 'off'
    return spans.length > 0 || day === dayNumberAt(dueAt) ? 'counted' : 'paused'
  }
  // A calendar day passes at the midnight that begins it.
  const isPaused = course.pauses.some(
    ({ from, until }) => dayNumberAt(from) < day && day <= dayNumberAt(until),
  )
  if (isPaused) return 'paused'
  return day > lastDay ? 'moved' : 'counted'
}
