import { REFORM_DAY } from './units.ts'
import type { FormerCommuneRow, SuccessorRow, UnitRow } from './units-edition.ts'
import { cleanName, exactFold, fullProvinceName, readUnitName } from './units-name.ts'
import type { AddressPackage, UnitFacts } from './units-source.ts'

/** The communes of both eras, and the map between them. */
type CommuneMap = {
  readonly before: readonly UnitRow[]
  readonly after: readonly UnitRow[]
  readonly successors: readonly SuccessorRow[]
  readonly formerCommunes: readonly FormerCommuneRow[]
  readonly wrongCodes: number
}

type MapRow = AddressPackage['mappings'][number]
type District = UnitFacts['districts'][number]
/** Old commune code -> codes of today. */
type Edges = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Reads the package's map by names. Within a province no two communes of today share a full name, so the name decides and
 * the code beside it is only counted when it disagrees; within an old district the same holds for the old communes.
 */
export function joinCommunes(pack: AddressPackage, facts: UnitFacts): CommuneMap {
  const districtOf = districtFinder(facts)
  const after = communesAfter(pack, facts)
  const before = communesBefore(pack, facts, districtOf)
  const successorOf = successorFinder(pack, after)
  const oldCode = byName(before)

  let wrongCodes = 0
  const edges = new Map(unchanged(facts).map(({ code }) => [code, new Set([code])]))
  const gone = new Map<string, Mutable<FormerCommuneRow>>()
  for (const row of pack.mappings) {
    const successor = successorOf(row)
    if (successor !== row.new_ward_code) wrongCodes += 1
    // A special zone that was an island district without communes has nothing on the old side.
    if (!row.old_ward_name) continue

    const district = districtOf(row)
    const key = nameKey(district.code, row.old_ward_name)
    const old = row.old_ward_code ?? oldCode.get(key)
    if (old) edges.set(old, (edges.get(old) ?? new Set()).add(successor))
    else gone.set(key, withSuccessor(gone.get(key) ?? formerCommune(row, district), successor))
  }
  const successors = [...communeSuccessors(edges), ...districtSuccessors(before, edges, facts)]
  return { before, after, successors, formerCommunes: [...gone.values()], wrongCodes }
}

function communesAfter(pack: AddressPackage, facts: UnitFacts): readonly UnitRow[] {
  const right = new Map(correctionsOf(facts, 'ward_code').map((row) => [row.code, row.now]))
  return pack.wards.map((row) => ({
    level: 'commune',
    code: right.get(row.ward_code) ?? row.ward_code,
    validFrom: REFORM_DAY,
    parentLevel: 'province',
    parentCode: row.province_code,
    provinceCode: row.province_code,
    ...readUnitName('commune', row.name),
  }))
}

function communesBefore(
  pack: AddressPackage,
  facts: UnitFacts,
  districtOf: (row: MapRow) => District,
): readonly UnitRow[] {
  const rightName = new Map(correctionsOf(facts, 'old_name').map((row) => [row.code, row.now]))
  const communes = new Map<string, UnitRow>()
  for (const row of pack.mappings) {
    const { old_ward_code: code, old_ward_name: name } = row
    if (!code || !name || communes.has(code)) continue
    communes.set(code, communeBefore(code, rightName.get(code) ?? name, districtOf(row)))
  }
  for (const { code, district, now } of unchanged(facts)) {
    const at = facts.districts.find((known) => known.code === district)
    communes.set(code, communeBefore(code, now, found(at, district)))
  }
  return [...communes.values()]
}

function communeBefore(code: string, name: string, { code: district, province }: District): UnitRow {
  return {
    level: 'commune',
    code,
    validTo: REFORM_DAY,
    parentLevel: 'district',
    parentCode: district,
    provinceCode: province,
    ...readUnitName('commune', name),
  }
}

/** The district of 30/6/2025 that a row of the map names, whose own names are older in three cases. */
function districtFinder(facts: UnitFacts): (row: MapRow) => District {
  const provinces = new Map(facts.provinces.map(({ name, code }) => [exactFold(name), code]))
  const newer = new Map(
    correctionsOf(facts, 'old_district').map((row) => [
      nameKey(row.code, row.was),
      nameKey(row.code, row.now),
    ]),
  )
  const districts = new Map(facts.districts.map((row) => [nameKey(row.province, row.name), row]))
  const known = new Map<string, District>()
  return ({ old_province_name: province, old_district_name: district }) => {
    const written = `${province}|${district}`
    const seen = known.get(written)
    if (seen) return seen
    const code = found(provinces.get(exactFold(province ?? '')), province)
    const key = nameKey(code, district ?? '')
    const row = found(districts.get(newer.get(key) ?? key), key)
    known.set(written, row)
    return row
  }
}

function successorFinder(pack: AddressPackage, after: readonly UnitRow[]): (row: MapRow) => string {
  const provinces = new Map(
    pack.provinces.map((row) => [exactFold(fullProvinceName(row.name)), row.province_code]),
  )
  const codes = byName(after)
  return ({ new_province_name: province, new_ward_name: commune }) => {
    const code = found(provinces.get(exactFold(fullProvinceName(province))), province)
    return found(codes.get(nameKey(code, commune)), commune)
  }
}

function communeSuccessors(edges: Edges): readonly SuccessorRow[] {
  return [...edges].flatMap(([code, today]) =>
    [...today].map(
      (now): SuccessorRow => ({
        old: { level: 'commune', code },
        new: { level: 'commune', code: now, validFrom: REFORM_DAY },
        manner: 'succeeds',
      }),
    ),
  )
}

/** A district has no successor in law. Its land is that of its communes; an island without communes became a special zone. */
function districtSuccessors(
  before: readonly UnitRow[],
  edges: Edges,
  facts: UnitFacts,
): readonly SuccessorRow[] {
  const land = new Map<string, Set<string>>()
  for (const { code, parentCode = '' } of before) {
    const today = land.get(parentCode) ?? new Set()
    for (const now of edges.get(code) ?? []) today.add(now)
    land.set(parentCode, today)
  }
  return facts.districts.flatMap(({ code, became }) =>
    [...(became ? [became] : (land.get(code) ?? []))].map(
      (now): SuccessorRow => ({
        old: { level: 'district', code },
        new: { level: 'commune', code: now, validFrom: REFORM_DAY },
        manner: became ? 'succeeds' : 'covers',
      }),
    ),
  )
}

type Mutable<Row> = { -readonly [Key in keyof Row]: Row[Key] }

function formerCommune(row: MapRow, { code, province }: District): Mutable<FormerCommuneRow> {
  return {
    ...readUnitName('commune', row.old_ward_name ?? ''),
    provinceCode: province,
    districtCode: code,
    districtName: cleanName(row.old_district_name ?? ''),
    successorCodes: [],
  }
}

function withSuccessor(commune: Mutable<FormerCommuneRow>, successor: string): Mutable<FormerCommuneRow> {
  if (!commune.successorCodes.includes(successor)) {
    commune.successorCodes = [...commune.successorCodes, successor]
  }
  return commune
}

function correctionsOf(facts: UnitFacts, what: string): UnitFacts['corrections'] {
  return facts.corrections.filter((row) => row.what === what)
}

function unchanged(facts: UnitFacts): UnitFacts['corrections'] {
  return correctionsOf(facts, 'unchanged')
}

/** Full name below a parent -> code. Two of one name under one parent would make the names useless as keys. */
function byName(communes: readonly UnitRow[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const { parentCode = '', name, code } of communes) {
    const key = nameKey(parentCode, name)
    if (codes.has(key)) throw new Error(`Two communes are called ${key}`)
    codes.set(key, code)
  }
  return codes
}

function nameKey(parent: string, name: string): string {
  return `${parent} ${exactFold(name)}`
}

function found<Thing>(thing: Thing | undefined, what: string | null): Thing {
  if (thing === undefined) throw new Error(`The address package names what is not known here: ${what}`)
  return thing
}
