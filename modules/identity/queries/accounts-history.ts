import { type Db, sql } from '#platform/db'

export type ClaimChange = {
  readonly claim: string
  readonly before: unknown
  readonly after: unknown
}

export type ClaimChangeRow = ClaimChange & {
  readonly id: number
  readonly at: Date
  readonly source: string
}

type NewChanges = {
  readonly accountId: string
  readonly changes: readonly ClaimChange[]
  readonly source: string
  readonly now: Date
}

export async function insertClaimChanges(
  db: Db,
  { accountId, changes, source, now }: NewChanges,
): Promise<void> {
  if (changes.length === 0) return
  const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await db.run(sql`
    insert into identity.claim_change (account_id, at, claim, before, after, source)
    select ${accountId}, ${now}, c.claim, c.before::jsonb, c.after::jsonb, ${source}
      from unnest(${changes.map(({ claim }) => claim)}::text[],
                  ${changes.map(({ before }) => asJson(before))}::text[],
                  ${changes.map(({ after }) => asJson(after))}::text[]) with ordinality as c (claim, before, after, at)
     order by c.at`)
}

/** What changed in the data of an account, the latest first; at most `limit` rows. By its index. */
export async function claimChangesOf(db: Db, accountId: string, limit = 200): Promise<ClaimChangeRow[]> {
  return db.many<ClaimChangeRow>(sql`
    select id, at, claim, before, after, source
      from identity.claim_change
     where account_id = ${accountId}
     order by id desc
     limit ${limit}`)
}
