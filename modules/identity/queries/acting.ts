import { type Db, sql, type Tx } from '#platform/db'
import type { DelegationKind } from '../delegation.ts'
import type { AccountKind } from '../session.ts'

export type ActingRow = {
  readonly delegationId: string
  readonly accountId: string
  readonly accountKind: AccountKind
  readonly name: string
  readonly kind: DelegationKind
  readonly procedures: readonly string[]
  readonly endsAt: Date
  /** Of an official who helps at a counter: where, and as what. */
  readonly agency: string | null
  readonly post: string | null
}

/**
 * The delegation under which one acts, as long as it holds. Whoever is a legal representative by what VNeID said has to be it
 * still; an official who helps at a counter still has the post there. By primary keys.
 */
export async function actingRow(
  db: Db,
  { id, actor, now }: { id: string; actor: string; now: Date },
): Promise<ActingRow | undefined> {
  return db.maybeOne<ActingRow>(sql`
    select d.id as delegation_id, d.subject as account_id, a.kind as account_kind, coalesce(p.name, o.name) as name,
           d.kind, d.procedures, d.ends_at, d.agency, t.title as post
      from identity.delegation d
      join identity.account a on a.id = d.subject
      left join identity.person p on p.account_id = d.subject
      left join identity.organization o on o.account_id = d.subject
      left join identity.person me on me.account_id = d.actor
      left join identity.post t on t.account_id = d.actor and t.agency = d.agency and t.ended_at is null
     where d.id = ${id}
       and d.actor = ${actor}
       and d.ended_at is null
       and d.starts_at <= ${now}
       and d.ends_at > ${now}
       and a.closed_at is null
       and (d.kind <> 'representative' or o.representative_id = me.personal_id)
       and (d.kind <> 'assisted' or t.id is not null)`)
}

/** The acting is over, the session goes on for its own account. */
export async function forgetDelegation(db: Db, key: Buffer): Promise<void> {
  await db.run(sql`
    update identity.session
       set delegation_id = null
     where key = ${key}`)
}

/** Ends every session in which somebody acts under a delegation. By its index. */
export async function endActingSessions(tx: Tx, delegationId: string, now: Date): Promise<number> {
  return tx.run(sql`
    update identity.session
       set ended_at = ${now},
           ended_why = 'access_ended'
     where delegation_id = ${delegationId} and ended_at is null`)
}
