import { asCivilDate, momentAt } from '#kernel/civil-date'
import { COUNTING_POLICIES, type CountingPolicy, type LimitUnit, ONE_STOP } from '#kernel/working-time-policy'

export const LIMIT_UNITS = ['working_day', 'hour', 'day', 'month'] as const satisfies readonly LimitUnit[]

/** The longest limits that are counted for anyone who asks: beyond what any procedure has. */
export const MOST_OF_UNIT: Readonly<Record<LimitUnit, number>> = {
  working_day: 750,
  hour: 6_000,
  day: 1_100,
  month: 36,
}

/** Vietnam's present time began on 13/6/1975; nobody files a dossier in the next century. */
const FIRST = momentAt(asCivilDate('1976-01-01'))
const LAST = momentAt(asCivilDate('2100-01-01'))

export function isCountable(at: Date): boolean {
  return at >= FIRST && at < LAST
}

/** @returns `undefined` for no limit that is counted here: negative, too long, or no number at all */
export function limitWithin(value: number, unit: LimitUnit): { value: number; unit: LimitUnit } | undefined {
  return value >= 0 && value <= MOST_OF_UNIT[unit] ? { value, unit } : undefined
}

export const POLICY_IDS = COUNTING_POLICIES.map(({ id }) => id)

export function policyById(id: string | undefined): CountingPolicy | undefined {
  return id === undefined || id === '' ? ONE_STOP : COUNTING_POLICIES.find((policy) => policy.id === id)
}
