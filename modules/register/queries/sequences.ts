import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'

/** Takes `count` numbers of a day for good, and answers the last of them. One row by primary key, its own short transaction. */
export async function takeNumbers(
  db: Db,
  { agencyCode, day, count }: { agencyCode: string; day: CivilDate; count: number },
): Promise<number> {
  const { last } = await db.one<{ last: number }>(sql`
    insert into register.code_sequence as s (agency_code, day, last)
    values (${agencyCode}, ${day}, ${count})
    on conflict (agency_code, day) do update set last = s.last + excluded.last
    returning s.last`)
  return last
}
