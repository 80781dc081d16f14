import { type Db, sql, type Tx } from '#platform/db'

/** Writes the change down and wakes the listeners when the transaction commits. Answers the new version. */
export async function addChange(tx: Tx, what: string, now: Date, channel: string): Promise<number> {
  const { id } = await tx.one<{ id: number }>(sql`
    with change as (
      insert into catalogue.change (at, what)
      values (${now}, ${what})
      returning id
    )
    select id, pg_notify(${channel}, id::text)
      from change`)
  return id
}

/** The version of what can be found: 0 for an empty catalogue. */
export async function newestChange(db: Db): Promise<number> {
  const { version } = await db.one<{ version: number }>(sql`
    select coalesce(max(id), 0) as version
      from catalogue.change`)
  return version
}
