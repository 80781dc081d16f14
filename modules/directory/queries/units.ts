import type { CivilDate } from '#kernel/civil-date'
import { type Db, empty, type Sql, sql } from '#platform/db'
import {
  levelOfCode,
  type Unit,
  type UnitKey,
  type UnitKind,
  type UnitLevel,
  type UnitParent,
} from '../units.ts'

/** A row of `unitColumns`: the unit, the unit above it, and the province above that. */
export type UnitRecord = {
  level: UnitLevel
  code: string
  validFrom: CivilDate | null
  validTo: CivilDate | null
  kind: UnitKind
  name: string
  legalBasis: string | null
  parentLevel: UnitLevel | null
  parentCode: string | null
  parentFrom: CivilDate | null
  parentName: string | null
  provinceCode: string | null
  provinceFrom: CivilDate | null
  provinceName: string | null
}

export const unitColumns = sql`
  u.level, u.code, nullif(u.valid_from, '-infinity') as valid_from, u.valid_to, u.kind, u.name, u.legal_basis,
  p.level as parent_level, p.code as parent_code, nullif(p.valid_from, '-infinity') as parent_from, p.name as parent_name,
  v.code as province_code, nullif(v.valid_from, '-infinity') as province_from, v.name as province_name`

/** The units above `u`, as they are called today or were called on its last day. */
export function withParents(today: CivilDate): Sql {
  return sql`
    cross join lateral (
      select least(u.valid_to - 1, greatest(u.valid_from, ${today}::date)) as at
    ) d
    left join directory.unit p
      on p.level = u.parent_level
     and p.code = u.parent_code
     and p.valid_from <= d.at
     and coalesce(p.valid_to > d.at, true)
    left join directory.unit v
      on v.level = 'province'
     and v.code = u.province_code
     and v.valid_from <= d.at
     and coalesce(v.valid_to > d.at, true)
     and u.parent_level = 'district'`
}

export function unitOf(row: UnitRecord): Unit {
  const { level, code, validFrom, validTo, kind, name, legalBasis } = row
  const parents = [
    parentOf(row.parentLevel, row.parentCode, row.parentFrom, row.parentName),
    parentOf('province', row.provinceCode, row.provinceFrom, row.provinceName),
  ].filter((parent) => parent !== undefined)
  return {
    level,
    code,
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    kind,
    name,
    parents,
    ...(legalBasis ? { legalBasis } : {}),
  }
}

function parentOf(
  level: UnitLevel | null,
  code: string | null,
  validFrom: CivilDate | null,
  name: string | null,
): UnitParent | undefined {
  if (!level || !code || !name) return undefined
  return { level, code, ...(validFrom ? { validFrom } : {}), name }
}

/** Every stretch in which a code named something, the latest first. */
export async function unitsOfCode(
  db: Db,
  level: UnitLevel,
  code: string,
  today: CivilDate,
): Promise<readonly Unit[]> {
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from directory.unit u
      ${withParents(today)}
     where u.level = ${level} and u.code = ${code}
     order by u.valid_from desc`)
  return rows.map(unitOf)
}

export async function unitsByKey(
  db: Db,
  keys: readonly UnitKey[],
  today: CivilDate,
): Promise<readonly Unit[]> {
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from ${keyTable(keys)}
      join directory.unit u
        on (u.level, u.code, u.valid_from) = (k.level, k.code, k.valid_from)
      ${withParents(today)}
     order by u.level, u.code, u.valid_from`)
  return rows.map(unitOf)
}

/**
 * The keys as a table `k (level, code, valid_from, at)`, numbered from 1. Each array stands in a `select` of its own, so
 * that the server cannot see its length: else it plans every call anew, which takes ten times as long as the query.
 */
export function keyTable(keys: readonly UnitKey[]): Sql {
  return sql`
    unnest(
      (select ${keys.map((key) => key.level)}::text[]),
      (select ${keys.map((key) => key.code)}::text[]),
      (select ${keys.map((key) => key.validFrom ?? '-infinity')}::date[]))
    with ordinality as k (level, code, valid_from, at)`
}

type UnitFilter = {
  readonly level: UnitLevel
  /** Units in force on this day. */
  readonly at: CivilDate
  /** Code of the unit above, as valid on `at`: a province for communes of both eras, or a district. */
  readonly parent?: string | undefined
  /** Part of a name, folded. */
  readonly plainName?: string | undefined
  /** Codes after this one. */
  readonly after?: string | undefined
  readonly limit: number
}

/** In the order of the codes. Expected plan: the key from `after` on, or the index of the province or the parent. */
export async function listUnits(db: Db, filter: UnitFilter): Promise<readonly Unit[]> {
  const { level, at, parent, plainName, after, limit } = filter
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from directory.unit u
      ${withParents(at)}
     where u.level = ${level}
       and u.valid_from <= ${at}
       and coalesce(u.valid_to > ${at}, true)
       ${parent === undefined ? empty : below(parent)}
       ${plainName === undefined ? empty : sql`and u.plain_name like ${`%${plainName}%`}`}
       ${after === undefined ? empty : sql`and u.code > ${after}`}
     order by u.code
     limit ${limit}`)
  return rows.map(unitOf)
}

/** A province has communes of both eras below it, a district only those of before 1/7/2025. */
function below(parent: string): Sql {
  return levelOfCode(parent) === 'district'
    ? sql`and u.parent_level = 'district' and u.parent_code = ${parent}`
    : sql`and u.level <> 'province' and u.province_code = ${parent}`
}

export type ProvinceRow = { readonly code: string; readonly name: string; readonly communes: number }

/** The provinces in force on a day by name, each with the number of its communes. */
export async function listProvincesByName(db: Db, on: CivilDate): Promise<readonly ProvinceRow[]> {
  return db.many<ProvinceRow>(sql`
    select p.code, p.name, count(c.code) as communes
      from directory.unit p
      left join directory.unit c
        on c.province_code = p.code
       and c.level = 'commune'
       and c.valid_from <= ${on}
       and coalesce(c.valid_to > ${on}, true)
     where p.level = 'province'
       and p.valid_from <= ${on}
       and coalesce(p.valid_to > ${on}, true)
     group by p.code, p.name, p.plain_name
     order by p.plain_name, p.code`)
}

/** The communes of a province in force on a day, by name. */
export async function listCommunesByName(
  db: Db,
  provinceCode: string,
  on: CivilDate,
): Promise<readonly Unit[]> {
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from directory.unit u
      ${withParents(on)}
     where u.province_code = ${provinceCode}
       and u.level = 'commune'
       and u.valid_from <= ${on}
       and coalesce(u.valid_to > ${on}, true)
     order by u.plain_name, u.exact_name, u.code`)
  return rows.map(unitOf)
}

/** The units of the level right below that were in force on a day, by name. */
export async function listChildrenByName(
  db: Db,
  { level, code }: UnitKey,
  on: CivilDate,
): Promise<readonly Unit[]> {
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from directory.unit u
      ${withParents(on)}
     where u.parent_level = ${level}
       and u.parent_code = ${code}
       and u.valid_from <= ${on}
       and coalesce(u.valid_to > ${on}, true)
     order by u.plain_name, u.exact_name, u.code`)
  return rows.map(unitOf)
}

/** Units in force on a day whose code differs from a mistyped one in a single digit. Scans one level: rare. */
export async function unitsOneDigitApart(
  db: Db,
  level: UnitLevel,
  code: string,
  on: CivilDate,
): Promise<readonly Unit[]> {
  const patterns = Array.from(code, (_, at) => `${code.slice(0, at)}_${code.slice(at + 1)}`)
  const rows = await db.many<UnitRecord>(sql`
    select ${unitColumns}
      from directory.unit u
      ${withParents(on)}
     where u.level = ${level}
       and u.code like any(${patterns}::text[])
       and u.valid_from <= ${on}
       and coalesce(u.valid_to > ${on}, true)
     order by u.code
     limit 5`)
  return rows.map(unitOf)
}
