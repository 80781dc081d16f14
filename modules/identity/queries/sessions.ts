import { type Db, sql } from '#platform/db'
import type { AccountKind, Assurance, SessionEnd } from '../session.ts'

/** Told of the digest of a session that has ended, never of its id. */
export const SESSION_CHANNEL = 'identity.session_ended'

export type SessionRow = {
  readonly key: Buffer
  readonly accountId: string
  readonly accountKind: AccountKind
  readonly assurance: Assurance
  readonly openedAt: Date
  readonly seenAt: Date
  readonly idleUntil: Date
  readonly endsAt: Date
  readonly device: string
  readonly means: string
  readonly delegationId: string | null
  readonly outside: Readonly<Record<string, unknown>>
  readonly endedAt: Date | null
  /** Of the account: shown in the header. */
  readonly name: string
  /** An official with a living grant of an administrator. */
  readonly isAdministrator: boolean
}

export type SessionInsert = Pick<
  SessionRow,
  | 'key'
  | 'accountId'
  | 'accountKind'
  | 'assurance'
  | 'idleUntil'
  | 'endsAt'
  | 'device'
  | 'means'
  | 'delegationId'
  | 'outside'
> & { readonly now: Date }

export async function insertSession(db: Db, session: SessionInsert): Promise<void> {
  await db.run(sql`
    insert into identity.session (
           key, account_id, account_kind, assurance, opened_at, seen_at, idle_until, ends_at, device, means,
           delegation_id, outside)
    values (${session.key}, ${session.accountId}, ${session.accountKind}, ${session.assurance}, ${session.now},
            ${session.now}, ${session.idleUntil}, ${session.endsAt}, ${session.device}, ${session.means},
            ${session.delegationId}, ${JSON.stringify(session.outside)}::jsonb)`)
}

/**
 * Rows by primary key, each with the name of its account by three others, of which one exists. Grants are looked for, by the
 * index on the account, in the sessions of officials alone.
 */
export async function sessionsByKeys(db: Db, keys: readonly Buffer[], now: Date): Promise<SessionRow[]> {
  return db.many<SessionRow>(sql`
    select s.key, s.account_id, s.account_kind, s.assurance, s.opened_at, s.seen_at, s.idle_until, s.ends_at, s.device,
           s.means, s.delegation_id, s.outside, s.ended_at, coalesce(p.name, o.name, f.name, '') as name,
           case when s.account_kind = 'official' then exists (
              select from identity.role_grant g
               where g.account_id = s.account_id
                 and g.role = 'administrator'
                 and g.ended_at is null
                 and g.from_at <= ${now}
                 and g.until_at > ${now}) else false end as is_administrator
      from identity.session s
      left join identity.person p on p.account_id = s.account_id
      left join identity.organization o on o.account_id = s.account_id
      left join identity.official f on f.account_id = s.account_id
     where s.key = any(${keys}::bytea[])
     order by s.key`)
}

/** Whose session it is or was. */
export async function accountByKey(db: Db, key: Buffer): Promise<string | undefined> {
  const row = await db.maybeOne<{ accountId: string }>(sql`
    select account_id
      from identity.session
     where key = ${key}`)
  return row?.accountId
}

/** The living sessions of an account, the newest first. */
export async function sessionsOf(db: Db, accountId: string, now: Date): Promise<SessionRow[]> {
  return db.many<SessionRow>(sql`
    select s.key, s.account_id, s.account_kind, s.assurance, s.opened_at, s.seen_at, s.idle_until, s.ends_at, s.device,
           s.means, s.delegation_id, s.outside, s.ended_at, '' as name, false as is_administrator
      from identity.session s
     where s.account_id = ${accountId}
       and s.ended_at is null
       and s.idle_until > ${now}
       and s.ends_at > ${now}
     order by s.opened_at desc, s.key
     limit 100`)
}

export async function touchSession(
  db: Db,
  { key, seenAt, idleUntil }: Pick<SessionRow, 'key' | 'seenAt' | 'idleUntil'>,
) {
  await db.run(sql`
    update identity.session
       set seen_at = ${seenAt},
           idle_until = ${idleUntil}
     where key = ${key} and ended_at is null`)
}

export async function endSessionRow(
  db: Db,
  { key, why, now }: { key: Buffer; why: SessionEnd; now: Date },
): Promise<void> {
  await db.many(sql`
    with ended as (
      update identity.session
         set ended_at = ${now},
             ended_why = ${why}
       where key = ${key} and ended_at is null
      returning key
    )
    select pg_notify(${SESSION_CHANNEL}, encode(key, 'hex'))
      from ended`)
}

type EndRows = { accountId: string; why: SessionEnd; now: Date; keep: Buffer | null }

export async function endSessionRows(db: Db, { accountId, why, now, keep }: EndRows): Promise<number> {
  const ended = await db.many(sql`
    with ended as (
      update identity.session
         set ended_at = ${now},
             ended_why = ${why}
       where account_id = ${accountId}
         and ended_at is null
         and key is distinct from ${keep}::bytea
      returning key
    )
    select pg_notify(${SESSION_CHANNEL}, encode(key, 'hex'))
      from ended`)
  return ended.length
}

export type PastSessionRow = Pick<
  SessionRow,
  'openedAt' | 'seenAt' | 'endsAt' | 'device' | 'means' | 'assurance' | 'endedAt'
> & { readonly endedWhy: string | null }

/** Living and ended, the newest first, without what would let anyone use them. Reads all rows of the account: seldom asked. */
export async function allSessionsOf(db: Db, accountId: string, limit: number): Promise<PastSessionRow[]> {
  return db.many<PastSessionRow>(sql`
    select s.opened_at, s.seen_at, s.ends_at, s.device, s.means, s.assurance, s.ended_at, s.ended_why
      from identity.session s
     where s.account_id = ${accountId}
     order by s.opened_at desc, s.key
     limit ${limit}`)
}
