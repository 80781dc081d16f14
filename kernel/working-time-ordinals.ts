import { DAY_MS, dayNumberAt } from './civil-date.ts'
import { later } from './working-time-pauses.ts'
import { ONE_STOP } from './working-time-policy.ts'
import type { Traced } from './working-time-trace.ts'

/** Says which day of the limit a counted day is. Asked in order, it says each number once and is silent in between. */
export function dayCounter(traced: Traced): (day: number) => number | undefined {
  const { limit, policy = ONE_STOP } = traced.count
  if (traced.lastDay !== undefined) {
    let counted = 0
    return () => ++counted
  }
  if (limit.unit === 'hour' || policy.workingDays === 'hours' || limit.value === 0) return () => undefined

  const whole = policy.workingDays === 'end_of_day' ? Math.ceil(limit.value) : limit.value
  let counted = 0
  return (day) => {
    const ordinal = day === dayNumberAt(traced.dueAt) ? whole : completedDays(day, traced)
    if (ordinal <= counted) return undefined
    counted = ordinal
    return ordinal
  }
}

/** How many whole days of the limit have passed when a day reaches the time of day at which the count started. */
function completedDays(day: number, { count, course }: Traced): number {
  const { calendar } = count
  const { clock, startsAt, pauses } = course
  const started = clock.read(startsAt)
  const intoDay = started - clock.read(calendar.opening(dayNumberAt(startsAt)))
  const here = Math.min(clock.read(calendar.opening(day)) + intoDay, clock.read(calendar.closing(day)))
  const upToHere = (at: Date) => Math.min(clock.read(later(at, startsAt)), here)
  const paused = pauses.reduce((sum, { from, until }) => sum + upToHere(until) - upToHere(from), 0)
  return Math.floor((here - started - paused) / DAY_MS)
}
