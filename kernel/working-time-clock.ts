import { DAY_MS, dayNumberAt, momentOfDayNumber, timeOfDayMs } from './civil-date.ts'
import { type DayHours, minutesOf } from './working-time-hours.ts'
import type { Side, Tally } from './working-time-tally.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000

/** A measure of time that never runs backwards. Readings are whole numbers; only their differences mean something. */
export type Clock = {
  read(at: Date): number
  /** The moment of a reading. Where the clock stands still, `side` picks the moment before or after the stillness. */
  at(reading: number, side: Side): Date
}

/** Ngày theo lịch: jumps at midnight by 86,400,000, on days off too. It knows days and no hours. */
export const CALENDAR_CLOCK: Clock = {
  read: (at) => dayNumberAt(at) * DAY_MS,
  at: (reading) => momentOfDayNumber(reading / DAY_MS, 0),
}

/** A clock that runs while somebody works and gives each day the amount of the tally, spread evenly over its open time. */
export function workClock(tally: Tally, hoursOf: (day: number) => DayHours): Clock {
  return {
    read(at) {
      const day = dayNumberAt(at)
      const amount = tally.on(day)
      if (amount === 0) return tally.before(day)
      const hours = hoursOf(day)
      const passedMs = passedIn(hours, timeOfDayMs(at))
      return tally.before(day) + Math.round((passedMs * amount) / (minutesOf(hours) * MINUTE_MS))
    },

    at(reading, side) {
      const day = tally.dayReaching(reading, side)
      const hours = hoursOf(day)
      const passedMs = ((reading - tally.before(day)) * minutesOf(hours) * MINUTE_MS) / tally.on(day)
      return momentOfDayNumber(day, timeWhenPassed(hours, Math.round(passedMs), side))
    },
  }
}

/** How much of a day's open time has passed at a time of day. */
function passedIn(hours: DayHours, timeMs: number): number {
  let passedMs = 0
  for (const span of hours) {
    const fromMs = span.fromMinute * MINUTE_MS
    if (timeMs <= fromMs) break
    passedMs += Math.min(timeMs, span.toMinute * MINUTE_MS) - fromMs
  }
  return passedMs
}

/** The time of day at which so much of the open time has passed: the end of a span, or with `after` the start of the next. */
function timeWhenPassed(hours: DayHours, passedMs: number, side: Side): number {
  let leftMs = passedMs
  let closingMs = 0
  for (const span of hours) {
    const [fromMs, toMs] = [span.fromMinute * MINUTE_MS, span.toMinute * MINUTE_MS]
    const lengthMs = toMs - fromMs
    if (leftMs < lengthMs || (leftMs === lengthMs && side === 'before')) return fromMs + leftMs
    leftMs -= lengthMs
    closingMs = toMs
  }
  return closingMs
}
