import { type Db, sql, type Tx } from '#platform/db'
import type { Attempts } from '../officials/lockout.ts'

export type StepRow = {
  readonly key: Buffer
  readonly accountId: string
  readonly stage: 'second_factor' | 'enrolment'
  readonly invitationKey: Buffer | null
  readonly back: string
  readonly expiresAt: Date
}

export async function insertStep(db: Db, step: StepRow & { now: Date }): Promise<void> {
  await db.run(sql`
    insert into identity.sign_in_step (key, account_id, stage, invitation_key, back, begun_at, expires_at)
    values (${step.key}, ${step.accountId}, ${step.stage}, ${step.invitationKey}, ${step.back}, ${step.now},
            ${step.expiresAt})`)
}

export async function stepByKey(db: Db, key: Buffer): Promise<StepRow | undefined> {
  return db.maybeOne<StepRow>(sql`
    select key, account_id, stage, invitation_key, back, expires_at
      from identity.sign_in_step
     where key = ${key}`)
}

/** Whether this request is the one that took it. */
export async function takeStep(tx: Tx, key: Buffer): Promise<boolean> {
  const taken = await tx.run(sql`delete from identity.sign_in_step where key = ${key}`)
  return taken === 1
}

export async function dropStepsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`delete from identity.sign_in_step where account_id = ${accountId}`)
}

/** The row of a subject, made when it is not there, and held until the transaction ends. */
export async function lockAttempts(tx: Tx, subject: Buffer, now: Date): Promise<Attempts> {
  await tx.run(sql`
    insert into identity.attempt (subject, failures, last_at)
    values (${subject}, 0, ${now})
    on conflict do nothing`)
  return tx.one<Attempts>(sql`
    select failures, last_at, locked_until
      from identity.attempt
     where subject = ${subject}
       for update`)
}

export async function storeAttempts(
  tx: Tx,
  subject: Buffer,
  { failures, lastAt, lockedUntil }: Attempts,
): Promise<void> {
  await tx.run(sql`
    update identity.attempt
       set failures = ${failures},
           last_at = ${lastAt},
           locked_until = ${lockedUntil}
     where subject = ${subject}`)
}

export async function forgetAttempts(db: Db, subject: Buffer): Promise<void> {
  await db.run(sql`delete from identity.attempt where subject = ${subject}`)
}

/** One answer that was counted before it was looked at turned out to be right. */
export async function takeBackAttempt(db: Db, subject: Buffer): Promise<void> {
  await db.run(sql`
    update identity.attempt
       set failures = greatest(failures - 1, 0),
           locked_until = null
     where subject = ${subject}`)
}

/** Whether a challenge is answered for the first time. */
export async function takeChallenge(tx: Tx, challenge: Buffer, expiresAt: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    insert into identity.used_challenge (challenge, expires_at)
    values (${challenge}, ${expiresAt})
    on conflict do nothing`)
  return taken === 1
}

/** What is over and of no more use to anyone. Index scans. */
export async function dropOldSignIns(db: Db, now: Date, dayAgo: Date): Promise<void> {
  await db.run(sql`delete from identity.sign_in_step where expires_at <= ${now}`)
  await db.run(sql`delete from identity.used_challenge where expires_at <= ${now}`)
  await db.run(sql`delete from identity.attempt where last_at <= ${dayAgo}`)
}
