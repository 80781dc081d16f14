import { type CsvRow, cell } from '#kernel/csv'
import { handleWithoutCode } from './agency.ts'
import type { SeedAgency, SeedUnit } from './agency-seed-types.ts'
import { REFORM_DAY, type UnitKind } from './units.ts'

const ENGLISH_KINDS: Partial<Record<UnitKind, string>> = {
  province: 'Province',
  central_city: 'City',
  ward: 'Ward',
  rural_commune: 'Commune',
  township: 'Township',
  special_zone: 'Special Zone',
}

/**
 * A provincial committee serves the province of its name, whose code the statistics office may have changed on 1/7/2025:
 * the code before belongs to rows that begin before that day, the code now to rows that go on after it.
 */
export function isUnitOfCommittee(row: CsvRow, unit: SeedUnit): boolean {
  if (unit.level !== 'province') return false
  const wasItsOwn = unit.code === cell(row, 'province_code_before') && isFromBefore(unit)
  return wasItsOwn || (unit.code === cell(row, 'province_code_now') && goesOn(unit))
}

/**
 * Trung tâm Phục vụ hành chính công of each province, and the people's committee of each commune, of today's map
 * (Nghị định 118/2025/NĐ-CP; two-tier local government from 1/7/2025). No code of theirs is published to this project.
 */
export function agenciesOfUnits(
  provincial: readonly CsvRow[],
  units: readonly SeedUnit[],
): readonly SeedAgency[] {
  const committeeOf = new Map(provincial.map((row) => [cell(row, 'province_code_now'), cell(row, 'code')]))
  const current = units.filter(goesOn)
  const provinces = stretchesByCode(current, 'province')
  const provinceOf = new Map(
    provinces.map((stretches) => [stretches.at(-1)?.code, stretches.at(-1)?.bareName]),
  )
  const above = (unit: SeedUnit): Above => {
    const [parent, province] = [committeeOf.get(unit.provinceCode), provinceOf.get(unit.provinceCode)]
    if (!parent || !province) throw new Error(`No provincial committee above ${unit.name}`)
    return { parent, province }
  }
  return [
    ...provinces.map((stretches) => agencyOfUnit('service_centre', stretches, above)),
    ...stretchesByCode(current, 'commune').map((stretches) =>
      agencyOfUnit('commune_committee', stretches, above),
    ),
  ]
}

/** The provincial committee above a unit, and the province by which people tell communes of one name apart. */
type Above = { readonly parent: string; readonly province: string }

function agencyOfUnit(
  kind: 'service_centre' | 'commune_committee',
  stretches: readonly SeedUnit[],
  above: (unit: SeedUnit) => Above,
): SeedAgency {
  const last = stretches.at(-1)
  if (!last) throw new Error('A unit without a row')
  const { parent, province } = above(last)
  const isCommittee = kind === 'commune_committee'
  return {
    handle: handleWithoutCode(kind, last.code),
    kind,
    level: isCommittee ? 'commune' : 'province',
    parent,
    validTo: last.validTo,
    website: null,
    units: stretches,
    names: stretches.map((unit) => ({
      name: `${isCommittee ? 'Ủy ban nhân dân' : 'Trung tâm Phục vụ hành chính công'} ${withSmallKind(unit.name)}`,
      nameEn: `${isCommittee ? "People's Committee" : 'Public Service Centre'} of ${englishName(unit)}`,
      validFrom: isCommittee || unit.validFrom > REFORM_DAY ? unit.validFrom : REFORM_DAY,
      validTo: unit.validTo,
      legalSource: isCommittee ? null : 'Nghị định 118/2025/NĐ-CP',
      confidence: isCommittee ? 'sure' : 'assumed',
    })),
    also: [province],
  }
}

/** The rows of one unit, the oldest first: since 1/7/2025 a unit that takes another name or kind keeps its code. */
function stretchesByCode(units: readonly SeedUnit[], level: string): readonly (readonly SeedUnit[])[] {
  const ofLevel = units.filter((unit) => unit.level === level)
  const groups = Map.groupBy(ofLevel, (unit) => unit.code)
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)))
}

// `-infinity` sorts before every digit.
function isFromBefore({ validFrom }: SeedUnit): boolean {
  return validFrom < REFORM_DAY
}

function goesOn({ validTo }: SeedUnit): boolean {
  return validTo === null || validTo > REFORM_DAY
}

/** `Phường Ba Đình` → `phường Ba Đình`, as it stands inside a longer name. */
function withSmallKind(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

function englishName({ kind, bareName }: SeedUnit): string {
  if (bareName === 'Hà Nội') return 'Hanoi City'
  const plain = bareName.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return `${plain} ${ENGLISH_KINDS[kind] ?? ''}`.trim()
}
