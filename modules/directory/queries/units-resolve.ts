import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { Place } from '../resolve-unit-match.ts'

type PlaceRow = Omit<Place, 'code' | 'validFrom' | 'validTo' | 'districtCode'> & {
  code: string | null
  validFrom: CivilDate | null
  validTo: CivilDate | null
  districtCode: string | null
}

/**
 * Every unit under any of these names, own, other or former. Expected plan: one index look-up per name in each of the
 * three tables, then look-ups by key. The array stands in a `select` so that the plan is made once (see `keyTable`).
 */
export async function placesNamed(db: Db, plainNames: readonly string[]): Promise<readonly Place[]> {
  const rows = await db.many<PlaceRow>(sql`
    with named as (
      select level, code, valid_from, kind, exact_name, plain_name
        from directory.unit
       where plain_name = any((select ${plainNames}::text[])::text[])
       union all
      select level, code, valid_from, kind, exact_name, plain_name
        from directory.unit_alias
       where plain_name = any((select ${plainNames}::text[])::text[])
    )
    select u.level || ':' || u.code || ':' || u.valid_from as id,
           u.level, u.code, nullif(u.valid_from, '-infinity') as valid_from, u.valid_to,
           n.kind, n.exact_name, n.plain_name, u.province_code,
           case u.parent_level when 'district' then u.parent_code end as district_code,
           coalesce(p.new_code, u.province_code) as today_province,
           case u.level
             when 'district' then array(
               select s.new_code
                 from directory.unit_successor s
                where (s.level, s.code, s.valid_from) = (u.level, u.code, u.valid_from)
                order by s.new_code)
             else '{}'
           end as covers
      from named n
      join directory.unit u
        on (u.level, u.code, u.valid_from) = (n.level, n.code, n.valid_from)
      left join directory.unit_successor p
        on (p.level, p.code, p.valid_from) = ('province', u.province_code, '-infinity')
       and u.valid_from = '-infinity'
     union all
    select 'former:' || f.province_code || ':' || f.district_code || ':' || f.name,
           'commune', null, null, '2025-07-01',
           f.kind, f.exact_name, f.plain_name, f.province_code,
           f.district_code,
           p.new_code,
           '{}'
      from directory.former_commune f
      join directory.unit_successor p
        on (p.level, p.code, p.valid_from) = ('province', f.province_code, '-infinity')
     where f.plain_name = any((select ${plainNames}::text[])::text[])
     order by id, exact_name`)
  return rows.map(placeOf)
}

function placeOf({ code, validFrom, validTo, districtCode, ...rest }: PlaceRow): Place {
  return {
    ...rest,
    ...(code ? { code } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(districtCode ? { districtCode } : {}),
  }
}

type CloseName = { readonly typed: string; readonly plainName: string }

/** The names that share most groups of three letters with each typed one. Expected plan: a walk of the nearest in the index. */
export async function namesLike(db: Db, typed: readonly string[]): Promise<readonly CloseName[]> {
  return db.many<CloseName>(sql`
    select t.typed, n.plain_name
      from unnest(${typed}::text[]) as t (typed)
     cross join lateral (
             select plain_name, plain_name <-> t.typed as distance
               from directory.unit_plain_name
              order by distance, plain_name
              limit 20) n
     where n.distance < 0.7
     order by t.typed, n.distance, n.plain_name`)
}

/** The names of the communes below these districts and provinces, of every time. At most a few hundred. */
export async function namesWithin(
  db: Db,
  districts: readonly string[],
  provinces: readonly string[],
): Promise<readonly string[]> {
  const rows = await db.many<{ plainName: string }>(sql`
    select plain_name
      from directory.unit
     where parent_code = any(${districts}::text[])
       and parent_level = 'district'
     union
    select plain_name
      from directory.unit
     where parent_code = any(${provinces}::text[])
       and parent_level = 'province'
       and level = 'commune'
     union
    select plain_name
      from directory.former_commune
     where district_code = any(${districts}::text[])
     order by plain_name`)
  return rows.map(({ plainName }) => plainName)
}
