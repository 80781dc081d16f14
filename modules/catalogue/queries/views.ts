import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'

/** Adds counted openings. A code that is no longer there is left out. */
export async function addViews(db: Db, day: CivilDate, views: ReadonlyMap<string, number>): Promise<void> {
  await db.run(sql`
    insert into catalogue.view_count as v (day, procedure_code, views)
    select ${day}::date, p.code, counted.views
      from unnest(${[...views.keys()]}::text[], ${[...views.values()]}::int[]) as counted (code, views)
      join catalogue.procedure p on p.code = counted.code
     order by p.code
    on conflict (day, procedure_code) do update
       set views = v.views + excluded.views`)
}

/** The procedures that were opened most since `since`; those that people need most in general fill the places left. */
export async function mostUsedCodes(db: Db, since: CivilDate, limit: number): Promise<string[]> {
  const rows = await db.many<{ code: string }>(sql`
    select p.code
      from catalogue.procedure p
      left join (
           select procedure_code, sum(views) as views
             from catalogue.view_count
            where day >= ${since}
            group by procedure_code) counted on counted.procedure_code = p.code
     where p.status = 'public' and not p.is_internal
     order by coalesce(counted.views, 0) + p.rank desc, p.code
     limit ${limit}`)
  return rows.map(({ code }) => code)
}
