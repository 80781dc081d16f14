import type { CivilDate } from '#kernel/civil-date'
import { isValidOn, REFORM_DAY, type UnitKey, type UnitKind, type UnitLevel } from './units.ts'
import { joinCommunes } from './units-map.ts'
import { exactFold, fullProvinceName, plainFold, readUnitName, type UnitName } from './units-name.ts'
import type { AddressPackage, UnitFacts } from './units-source.ts'

/** A row of `directory.unit`. */
export type UnitRow = UnitKey &
  UnitName & {
    readonly validTo?: CivilDate
    readonly parentLevel?: UnitLevel
    readonly parentCode?: string
    readonly provinceCode: string
    readonly legalBasis?: string
  }

/** What a unit became. `covers`: a dissolved district, whose land the commune now holds in part. */
export type SuccessorRow = {
  readonly old: UnitKey
  readonly new: UnitKey
  readonly manner: 'succeeds' | 'covers'
}

export type AliasRow = {
  readonly unit: UnitKey
  readonly alias: string
  readonly kind: UnitKind
  readonly exactName: string
  readonly plainName: string
}

export type FormerCommuneRow = UnitName & {
  readonly provinceCode: string
  readonly districtCode: string
  /** As the papers of that time call it. */
  readonly districtName: string
  readonly successorCodes: readonly string[]
}

/** All that is known of the units, corrected and joined: what the tables hold after `seedUnits`. */
type UnitEdition = {
  readonly units: readonly UnitRow[]
  readonly successors: readonly SuccessorRow[]
  readonly aliases: readonly AliasRow[]
  readonly formerCommunes: readonly FormerCommuneRow[]
  /** Rows of the package's map whose new code belongs to another commune than their new name. */
  readonly wrongCodes: number
}

const PROVINCES_BASIS = 'Nghị quyết 202/2025/QH15'

/** Joins the package with our own facts. @throws Error when the two no longer fit: a new edition must be looked at first */
export function unitEdition(pack: AddressPackage, facts: UnitFacts): UnitEdition {
  const map = joinCommunes(pack, facts)
  const first: UnitRow[] = [
    ...provincesBefore(facts),
    ...districtsBefore(facts),
    ...map.before,
    ...provincesAfter(pack),
    ...map.after,
  ]
  const { units, successors } = applyChanges(first, facts.changes)
  return {
    units,
    successors: [...provinceSuccessors(facts), ...map.successors, ...successors],
    aliases: aliases(units, facts.aliases),
    formerCommunes: map.formerCommunes,
    wrongCodes: map.wrongCodes,
  }
}

function provincesBefore(facts: UnitFacts): readonly UnitRow[] {
  return facts.provinces.map(({ code, name }) => ({
    level: 'province',
    code,
    validTo: REFORM_DAY,
    provinceCode: code,
    ...readUnitName('province', name),
  }))
}

function provincesAfter(pack: AddressPackage): readonly UnitRow[] {
  return pack.provinces.map(({ province_code: code, name }) => ({
    level: 'province',
    code,
    validFrom: REFORM_DAY,
    provinceCode: code,
    legalBasis: PROVINCES_BASIS,
    ...readUnitName('province', fullProvinceName(name)),
  }))
}

function districtsBefore(facts: UnitFacts): readonly UnitRow[] {
  return facts.districts.map(({ province, code, name }) => ({
    level: 'district',
    code,
    validTo: REFORM_DAY,
    parentLevel: 'province',
    parentCode: province,
    provinceCode: province,
    ...readUnitName('district', name),
  }))
}

function provinceSuccessors(facts: UnitFacts): readonly SuccessorRow[] {
  return facts.provinces.map(({ code, became }) => ({
    old: { level: 'province', code },
    new: { level: 'province', code: became, validFrom: REFORM_DAY },
    manner: 'succeeds',
  }))
}

/** Ends the stretch that was running, begins the next one, and says that one became the other. */
function applyChanges(
  rows: readonly UnitRow[],
  changes: UnitFacts['changes'],
): { readonly units: readonly UnitRow[]; readonly successors: readonly SuccessorRow[] } {
  const units = [...rows]
  const successors: SuccessorRow[] = []
  for (const { on, level, code, was, became } of changes) {
    const at = units.findIndex((unit) => unit.level === level && unit.code === code && isValidOn(unit, on))
    const old = units[at]
    if (!old || old.name !== was) throw new Error(`${level} ${code} is not ${was} on ${on}`)

    const { legalBasis: _past, ...lasting } = old
    units[at] = { ...old, validTo: on }
    units.push({ ...lasting, ...readUnitName(level, became), validFrom: on })
    successors.push({ old: keyOf(old), new: { level, code, validFrom: on }, manner: 'succeeds' })
  }
  return { units, successors }
}

/** The short and former names of our table, and those that follow from the names themselves. */
function aliases(units: readonly UnitRow[], facts: UnitFacts['aliases']): readonly AliasRow[] {
  const listed = facts.flatMap(({ level, code, on, alias }) => {
    const meant = units.filter((unit) => unit.level === level && unit.code === code && isSameEra(unit, on))
    if (meant.length === 0) throw new Error(`No ${level} ${code} on ${on} for the name ${alias}`)
    return meant.map((unit) => aliasOf(unit, alias))
  })
  const derived = units.flatMap((unit) => derivedNames(unit).map((alias) => aliasOf(unit, alias)))
  return [...listed, ...derived]
}

function isSameEra({ validTo }: UnitRow, on: CivilDate): boolean {
  return (validTo !== undefined && validTo <= REFORM_DAY) === on < REFORM_DAY
}

const ROMAN: Readonly<Record<string, string>> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
}

/** `Phường IV` is also 4; `NT Phong Hải` is also Phong Hải and Nông trường Phong Hải; `Hà Nội` is also Hanoi. */
function derivedNames({ level, bareName, plainName }: UnitRow): readonly string[] {
  const roman = /^(.* )?([IV]+)$/.exec(bareName)
  const arabic = roman && ROMAN[roman[2] ?? '']
  if (arabic) return [`${roman[1] ?? ''}${arabic}`]
  const farm = /^(?:N\.?T|Nông trường) (.+)$/i.exec(bareName)?.[1]
  if (farm) return [`NT ${farm}`, `Nông trường ${farm}`, farm].filter((name) => plainFold(name) !== plainName)
  return level === 'province' ? [plainName.replaceAll(' ', '')] : []
}

function aliasOf(unit: UnitRow, alias: string): AliasRow {
  const asWritten = /^(Quận|Huyện) /.test(alias) ? readUnitName('district', alias) : undefined
  const bare = asWritten?.bareName ?? alias
  return {
    unit: keyOf(unit),
    alias,
    kind: asWritten?.kind ?? unit.kind,
    exactName: exactFold(bare),
    plainName: plainFold(bare),
  }
}

function keyOf({ level, code, validFrom }: UnitKey): UnitKey {
  return validFrom === undefined ? { level, code } : { level, code, validFrom }
}
