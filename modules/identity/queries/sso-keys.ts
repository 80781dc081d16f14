import { type Db, sql, type Tx } from '#platform/db'
import type { Algorithm } from '../sso/keys.ts'

export type KeyRow = {
  readonly kid: string
  readonly algorithm: Algorithm
  readonly publicKey: Readonly<Record<string, unknown>>
  readonly sealed: Buffer
  readonly madeAt: Date
  readonly signsFrom: Date | null
  readonly retiredAt: Date | null
}

/** Of several processes that find no key, or turn keys over, one works and the others wait for it. */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtextextended('identity.sso_key', 0))`)
}

/** The one that signs first, then the next, then the retired ones. A handful of rows. */
export async function listKeys(db: Db): Promise<KeyRow[]> {
  return db.many<KeyRow>(sql`
    select kid, algorithm, public_key, sealed, made_at, signs_from, retired_at
      from identity.sso_key
     order by algorithm desc, (signs_from is not null and retired_at is null) desc, retired_at desc nulls first, kid`)
}

export async function insertKey(db: Db, key: KeyRow): Promise<void> {
  await db.run(sql`
    insert into identity.sso_key (kid, algorithm, public_key, sealed, made_at, signs_from, retired_at)
    values (${key.kid}, ${key.algorithm}, ${JSON.stringify(key.publicKey)}::jsonb, ${key.sealed}, ${key.madeAt},
            ${key.signsFrom}, ${key.retiredAt})`)
}

/** What signs now only verifies from now on. */
export async function retireCurrentKeys(db: Db, now: Date): Promise<void> {
  await db.run(sql`
    update identity.sso_key
       set retired_at = ${now}
     where signs_from is not null and retired_at is null`)
}

/** What was published beforehand signs from now on. */
export async function promoteNextKeys(db: Db, now: Date): Promise<void> {
  await db.run(sql`
    update identity.sso_key
       set signs_from = ${now}
     where signs_from is null`)
}

export async function deleteKeysRetiredBefore(db: Db, moment: Date): Promise<number> {
  return db.run(sql`
    delete from identity.sso_key
     where retired_at < ${moment}`)
}

export async function deleteAllKeys(db: Db): Promise<number> {
  return db.run(sql`delete from identity.sso_key where true`)
}

/** The salt of this name: the one that was there first, whoever comes. */
export async function saltNamed(db: Db, name: string, fresh: Buffer): Promise<Buffer> {
  await db.run(sql`
    insert into identity.sso_salt (name, value)
    values (${name}, ${fresh})
    on conflict do nothing`)
  const { value } = await db.one<{ value: Buffer }>(sql`
    select value
      from identity.sso_salt
     where name = ${name}`)
  return value
}
