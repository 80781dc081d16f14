import { type Db, sql, type Tx } from '#platform/db'

export type InvitationPurpose = 'first' | 'second_factor' | 'all'

export type InvitationRow = {
  readonly key: Buffer
  readonly accountId: string
  readonly purpose: InvitationPurpose
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

export async function insertInvitation(
  tx: Tx,
  row: Pick<InvitationRow, 'key' | 'accountId' | 'purpose' | 'madeAt' | 'madeBy' | 'expiresAt'> & {
    reason: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into identity.invitation (key, account_id, purpose, reason, made_at, made_by, expires_at)
    values (${row.key}, ${row.accountId}, ${row.purpose}, ${row.reason}, ${row.madeAt}, ${row.madeBy},
            ${row.expiresAt})`)
}

export async function invitationByKey(db: Db, key: Buffer): Promise<InvitationRow | undefined> {
  return db.maybeOne<InvitationRow>(sql`
    select key, account_id, purpose, made_at, made_by, expires_at, accepted_at, withdrawn_at
      from identity.invitation
     where key = ${key}`)
}

/** The one that can still be accepted, if any. */
export async function openInvitationOf(
  db: Db,
  accountId: string,
  now: Date,
): Promise<InvitationRow | undefined> {
  return db.maybeOne<InvitationRow>(sql`
    select key, account_id, purpose, made_at, made_by, expires_at, accepted_at, withdrawn_at
      from identity.invitation
     where account_id = ${accountId}
       and accepted_at is null
       and withdrawn_at is null
       and expires_at > ${now}
     order by made_at desc
     limit 1`)
}

/** Whether this request is the one that accepted it. */
export async function acceptInvitation(tx: Tx, key: Buffer, now: Date): Promise<boolean> {
  const accepted = await tx.run(sql`
    update identity.invitation
       set accepted_at = ${now}
     where key = ${key}
       and accepted_at is null
       and withdrawn_at is null
       and expires_at > ${now}`)
  return accepted === 1
}

export async function withdrawInvitationsOf(tx: Tx, accountId: string, now: Date): Promise<number> {
  return tx.run(sql`
    update identity.invitation
       set withdrawn_at = ${now}
     where account_id = ${accountId}
       and accepted_at is null
       and withdrawn_at is null`)
}
