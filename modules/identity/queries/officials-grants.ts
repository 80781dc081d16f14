import { type Db, type Sql, sql, type Tx } from '#platform/db'
import type { Role } from '../officials/role.ts'

export type GrantRow = {
  readonly id: string
  readonly accountId: string
  readonly postId: string
  readonly role: Role
  readonly agency: string
  readonly mayGive: readonly Role[]
  readonly reason: string
  readonly fromAt: Date
  readonly untilAt: Date
  readonly grantedAt: Date
  readonly grantedBy: string | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endedWhy: string | null
}

const grant: Sql = sql`
  g.id, g.account_id, g.post_id, g.role, g.agency, g.may_give, g.reason, g.from_at, g.until_at, g.granted_at,
  g.granted_by, g.ended_at, g.ended_by, g.ended_why`

/** Those in force at `now`, by an index on the account. */
export async function livingGrantsOf(db: Db, accountId: string, now: Date): Promise<GrantRow[]> {
  return db.many<GrantRow>(sql`
    select ${grant}
      from identity.role_grant g
     where g.account_id = ${accountId}
       and g.ended_at is null
       and g.from_at <= ${now}
       and g.until_at > ${now}
     order by g.until_at desc, g.id`)
}

/** Living grants of a giver, held until the transaction ends: none can be ended while they are being given on. */
export async function lockLivingGrantsOf(tx: Tx, accountId: string, now: Date): Promise<GrantRow[]> {
  return tx.many<GrantRow>(sql`
    select ${grant}
      from identity.role_grant g
     where g.account_id = ${accountId}
       and g.ended_at is null
       and g.from_at <= ${now}
       and g.until_at > ${now}
     order by g.id
       for share`)
}

/** All there ever were, the newest first; at most 500. */
export async function grantsOf(db: Db, accountIds: readonly string[]): Promise<GrantRow[]> {
  return db.many<GrantRow>(sql`
    select ${grant}
      from identity.role_grant g
     where g.account_id = any(${accountIds}::uuid[])
     order by g.granted_at desc, g.id desc
     limit 500`)
}

export type NewGrant = Omit<GrantRow, 'endedAt' | 'endedBy' | 'endedWhy'>

export async function insertGrant(tx: Tx, row: NewGrant): Promise<void> {
  await tx.run(sql`
    insert into identity.role_grant (
           id, account_id, post_id, role, agency, may_give, reason, from_at, until_at, granted_at, granted_by)
    values (${row.id}, ${row.accountId}, ${row.postId}, ${row.role}, ${row.agency}, ${row.mayGive}::text[],
            ${row.reason}, ${row.fromAt}, ${row.untilAt}, ${row.grantedAt}, ${row.grantedBy})`)
}

type EndGrants = { ids: readonly string[]; by: string; why: string; now: Date }

/** Answers how many were still open. */
export async function endGrants(tx: Tx, { ids, by, why, now }: EndGrants): Promise<number> {
  return tx.run(sql`
    update identity.role_grant
       set ended_at = ${now},
           ended_by = ${by},
           ended_why = ${why}
     where id = any(${ids}::uuid[])
       and ended_at is null`)
}

/** Through posts that end. Also those that have not begun yet. */
export async function endGrantsOfPosts(tx: Tx, { ids, by, why, now }: EndGrants): Promise<number> {
  return tx.run(sql`
    update identity.role_grant
       set ended_at = ${now},
           ended_by = ${by},
           ended_why = ${why}
     where post_id = any(${ids}::uuid[])
       and ended_at is null`)
}
