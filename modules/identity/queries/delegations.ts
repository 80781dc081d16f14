import { type Db, type Sql, sql, type Tx } from '#platform/db'
import type { Declared, DelegationBasis, DelegationEnd, DelegationKind } from '../delegation.ts'
import type { PolicyAct, PolicyActor } from '../policy.ts'
import type { AccountKind } from '../session.ts'
import { allowedRows } from './policy.ts'

export type DelegationRow = {
  readonly id: string
  readonly kind: DelegationKind
  readonly subject: string | null
  readonly subjectKind: AccountKind | null
  readonly subjectName: string | null
  readonly actor: string
  readonly actorKind: AccountKind
  readonly actorName: string
  readonly purpose: string
  readonly procedures: readonly string[]
  readonly basis: DelegationBasis
  readonly papers: string | null
  readonly declared: Declared | null
  readonly offeredBy: string
  readonly offeredAt: Date
  readonly startsAt: Date | null
  readonly endsAt: Date
  readonly confirmedBy: string | null
  readonly agency: string | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endedWhy: DelegationEnd | null
}

const delegation: Sql = sql`
  d.id, d.kind, d.subject, sa.kind as subject_kind, coalesce(sp.name, so.name) as subject_name,
  d.actor, aa.kind as actor_kind, coalesce(ap.name, ao.name, af.name, '') as actor_name, d.purpose, d.procedures,
  d.basis, d.papers, d.declared, d.offered_by, d.offered_at, d.starts_at, d.ends_at, d.confirmed_by, d.agency,
  d.ended_at, d.ended_by, d.ended_why`

/** Both sides with their names, each by primary key. */
const parties: Sql = sql`
  left join identity.account sa on sa.id = d.subject
  left join identity.person sp on sp.account_id = d.subject
  left join identity.organization so on so.account_id = d.subject
  join identity.account aa on aa.id = d.actor
  left join identity.person ap on ap.account_id = d.actor
  left join identity.organization ao on ao.account_id = d.actor
  left join identity.official af on af.account_id = d.actor`

const POLICY_COLUMNS = { subject: sql`d.subject`, actor: sql`d.actor`, agency: sql`d.agency` }

const MOST_LISTED = 200

/** Those that the policy lets somebody see, living ones first, then the newest. By the indexes of both sides. */
export async function delegationRows(db: Db, actor: PolicyActor): Promise<DelegationRow[]> {
  return db.many<DelegationRow>(sql`
    select ${delegation}
      from identity.delegation d ${parties}
     where ${allowedRows(actor, 'list', { kind: 'delegation', columns: POLICY_COLUMNS })}
     order by d.ended_at is not null, d.offered_at desc, d.id
     limit ${MOST_LISTED}`)
}

/** One of those on which the policy allows the act. */
export async function allowedDelegation(
  db: Db,
  id: string,
  { actor, act }: { readonly actor: PolicyActor; readonly act: PolicyAct },
): Promise<DelegationRow | undefined> {
  return db.maybeOne<DelegationRow>(sql`
    select ${delegation}
      from identity.delegation d ${parties}
     where d.id = ${id}
       and ${allowedRows(actor, act, { kind: 'delegation', columns: POLICY_COLUMNS })}`)
}

export async function delegationByCode(db: Db, code: Buffer): Promise<DelegationRow | undefined> {
  return db.maybeOne<DelegationRow>(sql`
    select ${delegation}
      from identity.delegation d ${parties}
     where d.code = ${code}`)
}

/** Whoever changes a delegation comes first to this. Answers whether it is still open. */
export async function lockOpenDelegation(tx: Tx, id: string): Promise<boolean> {
  const open = await tx.maybeOne<{ id: string }>(sql`
    select id
      from identity.delegation
     where id = ${id} and ended_at is null
       for update`)
  return open !== undefined
}

export type NewDelegation = Pick<
  DelegationRow,
  | 'id'
  | 'kind'
  | 'subject'
  | 'actor'
  | 'purpose'
  | 'procedures'
  | 'basis'
  | 'papers'
  | 'declared'
  | 'offeredBy'
> &
  Pick<DelegationRow, 'offeredAt' | 'startsAt' | 'endsAt' | 'confirmedBy' | 'agency'> & {
    readonly code: Buffer | null
  }

export async function insertDelegation(tx: Tx, row: NewDelegation): Promise<void> {
  const declared = row.declared && JSON.stringify(row.declared)
  await tx.run(sql`
    insert into identity.delegation (
           id, kind, subject, actor, purpose, procedures, basis, papers, declared, offered_by, offered_at, code,
           starts_at, ends_at, confirmed_by, agency)
    values (${row.id}, ${row.kind}, ${row.subject}, ${row.actor}, ${row.purpose}, ${row.procedures}::text[],
            ${row.basis}, ${row.papers}, ${declared}::jsonb, ${row.offeredBy}, ${row.offeredAt}, ${row.code},
            ${row.startsAt}, ${row.endsAt}, ${row.confirmedBy}, ${row.agency})`)
}

/** Từ lúc này: the side that is to act has agreed, or the proof is there. */
export async function startDelegationRow(
  tx: Tx,
  { id, helper, now }: { id: string; helper?: { official: string; agency: string } | undefined; now: Date },
): Promise<boolean> {
  const started = await tx.run(sql`
    update identity.delegation
       set starts_at = ${now},
           confirmed_by = ${helper?.official ?? null},
           agency = ${helper?.agency ?? null}
     where id = ${id}
       and starts_at is null
       and ended_at is null
       and ends_at > ${now}`)
  return started === 1
}

type Confirmation = {
  readonly id: string
  readonly subject: string | null
  readonly official: string
  readonly agency: string
  readonly papers: string
  readonly now: Date
}

/** An official has seen the papers. It starts at once when the person has an account, and what was declared is forgotten. */
export async function confirmDelegationRow(tx: Tx, confirmation: Confirmation): Promise<void> {
  const { id, subject, official, agency, papers, now } = confirmation
  await tx.run(sql`
    update identity.delegation
       set confirmed_by = ${official},
           agency = ${agency},
           papers = ${papers},
           code = null,
           subject = ${subject},
           starts_at = case when ${subject}::uuid is null then null else ${now}::timestamptz end,
           declared = case when ${subject}::uuid is null then declared end
     where id = ${id}`)
}

/** Confirmed ones whose person has an account by now. */
export async function bindDelegationRows(tx: Tx, actor: string, now: Date): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    update identity.delegation d
       set subject = p.account_id,
           starts_at = ${now},
           declared = null
      from identity.person p
     where d.actor = ${actor}
       and d.subject is null
       and d.confirmed_by is not null
       and d.ended_at is null
       and d.ends_at > ${now}
       and p.personal_id = d.declared ->> 'personalId'
       and p.account_id <> d.actor
    returning d.id`)
  return rows.map(({ id }) => id)
}

type End = { readonly id: string; readonly by: string; readonly why: DelegationEnd; readonly now: Date }

export async function endDelegationRow(tx: Tx, { id, by, why, now }: End): Promise<boolean> {
  const ended = await tx.run(sql`
    update identity.delegation
       set ended_at = ${now},
           ended_by = ${by},
           ended_why = ${why},
           declared = declared - 'personalId' - 'bornOn',
           code = null
     where id = ${id} and ended_at is null`)
  return ended === 1
}

/** The open one of a kind between two, if there is any. */
export async function openDelegationBetween(
  db: Db,
  { kind, subject, actor, now }: { kind: DelegationKind; subject: string; actor: string; now: Date },
): Promise<string | undefined> {
  const row = await db.maybeOne<{ id: string }>(sql`
    select id
      from identity.delegation
     where kind = ${kind}
       and subject = ${subject}
       and actor = ${actor}
       and ended_at is null
       and ends_at > ${now}
     order by offered_at desc, id
     limit 1`)
  return row?.id
}

export async function countWaitingDeclarations(db: Db, actor: string, now: Date): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)
      from identity.delegation
     where actor = ${actor}
       and subject is null
       and ended_at is null
       and ends_at > ${now}`)
  return count
}
