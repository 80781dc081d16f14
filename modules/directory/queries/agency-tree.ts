import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { AgencyBrief } from '../agency.ts'
import { type BriefRow, briefColumns, briefJoins, briefOf } from './agency-rows.ts'

/** One index look-up for each step upwards. */
export async function handlesAbove(db: Db, handle: string): Promise<string[]> {
  const rows = await db.many<{ handle: string }>(sql`
    with recursive line as (
         select a.handle, a.parent_id, 1 as step
           from directory.agency a
          where a.handle = ${handle}
          union all
         select p.handle, p.parent_id, l.step + 1
           from line l
           join directory.agency p on p.id = l.parent_id
          where l.step < 10)
    select handle
      from line
     order by step`)
  return rows.map((row) => row.handle)
}

/** One scan of the index of children for each agency that has any. */
export async function handlesBelow(db: Db, handle: string): Promise<string[]> {
  const rows = await db.many<{ handle: string }>(sql`
    with recursive tree as (
         select a.id, a.handle, 1 as step
           from directory.agency a
          where a.handle = ${handle}
          union all
         select c.id, c.handle, t.step + 1
           from tree t
           join directory.agency c on c.parent_id = t.id
          where t.step < 10)
    select handle
      from tree
     order by step, handle`)
  return rows.map((row) => row.handle)
}

export async function briefsByHandle(
  db: Db,
  handles: readonly string[],
  on: CivilDate,
): Promise<AgencyBrief[]> {
  const rows = await db.many<BriefRow>(sql`
    select ${briefColumns}
      from directory.agency a ${briefJoins(on)}
     where a.handle = any(${handles}::text[])
     order by a.sort_key, a.id`)
  return rows.map((row) => briefOf(row, on))
}
