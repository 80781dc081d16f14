import type { TypedDate } from '#design'
import { type CivilDate, civilDateOf } from '#kernel/civil-date'

type Typed = Readonly<Partial<Record<string, string>>>

/** The three boxes of a date as they were typed. */
export function typedParts(typed: Typed, name: string): TypedDate {
  return { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] }
}

/** The day that they name; undefined when the calendar has none. */
export function typedDay(typed: Typed, name: string): CivilDate | undefined {
  const { day, month, year } = typedParts(typed, name)
  const numbers = [year, month, day].map((part) => (/^\d{1,4}$/.test(part?.trim() ?? '') ? Number(part) : 0))
  return civilDateOf(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0)
}
