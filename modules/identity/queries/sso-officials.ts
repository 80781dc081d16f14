import { type Db, sql } from '#platform/db'

/** The name of an official who still serves. */
export async function officialNameOf(db: Db, accountId: string): Promise<string | undefined> {
  const row = await db.maybeOne<{ name: string }>(sql`
    select name
      from identity.official
     where account_id = ${accountId} and left_at is null`)
  return row?.name
}
