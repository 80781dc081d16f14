import { type Db, sql, type Tx } from '#platform/db'

export type AccountRow = {
  readonly id: string
  readonly username: string
  readonly passwordHash: string
  readonly agency: string
  readonly agencyCode: string
  readonly grantedCodes: readonly string[]
  readonly repeatsAreFine: boolean
}

/** By its unique name; one that was ended is nobody's. */
export async function accountByName(db: Db, username: string): Promise<AccountRow | undefined> {
  return db.maybeOne<AccountRow>(sql`
    select a.id, a.username, a.password_hash, a.agency, a.agency_code, a.granted_codes, a.repeats_are_fine
      from sync.account a
     where a.username = ${username}
       and a.ended_at is null`)
}

export async function insertAccount(
  tx: Tx,
  a: AccountRow & { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into sync.account (
           id, username, password_hash, agency, agency_code, granted_codes, repeats_are_fine, created_by, created_at)
    values (${a.id}, ${a.username}, ${a.passwordHash}, ${a.agency}, ${a.agencyCode}, ${[...a.grantedCodes]}::text[],
            ${a.repeatsAreFine}, ${a.by}, ${a.now})
    on conflict (username) do nothing
    returning id`)
  return rows.length === 1
}

export async function insertSession(
  db: Db,
  s: { digest: Buffer; accountId: string; expiresAt: Date },
): Promise<void> {
  await db.many(sql`
    insert into sync.session (digest, account_id, expires_at)
    values (${s.digest}, ${s.accountId}, ${s.expiresAt})`)
}

/** By primary key. */
export async function sessionAccount(
  db: Db,
  digest: Buffer,
): Promise<(AccountRow & { readonly expiresAt: Date }) | undefined> {
  return db.maybeOne(sql`
    select a.id, a.username, a.password_hash, a.agency, a.agency_code, a.granted_codes, a.repeats_are_fine, s.expires_at
      from sync.session s
      join sync.account a on a.id = s.account_id
     where s.digest = ${digest}
       and a.ended_at is null`)
}

export async function dropOldSessions(db: Db, now: Date): Promise<number> {
  return db.run(sql`delete from sync.session where expires_at < ${now}`)
}
