import type { CivilDate } from '#kernel/civil-date'

/** Cấp hành chính. There is no district any more: the level lives on for units from before 1/7/2025. */
export const UNIT_LEVELS = ['province', 'district', 'commune'] as const
export type UnitLevel = (typeof UNIT_LEVELS)[number]

/** Loại đơn vị hành chính, by level: what stands before the name. */
export const UNIT_KINDS = [
  'province',
  'central_city',
  'urban_district',
  'rural_district',
  'town',
  'city',
  'ward',
  'rural_commune',
  'township',
  'special_zone',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** The day on which the two-tier map began (Nghị quyết 202/2025/QH15). Codes mean something else before it. */
export const REFORM_DAY = '2025-07-01' as CivilDate

/**
 * What names a unit for good. The statistics office gave codes of dissolved units to others on 1/7/2025, so the level and
 * the first day belong to the name. No first day: in force on 30/6/2025, since when is not recorded.
 */
export type UnitKey = { readonly level: UnitLevel; readonly code: string; readonly validFrom?: CivilDate }

/** The unit above, as it is called on the last day that both have in common. */
export type UnitParent = UnitKey & { readonly name: string }

/** Đơn vị hành chính in one stretch of its life: a new name, kind or parent makes another. */
export type Unit = UnitKey & {
  /** First day on which it is no longer valid. */
  readonly validTo?: CivilDate
  readonly kind: UnitKind
  /** With its kind, as printed: `Phường Dịch Vọng`. */
  readonly name: string
  /** From the nearest to the province: a commune of before 1/7/2025 has two, a province none. */
  readonly parents: readonly UnitParent[]
  /** Văn bản: what made the unit, where it is recorded. */
  readonly legalBasis?: string
}

/** A commune that was gone before 1/7/2025: its papers are still about, its code and days are not recorded. */
export type FormerCommune = Pick<Unit, 'kind' | 'name' | 'parents'> & {
  readonly level: 'commune'
  readonly id: string
}

/** Whether the unit is one of those in force on `day`. */
export function isValidOn(
  { validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>,
  day: CivilDate,
): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo > day)
}

/** `Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội`: the unit as an address names it. */
export function unitPath({ name, parents }: Pick<Unit, 'name' | 'parents'>): string {
  return [name, ...parents.map((parent) => parent.name)].join(', ')
}

const LEVEL_OF_LENGTH: Readonly<Record<number, UnitLevel>> = { 2: 'province', 3: 'district', 5: 'commune' }

/** The level that a code of the statistics office belongs to, by its length (2, 3 or 5 digits). */
export function levelOfCode(code: string): UnitLevel | undefined {
  return /^\d+$/.test(code) ? LEVEL_OF_LENGTH[code.length] : undefined
}
