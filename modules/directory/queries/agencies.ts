import type { CivilDate } from '#kernel/civil-date'
import { type Db, empty, join, type Sql, sql } from '#platform/db'
import type { AgencyBrief, AgencyKind, AgencyLevel, AgencyStatus, Contact } from '../agency.ts'
import type { UnitLevel } from '../units.ts'
import { type BriefRow, briefColumns, briefJoins, briefOf } from './agency-rows.ts'

export type AgencyFound = BriefRow & { readonly [Part in keyof Contact]-?: string | null } & {
  readonly parentId: string | null
  readonly validFrom: string
}

/** By any spelling of a code, else by handle. A code leads to one agency, so this is one row or none: index look-ups. */
export async function agencyByCode(
  db: Db,
  { codes, handle, on }: { codes: readonly string[]; handle: string; on: CivilDate },
): Promise<AgencyFound | undefined> {
  return db.maybeOne<AgencyFound>(sql`
    select ${briefColumns}, a.parent_id, a.valid_from, a.address, a.phone, a.email, a.website
      from directory.agency a ${briefJoins(on)}
     where a.id = coalesce(
             (select k.agency_id
                from directory.agency_code k
               where k.code = any(${codes}::text[])
               order by array_position(${codes}::text[], k.code)
               limit 1),
             (select h.id from directory.agency h where h.handle = ${handle}))`)
}

export type AgencyFilter = {
  readonly patterns: readonly string[]
  /** What was asked, in plain words. Agencies whose own name stands in it come first. */
  readonly plainQuestion: string
  readonly kinds: readonly AgencyKind[]
  readonly level?: AgencyLevel
  readonly parentId?: string
  readonly status?: AgencyStatus
  readonly on: CivilDate
}

/** Where a list goes on: the last row that was given out. */
export type ListPlace = { readonly rank: number; readonly sortKey: string; readonly id: string }
export type ListRow = BriefRow &
  ListPlace & { readonly parentName: string | null; readonly parentNameEn: string | null }

/** Keyset over (sort_key, id): an index scan. With a question: a bitmap of the trigram index, and a sort of what it finds. */
export async function agencyRows(
  db: Db,
  filter: AgencyFilter,
  { after, limit }: { after?: ListPlace; limit: number },
): Promise<ListRow[]> {
  const { on, patterns } = filter
  const rank = patterns.length > 0 ? rankIn(filter) : undefined
  const order = rank ? sql`${rank}, a.sort_key, a.id` : sql`a.sort_key, a.id`
  return db.many<ListRow>(sql`
    select ${briefColumns}, ${rank ?? sql`0`} as rank, a.sort_key, p.name as parent_name, p.name_en as parent_name_en
      from directory.agency a ${briefJoins(on)}
      left join lateral (
         select x.name, x.name_en
           from directory.agency_name x
          where x.agency_id = a.parent_id
          order by x.valid_from > ${on}::date, x.valid_from desc
          limit 1) p on true
     where ${matches(filter)} ${after ? behind(after, rank) : empty}
     order by ${order}
     limit ${limit}`)
}

function behind({ rank, sortKey, id }: ListPlace, rankSql: Sql | undefined): Sql {
  if (!rankSql) return sql`and (a.sort_key, a.id) > (${sortKey}, ${id}::uuid)`
  return sql`and (${rankSql}, a.sort_key, a.id) > (${rank}, ${sortKey}, ${id}::uuid)`
}

/** 0 when the name by which it is sorted stands whole in the question: `8 tan thanh/ca mau` has the name `tan thanh`. */
function rankIn({ plainQuestion }: AgencyFilter): Sql {
  return sql`(position(' ' || split_part(substr(a.sort_key, 3), '/', 1) || ' ' in ${` ${plainQuestion} `}) = 0)::int`
}

export async function countAgencyRows(db: Db, filter: AgencyFilter): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) as count
      from directory.agency a
     where ${matches(filter)}`)
  return count
}

function matches({ patterns, kinds, level, parentId, status, on }: AgencyFilter): Sql {
  const conditions = [sql`a.valid_from <= ${on}::date`]
  if (patterns.length > 0) conditions.push(sql`a.search_text like all (${patterns}::text[])`)
  if (kinds.length > 0) conditions.push(sql`a.kind = any(${kinds}::text[])`)
  if (level) conditions.push(sql`a.level = ${level}`)
  if (parentId) conditions.push(sql`a.parent_id = ${parentId}::uuid`)
  if (status === 'current') conditions.push(sql`(a.valid_to is null or a.valid_to > ${on}::date)`)
  if (status === 'dissolved') conditions.push(sql`a.valid_to <= ${on}::date`)
  return join(conditions, ' and ')
}

/** The agencies of some kinds that serve a unit on a day, or the province above it. */
export async function agenciesServing(
  db: Db,
  { level, code, kinds, on }: { level: UnitLevel; code: string; kinds: readonly AgencyKind[]; on: CivilDate },
): Promise<AgencyBrief[]> {
  const rows = await db.many<BriefRow>(sql`
    select distinct ${briefColumns}, a.sort_key
      from directory.unit u
      join directory.unit served
        on (served.level, served.code) in ((u.level, u.code), ('province', u.province_code))
       and served.valid_from <= ${on}::date
       and (served.valid_to is null or served.valid_to > ${on}::date)
      join directory.agency_unit l
        on (l.level, l.code, l.unit_valid_from) = (served.level, served.code, served.valid_from)
      join directory.agency a on a.id = l.agency_id ${briefJoins(on)}
     where u.level = ${level}
       and u.code = ${code}
       and u.valid_from <= ${on}::date
       and (u.valid_to is null or u.valid_to > ${on}::date)
       and a.kind = any(${kinds}::text[])
       and a.valid_from <= ${on}::date
       and (a.valid_to is null or a.valid_to > ${on}::date)
     order by a.sort_key, a.id`)
  return rows.map((row) => briefOf(row, on))
}

/** Agencies whose code is one of `codes` or differs from the one asked for by one sign, those of `codes` first. */
export async function agenciesNearCode(
  db: Db,
  {
    codes,
    patterns,
    on,
    limit,
  }: { codes: readonly string[]; patterns: readonly string[]; on: CivilDate; limit: number },
): Promise<AgencyBrief[]> {
  const rows = await db.many<BriefRow>(sql`
    with near as (
      select k.agency_id, min(array_position(${codes}::text[], k.code)) as place, min(k.code) as code
        from directory.agency_code k
       where k.code = any(${codes}::text[])
          or (k.format = 'v2' and k.code like any (${patterns}::text[]))
       group by k.agency_id
    )
    select ${briefColumns}
      from near
      join directory.agency a on a.id = near.agency_id ${briefJoins(on)}
     order by near.place nulls last, a.valid_to desc nulls first, near.code
     limit ${limit}`)
  return rows.map((row) => briefOf(row, on))
}
