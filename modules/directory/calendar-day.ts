import type { CivilDate } from '#kernel/civil-date'
import type { Confidence } from './agency.ts'

/** Nghỉ lễ, nghỉ bù, nghỉ hoán đổi, làm bù (Bộ luật Lao động 2019, Điều 111 và 112). */
export const DAY_KINDS = ['holiday', 'substitute', 'swap_off', 'makeup_work'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** A day that is not as its weekday would have it, by the decision recorded last. */
export type CalendarDay = {
  readonly day: CivilDate
  readonly kind: DayKind
  readonly name: string
  readonly nameEn: string
  readonly confidence: Confidence
  readonly source: string
  readonly recordedBy: string
  readonly recordedAt: Date
}
