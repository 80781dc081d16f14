import type { CivilDate } from '#kernel/civil-date'
import type { UnitLevel } from './units.ts'

/**
 * Loại cơ quan: bộ; cơ quan ngang bộ; cơ quan thuộc Chính phủ; hội đồng, ủy ban phối hợp liên ngành; ủy ban nhân dân cấp
 * tỉnh; cơ quan chuyên môn; trung tâm phục vụ hành chính công; ủy ban nhân dân cấp xã.
 */
export const AGENCY_KINDS = [
  'ministry',
  'ministerial_body',
  'government_body',
  'joint_council',
  'provincial_committee',
  'department',
  'service_centre',
  'commune_committee',
] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** Cấp của cơ quan: trung ương (called `ministry`, as in the levels of procedures), tỉnh, xã. */
export const AGENCY_LEVELS = ['ministry', 'province', 'commune'] as const
export type AgencyLevel = (typeof AGENCY_LEVELS)[number]

export const AGENCY_STATUSES = ['current', 'dissolved'] as const
export type AgencyStatus = (typeof AGENCY_STATUSES)[number]

/** How far a recorded fact may be trusted: seen in a published source, remembered, or derived. */
export type Confidence = 'sure' | 'recalled' | 'assumed'

/** Cơ quan, as far as a list or a link needs it. */
export type AgencyBrief = {
  /** Its place in addresses: the left-to-right code, or `ubnd-00004` where no code is published. */
  readonly handle: string
  /** Mã định danh, left to right. Absent where none is published: never made up. */
  readonly code?: string
  readonly name: string
  readonly nameEn: string
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly status: AgencyStatus
  /** First day on which it was no longer there. */
  readonly dissolvedOn?: CivilDate
}

/** One of several successors, or predecessors, with the day and what made it so. */
export type Succession = {
  readonly agency: AgencyBrief
  readonly on: CivilDate
  /** The part of the duties that went over; absent for all that is not named elsewhere. */
  readonly scope?: string
  readonly scopeEn?: string
  readonly legalSource: string
  readonly confidence: Confidence
}

/** A working agency to which the duties of a dissolved one have come: all that is not named elsewhere, or a part. */
export type PresentSuccessor = { readonly agency: AgencyBrief; readonly takesAll: boolean }

export type AgencyName = {
  readonly name: string
  readonly nameEn: string
  readonly validFrom?: CivilDate
  readonly validTo?: CivilDate
  readonly legalSource?: string
}

export type AgencyCodeRow = {
  readonly format: 'v1' | 'v2'
  readonly code: string
  readonly validFrom?: CivilDate
  readonly validTo?: CivilDate
  readonly source: string
  readonly confidence: Confidence
}

export type Contact = {
  readonly address?: string
  readonly phone?: string
  readonly email?: string
  readonly website?: string
}

/** The unit that an agency serves, on the day asked about. */
export type AgencyUnit = { readonly level: UnitLevel; readonly code: string; readonly name: string }

/** Cơ quan with everything that its page shows but its children, which are a list of their own. */
export type Agency = AgencyBrief & {
  readonly validFrom?: CivilDate
  readonly codes: readonly AgencyCodeRow[]
  /** Every name it had, the oldest first. */
  readonly names: readonly AgencyName[]
  readonly parent?: AgencyBrief
  readonly childCount: number
  readonly predecessors: readonly Succession[]
  readonly successors: readonly Succession[]
  /** Nay là: the working agencies that all or part of its duties have come to by now, over however many steps. */
  readonly presentSuccessors: readonly PresentSuccessor[]
  readonly unit?: AgencyUnit
  readonly contact: Contact
}

/** The handle of an agency that has no published code, from its kind and the code of the unit that it serves. */
export function handleWithoutCode(kind: 'service_centre' | 'commune_committee', unitCode: string): string {
  return kind === 'service_centre' ? `trung-tam-${unitCode}` : `ubnd-${unitCode}`
}

/** The page of an agency. */
export function agencyAddress(handle: string): string {
  return `/co-quan/${handle}`
}

const LIST_ORDER: readonly AgencyKind[] = [
  'ministry',
  'ministerial_body',
  'government_body',
  'joint_council',
  'provincial_committee',
  'service_centre',
  'department',
  'commune_committee',
]

/** Where an agency stands in a list: by kind, then by its plain name (of its unit, where it has one), then by province. */
export function sortKey(kind: AgencyKind, plainName: string, plainProvince = ''): string {
  const key = `${LIST_ORDER.indexOf(kind)} ${plainName}`
  return plainProvince ? `${key}/${plainProvince}` : key
}
