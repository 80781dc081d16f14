import { type Db, type Sql, sql, type Tx } from '#platform/db'
import type { PolicyAct, PolicyActor } from '../policy.ts'
import { allowedRows } from './policy.ts'

export type RecoveryRow = {
  readonly id: string
  readonly subject: string
  readonly agency: string
  readonly reason: string
  readonly papers: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly codeUntil: Date | null
  readonly usedAt: Date | null
  readonly cancelledAt: Date | null
}

export type ListedRecovery = RecoveryRow & {
  readonly subjectName: string
  readonly askedName: string
  readonly confirmedName: string | null
}

const recovery: Sql = sql`
  r.id, r.subject, r.agency, r.reason, r.papers, r.asked_by, r.asked_at, r.confirmed_by, r.confirmed_at, r.code_until,
  r.used_at, r.cancelled_at`

const named: Sql = sql`
  ${recovery}, coalesce(p.name, '') as subject_name, a.name as asked_name, c.name as confirmed_name`

const names: Sql = sql`
  left join identity.person p on p.account_id = r.subject
  join identity.official a on a.account_id = r.asked_by
  left join identity.official c on c.account_id = r.confirmed_by`

const POLICY_COLUMNS = { subject: sql`r.subject`, agency: sql`r.agency` }

/** Those that the policy lets somebody see, since `since`, the newest first. By the index of agencies, or of people. */
export async function recoveryRows(db: Db, actor: PolicyActor, since: Date): Promise<ListedRecovery[]> {
  return db.many<ListedRecovery>(sql`
    select ${named}
      from identity.recovery r ${names}
     where ${allowedRows(actor, 'list', { kind: 'recovery', columns: POLICY_COLUMNS })}
       and r.asked_at >= ${since}
     order by r.asked_at desc, r.id
     limit 200`)
}

export async function allowedRecovery(
  db: Db,
  id: string,
  { actor, act }: { readonly actor: PolicyActor; readonly act: PolicyAct },
): Promise<ListedRecovery | undefined> {
  return db.maybeOne<ListedRecovery>(sql`
    select ${named}
      from identity.recovery r ${names}
     where r.id = ${id}
       and ${allowedRows(actor, act, { kind: 'recovery', columns: POLICY_COLUMNS })}`)
}

export type NewRecovery = Pick<
  RecoveryRow,
  'id' | 'subject' | 'agency' | 'reason' | 'papers' | 'askedBy' | 'askedAt'
>

export async function insertRecovery(tx: Tx, row: NewRecovery): Promise<void> {
  await tx.run(sql`
    insert into identity.recovery (id, subject, agency, reason, papers, asked_by, asked_at)
    values (${row.id}, ${row.subject}, ${row.agency}, ${row.reason}, ${row.papers}, ${row.askedBy}, ${row.askedAt})`)
}

/** What was asked for before is void: nobody has two slips of paper that open an account. */
export async function cancelRecoveriesOf(tx: Tx, subject: string, now: Date): Promise<number> {
  return tx.run(sql`
    update identity.recovery
       set cancelled_at = ${now}
     where subject = ${subject}
       and used_at is null
       and cancelled_at is null`)
}

/** Answers false when it was confirmed or cancelled meanwhile. */
export async function confirmRecoveryRow(
  tx: Tx,
  { id, official, code, until, now }: { id: string; official: string; code: Buffer; until: Date; now: Date },
): Promise<boolean> {
  const confirmed = await tx.run(sql`
    update identity.recovery
       set confirmed_by = ${official},
           confirmed_at = ${now},
           code = ${code},
           code_until = ${until}
     where id = ${id}
       and confirmed_by is null
       and cancelled_at is null`)
  return confirmed === 1
}

export type UsableRecovery = {
  readonly id: string
  readonly subject: string
  readonly personalId: string | null
}

/** The recovery that a code opens, held until the transaction ends: it opens once. */
export async function lockRecoveryByCode(
  tx: Tx,
  code: Buffer,
  now: Date,
): Promise<UsableRecovery | undefined> {
  return tx.maybeOne<UsableRecovery>(sql`
    select r.id, r.subject, p.personal_id
      from identity.recovery r
      join identity.person p on p.account_id = r.subject
     where r.code = ${code}
       and r.code_until > ${now}
       and r.used_at is null
       and r.cancelled_at is null
       for update of r`)
}

export async function useRecovery(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    update identity.recovery
       set used_at = ${now}
     where id = ${id}`)
}

/** The code came with a wrong number. After `most` times it is void. */
export async function countWrongTry(
  tx: Tx,
  { id, most, now }: { id: string; most: number; now: Date },
): Promise<void> {
  await tx.run(sql`
    update identity.recovery
       set wrong_tries = wrong_tries + 1,
           cancelled_at = case when wrong_tries + 1 >= ${most} then ${now}::timestamptz end
     where id = ${id}`)
}
