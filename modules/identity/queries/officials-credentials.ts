import { type Db, sql, type Tx } from '#platform/db'

export type PasswordRow = { readonly hash: string; readonly setAt: Date }
export type TotpRow = { readonly secret: Buffer; readonly lastStep: number; readonly setAt: Date }
export type PasskeyRow = {
  readonly credentialId: string
  readonly accountId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly isSynced: boolean
  readonly name: string
  readonly madeAt: Date
  readonly usedAt: Date | null
}

export async function passwordOf(db: Db, accountId: string): Promise<PasswordRow | undefined> {
  return db.maybeOne<PasswordRow>(sql`
    select hash, set_at
      from identity.password
     where account_id = ${accountId}`)
}

export async function storePassword(
  db: Db,
  { accountId, hash, now }: { accountId: string; hash: string; now: Date },
): Promise<void> {
  await db.run(sql`
    insert into identity.password (account_id, hash, set_at)
    values (${accountId}, ${hash}, ${now})
    on conflict (account_id) do update
       set hash = excluded.hash,
           set_at = excluded.set_at`)
}

/** The same password with dearer parameters, unless it was changed meanwhile. */
export async function renewHash(
  db: Db,
  { accountId, before, after }: { accountId: string; before: string; after: string },
): Promise<void> {
  await db.run(sql`
    update identity.password
       set hash = ${after}
     where account_id = ${accountId}
       and hash = ${before}`)
}

export async function totpOf(db: Db, accountId: string): Promise<TotpRow | undefined> {
  return db.maybeOne<TotpRow>(sql`
    select secret, last_step, set_at
      from identity.totp
     where account_id = ${accountId}`)
}

export async function storeTotp(
  tx: Tx,
  { accountId, secret, step, now }: { accountId: string; secret: Buffer; step: number; now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into identity.totp (account_id, secret, last_step, set_at)
    values (${accountId}, ${secret}, ${step}, ${now})
    on conflict (account_id) do update
       set secret = excluded.secret,
           last_step = excluded.last_step,
           set_at = excluded.set_at`)
}

/** Whether this request is the first to take the step. */
export async function takeTotpStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const taken = await tx.run(sql`
    update identity.totp
       set last_step = ${step}
     where account_id = ${accountId}
       and last_step < ${step}`)
  return taken === 1
}

export async function removeTotp(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from identity.totp where account_id = ${accountId}`)
}

export async function passkeysOf(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db.many<PasskeyRow>(sql`
    select credential_id, account_id, public_key, counter, transports, is_synced, name, made_at, used_at
      from identity.passkey
     where account_id = ${accountId}
     order by made_at, credential_id`)
}

export async function passkeyById(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  return db.maybeOne<PasskeyRow>(sql`
    select credential_id, account_id, public_key, counter, transports, is_synced, name, made_at, used_at
      from identity.passkey
     where credential_id = ${credentialId}`)
}

/** False when the key is registered already, here or with another account. */
export async function insertPasskey(tx: Tx, key: Omit<PasskeyRow, 'usedAt'>): Promise<boolean> {
  const added = await tx.run(sql`
    insert into identity.passkey (
           credential_id, account_id, public_key, counter, transports, is_synced, name, made_at)
    values (${key.credentialId}, ${key.accountId}, ${key.publicKey}, ${key.counter}, ${key.transports}::text[],
            ${key.isSynced}, ${key.name}, ${key.madeAt})
    on conflict do nothing`)
  return added === 1
}

/** A counter never goes back; zero means that the key does not count. False when somebody else was here meanwhile. */
export async function usePasskey(
  tx: Tx,
  { credentialId, counter, now }: { credentialId: string; counter: number; now: Date },
): Promise<boolean> {
  const used = await tx.run(sql`
    update identity.passkey
       set counter = ${counter},
           used_at = ${now}
     where credential_id = ${credentialId}
       and (counter < ${counter} or (counter = 0 and ${counter} = 0))`)
  return used === 1
}

export async function renamePasskey(
  tx: Tx,
  { accountId, credentialId, name }: { accountId: string; credentialId: string; name: string },
): Promise<boolean> {
  const renamed = await tx.run(sql`
    update identity.passkey
       set name = ${name}
     where credential_id = ${credentialId}
       and account_id = ${accountId}`)
  return renamed === 1
}

export async function removePasskey(tx: Tx, accountId: string, credentialId: string): Promise<boolean> {
  const removed = await tx.run(sql`
    delete from identity.passkey
     where credential_id = ${credentialId}
       and account_id = ${accountId}`)
  return removed === 1
}

/** New codes in place of all old ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { accountId, digests, now }: { accountId: string; digests: readonly Buffer[]; now: Date },
): Promise<void> {
  await tx.run(sql`delete from identity.recovery_code where account_id = ${accountId}`)
  await tx.run(sql`
    insert into identity.recovery_code (digest, account_id, made_at)
    select digest, ${accountId}, ${now}
      from unnest(${digests}::bytea[]) as digest`)
}

/** Whether the code was there and unused. */
export async function takeRecoveryCode(tx: Tx, digest: Buffer, now: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    update identity.recovery_code
       set used_at = ${now}
     where digest = ${digest}
       and used_at is null`)
  return taken === 1
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) as count
      from identity.recovery_code
     where account_id = ${accountId}
       and used_at is null`)
  return count
}

/** Everything that lets somebody in but the password. */
export async function removeSecondFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from identity.totp where account_id = ${accountId}`)
  await tx.run(sql`delete from identity.passkey where account_id = ${accountId}`)
  await tx.run(sql`delete from identity.recovery_code where account_id = ${accountId}`)
}

export async function removePassword(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from identity.password where account_id = ${accountId}`)
}
