/**
 * How long the working-time engine takes for 10,000 due times with pauses from 2019 to 2027, against a raw loop that
 * walks from day to day through the same office hours. Prints times and their ratio.
 * Run: node bench/working-time.ts
 */
import { dayNumberAt, momentOfDayNumber, timeOfDayMs } from '#kernel/civil-date'
import { dueTime } from '#kernel/working-time'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Count } from '#kernel/working-time-course'
import { COUNTING_POLICIES, type LimitUnit } from '#kernel/working-time-policy'
import { moment, OFFICE } from '../test/support/calendars.ts'

const CASES = 10_000
const ROUNDS = 7
const HOUR_MS = 3_600_000
const UNITS: readonly LimitUnit[] = ['working_day', 'working_day', 'hour', 'day', 'month']

/** A repeatable stream of fractions, so that two runs count the same cases. */
function fractions(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function randomCounts(calendar: WorkCalendar): Count[] {
  const next = fractions(20_261_122)
  const first = moment('2019-01-01 00:00').getTime()
  const rangeMs = moment('2027-12-01 00:00').getTime() - first
  return Array.from({ length: CASES }, (_, index) => {
    const start = new Date(first + Math.floor(next() * rangeMs))
    const unit = UNITS[index % UNITS.length] ?? 'hour'
    const value = unit === 'month' ? 1 + Math.floor(next() * 6) : 1 + Math.floor(next() * 60) / 2
    const pauses = Array.from({ length: index % 3 }, () => {
      const from = new Date(start.getTime() + next() * 240 * HOUR_MS)
      return { from, until: new Date(from.getTime() + next() * 120 * HOUR_MS) }
    })
    const policy = COUNTING_POLICIES[index % COUNTING_POLICIES.length]
    return { start, limit: { value, unit }, calendar, pauses, ...(policy ? { policy } : {}) }
  })
}

/** Working hours used up day by day, without pauses: the least that any engine must do. */
function rawLoop({ start, limit, calendar }: Count): Date {
  let leftMs = limit.value * (limit.unit === 'hour' ? 1 : 8) * HOUR_MS
  let timeMs = timeOfDayMs(start)
  for (let day = dayNumberAt(start); ; day += 1) {
    for (const span of calendar.hoursOnDay(day)) {
      const fromMs = Math.max(span.fromMinute * 60_000, timeMs)
      const openMs = span.toMinute * 60_000 - fromMs
      if (openMs >= leftMs) return momentOfDayNumber(day, fromMs + leftMs)
      if (openMs > 0) leftMs -= openMs
    }
    timeMs = 0
  }
}

function timed(work: (count: Count) => Date, counts: readonly Count[]): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begunAt = performance.now()
    for (const count of counts) work(count)
    return performance.now() - begunAt
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

const counts = randomCounts(OFFICE)
const engineMs = timed(dueTime, counts)
const loopMs = timed(rawLoop, counts)
console.log(`working-time engine  ${CASES} due times with pauses  ${engineMs.toFixed(1)} ms`)
console.log(`raw loop             ${CASES} due times, no pauses   ${loopMs.toFixed(1)} ms`)
console.log(`ratio                ${(engineMs / loopMs).toFixed(2)}`)
