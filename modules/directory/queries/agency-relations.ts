import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type {
  AgencyBrief,
  AgencyCodeRow,
  AgencyName,
  AgencyUnit,
  Confidence,
  PresentSuccessor,
  Succession,
} from '../agency.ts'
import { type BriefRow, briefColumns, briefJoins, briefOf, dayOf } from './agency-rows.ts'

export async function briefById(db: Db, id: string, on: CivilDate): Promise<AgencyBrief | undefined> {
  const row = await db.maybeOne<BriefRow>(sql`
    select ${briefColumns}
      from directory.agency a ${briefJoins(on)}
     where a.id = ${id}`)
  return row && briefOf(row, on)
}

export async function countChildren(db: Db, id: string, on: CivilDate): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) as count
      from directory.agency a
     where a.parent_id = ${id}
       and a.valid_from <= ${on}::date
       and (a.valid_to is null or a.valid_to > ${on}::date)`)
  return count
}

type NameRow = {
  name: string
  nameEn: string
  validFrom: string
  validTo: string | null
  legalSource: string | null
}

export async function namesOf(db: Db, id: string): Promise<AgencyName[]> {
  const rows = await db.many<NameRow>(sql`
    select name, name_en, valid_from, valid_to, legal_source
      from directory.agency_name
     where agency_id = ${id}
     order by valid_from`)
  return rows.map(({ name, nameEn, legalSource, ...row }) => ({
    name,
    nameEn,
    ...stretch(row),
    ...(legalSource !== null && { legalSource }),
  }))
}

type CodeRow = Pick<AgencyCodeRow, 'format' | 'code' | 'source' | 'confidence'> & Stretch

/** The left-to-right spelling first. */
export async function codesOf(db: Db, id: string): Promise<AgencyCodeRow[]> {
  const rows = await db.many<CodeRow>(sql`
    select format, code, valid_from, valid_to, source, confidence
      from directory.agency_code
     where agency_id = ${id}
     order by format desc, valid_from, code`)
  return rows.map(({ format, code, source, confidence, ...row }) => ({
    format,
    code,
    ...stretch(row),
    source,
    confidence,
  }))
}

/** The unit served on the day, or the last one served before it. */
export async function unitOf(db: Db, id: string, on: CivilDate): Promise<AgencyUnit | undefined> {
  return db.maybeOne<AgencyUnit>(sql`
    select u.level, u.code, u.name
      from directory.agency_unit l
      join directory.unit u
        on (u.level, u.code, u.valid_from) = (l.level, l.code, l.unit_valid_from)
     where l.agency_id = ${id}
     order by u.valid_from > ${on}::date, u.valid_from desc
     limit 1`)
}

type SuccessionRow = BriefRow & {
  readonly onDay: string
  readonly scope: string | null
  readonly scopeEn: string | null
  readonly legalSource: string
  readonly confidence: Confidence
}

/** What this agency became: the one that took the whole first. */
export async function successorsOf(db: Db, id: string, on: CivilDate): Promise<Succession[]> {
  const rows = await db.many<SuccessionRow>(sql`
    select ${briefColumns}, s.on_day, s.scope, s.scope_en, s.legal_source, s.confidence
      from directory.agency_successor s
      join directory.agency a on a.id = s.successor_id ${briefJoins(on)}
     where s.agency_id = ${id}
     order by s.on_day, s.scope nulls first, a.sort_key`)
  return rows.map((row) => successionOf(row, on))
}

/** What this agency took over, whole agencies first. */
export async function predecessorsOf(db: Db, id: string, on: CivilDate): Promise<Succession[]> {
  const rows = await db.many<SuccessionRow>(sql`
    select ${briefColumns}, s.on_day, s.scope, s.scope_en, s.legal_source, s.confidence
      from directory.agency_successor s
      join directory.agency a on a.id = s.agency_id ${briefJoins(on)}
     where s.successor_id = ${id}
     order by s.on_day, s.scope nulls first, a.sort_key`)
  return rows.map((row) => successionOf(row, on))
}

/**
 * Nay là: for each dissolved agency, the agencies that work on the day and to which its duties have come, over however
 * many steps. An agency that is not dissolved has none. `union` and the number of steps end a circle in the data.
 */
export async function presentSuccessorsOf(
  db: Db,
  ids: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, readonly PresentSuccessor[]>> {
  const rows = await db.many<BriefRow & { origin: string; takesAll: boolean }>(sql`
    with recursive path (origin, id, takes_all, step) as (
      select g.id, g.id, true, 0
        from directory.agency g
       where g.id = any(${ids}::uuid[])
       union
      select p.origin, s.successor_id, p.takes_all and s.scope is null, p.step + 1
        from path p
        join directory.agency g on g.id = p.id and g.valid_to <= ${on}::date
        join directory.agency_successor s on s.agency_id = p.id and s.on_day <= ${on}::date
       where p.step < 12
    ), reached as (
      select origin, id, bool_or(takes_all) as takes_all
        from path
       where id <> origin
       group by origin, id
    )
    select ${briefColumns}, r.origin, r.takes_all
      from reached r
      join directory.agency a on a.id = r.id ${briefJoins(on)}
     where a.valid_to is null or a.valid_to > ${on}::date
     order by r.origin, r.takes_all desc, a.sort_key`)
  const found = Map.groupBy(rows, (row) => row.origin)
  return new Map(
    ids.map((id) => [
      id,
      (found.get(id) ?? []).map((row) => ({ agency: briefOf(row, on), takesAll: row.takesAll })),
    ]),
  )
}

function successionOf(row: SuccessionRow, on: CivilDate): Succession {
  const { onDay, scope, scopeEn, legalSource, confidence } = row
  return {
    agency: briefOf(row, on),
    on: asCivilDate(onDay),
    ...(scope !== null && { scope }),
    ...(scopeEn !== null && { scopeEn }),
    legalSource,
    confidence,
  }
}

type Stretch = { readonly validFrom: string; readonly validTo: string | null }

function stretch(row: Stretch): { readonly validFrom?: CivilDate; readonly validTo?: CivilDate } {
  const [validFrom, validTo] = [dayOf(row.validFrom), dayOf(row.validTo)]
  return { ...(validFrom && { validFrom }), ...(validTo && { validTo }) }
}
