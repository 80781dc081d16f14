import { type Db, type Sql, sql, type Tx } from '#platform/db'

export type OfficialRow = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly enrolledAt: Date | null
  readonly leftAt: Date | null
  readonly leftWhy: string | null
}

export type PostRow = {
  readonly id: string
  readonly accountId: string
  readonly agency: string
  readonly title: string
  readonly since: Date
  readonly endedAt: Date | null
  readonly endedWhy: string | null
}

const official: Sql = sql`f.account_id, f.name, f.email, f.enrolled_at, f.left_at, f.left_why`

export async function officialById(db: Db, accountId: string): Promise<OfficialRow | undefined> {
  return db.maybeOne<OfficialRow>(sql`
    select ${official}
      from identity.official f
     where f.account_id = ${accountId}`)
}

/** Held until the transaction ends: acts on one official come one after another. */
export async function lockOfficial(tx: Tx, accountId: string): Promise<OfficialRow | undefined> {
  return tx.maybeOne<OfficialRow>(sql`
    select ${official}
      from identity.official f
     where f.account_id = ${accountId}
       for update`)
}

/** By primary key. */
export async function officialNameRows(
  db: Db,
  accountIds: readonly string[],
): Promise<Pick<OfficialRow, 'accountId' | 'name'>[]> {
  return db.many<Pick<OfficialRow, 'accountId' | 'name'>>(sql`
    select f.account_id, f.name
      from identity.official f
     where f.account_id = any(${accountIds}::uuid[])`)
}

export async function officialByEmail(db: Db, email: string): Promise<OfficialRow | undefined> {
  return db.maybeOne<OfficialRow>(sql`
    select ${official}
      from identity.official f
     where f.email = ${email}`)
}

export async function insertOfficial(
  tx: Tx,
  { accountId, name, email, now }: { accountId: string; name: string; email: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into identity.account (id, kind, opened_at)
    values (${accountId}, 'official', ${now})`)
  await tx.run(sql`
    insert into identity.official (account_id, name, email)
    values (${accountId}, ${name}, ${email})`)
}

/** Back in an agency after having left them all. */
export async function bringBackOfficial(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`
    update identity.official
       set left_at = null,
           left_why = null,
           enrolled_at = null
     where account_id = ${accountId}`)
}

export async function markEnrolled(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.run(sql`
    update identity.official
       set enrolled_at = coalesce(enrolled_at, ${now})
     where account_id = ${accountId}`)
}

export async function markLeft(tx: Tx, accountId: string, why: string, now: Date): Promise<void> {
  await tx.run(sql`
    update identity.official
       set left_at = ${now},
           left_why = ${why}
     where account_id = ${accountId}`)
}

export async function insertPost(
  tx: Tx,
  post: Pick<PostRow, 'id' | 'accountId' | 'agency' | 'title' | 'since'> & { givenBy: string | undefined },
): Promise<void> {
  await tx.run(sql`
    insert into identity.post (id, account_id, agency, title, since, given_by)
    values (${post.id}, ${post.accountId}, ${post.agency}, ${post.title}, ${post.since}, ${post.givenBy ?? null})`)
}

/** Living ones first, then the newest. */
export async function postsOf(db: Db, accountIds: readonly string[]): Promise<PostRow[]> {
  return db.many<PostRow>(sql`
    select id, account_id, agency, title, since, ended_at, ended_why
      from identity.post
     where account_id = any(${accountIds}::uuid[])
     order by ended_at desc nulls first, since desc, id`)
}

type EndPosts = { ids: readonly string[]; by: string; why: string; now: Date }

export async function endPosts(tx: Tx, { ids, by, why, now }: EndPosts): Promise<void> {
  await tx.run(sql`
    update identity.post
       set ended_at = ${now},
           ended_by = ${by},
           ended_why = ${why}
     where id = any(${ids}::uuid[])
       and ended_at is null`)
}

export async function namesOfOfficials(db: Db, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ accountId: string; name: string }>(sql`
    select account_id, name
      from identity.official
     where account_id = any(${accountIds}::uuid[])
     order by account_id`)
  return new Map(rows.map(({ accountId, name }) => [accountId, name]))
}
