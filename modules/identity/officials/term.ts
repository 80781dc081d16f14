import { addDays, addMonths, type CivilDate, civilDate, momentAt } from '#kernel/civil-date'

/** A right lasts two years at most; then somebody has to say again why it is needed. */
const MOST_MONTHS = 24

/** Ngày cuối cùng that may be chosen today. */
export function lastDayAllowed(now: Date): CivilDate {
  return addDays(addMonths(civilDate(now), MOST_MONTHS), -1)
}

/** The first moment at which a right with this last day is no longer there. */
export function endOfDay(day: CivilDate): Date {
  return momentAt(addDays(day, 1))
}

/** The last day of a right that ends at a moment. */
export function lastDayOf(untilAt: Date): CivilDate {
  return civilDate(new Date(untilAt.getTime() - 1))
}
