import type { AgencyKind, AgencyLevel, Confidence } from './agency.ts'
import type { UnitKind } from './units.ts'

/** A row of the units, as far as agencies follow from it. `validFrom` may be `-infinity`. */
export type SeedUnit = {
  readonly level: string
  readonly code: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly kind: UnitKind
  readonly name: string
  readonly bareName: string
  readonly provinceCode: string
  readonly aliases: readonly string[]
}

export type AgencyRow = {
  readonly handle: string
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly parent: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly website: string | null
  readonly sortKey: string
  readonly searchText: string
}

export type NameRow = {
  readonly handle: string
  readonly name: string
  readonly nameEn: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly legalSource: string | null
  readonly confidence: Confidence
}

export type CodeRow = {
  readonly code: string
  readonly handle: string
  readonly format: 'v1' | 'v2'
  readonly source: string
  readonly confidence: Confidence
}

export type LinkRow = {
  readonly handle: string
  readonly level: string
  readonly code: string
  readonly unitValidFrom: string
}

export type SuccessorRow = {
  readonly handle: string
  readonly successor: string
  readonly on: string
  readonly scope: string | null
  readonly scopeEn: string | null
  readonly legalSource: string
  readonly confidence: Confidence
}

export type SeedRows = {
  readonly agencies: readonly AgencyRow[]
  readonly names: readonly NameRow[]
  readonly codes: readonly CodeRow[]
  readonly links: readonly LinkRow[]
  readonly successors: readonly SuccessorRow[]
}

/** An agency before its search text and place in lists are worked out. */
export type SeedAgency = {
  readonly handle: string
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly parent: string | null
  readonly validTo: string | null
  readonly website: string | null
  readonly names: readonly Omit<NameRow, 'handle'>[]
  readonly code?: { readonly source: string; readonly confidence: Confidence }
  readonly units: readonly SeedUnit[]
  /** Further words by which people look for it. */
  readonly also: readonly string[]
}
