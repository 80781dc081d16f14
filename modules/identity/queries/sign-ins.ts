import { type Db, sql } from '#platform/db'
import type { Assurance } from '../session.ts'

export type SignInRow = {
  readonly state: Buffer
  readonly browser: Buffer
  readonly accountId: string | null
  readonly level: Assurance
  readonly back: string
  readonly begunAt: Date
  readonly usedAt: Date | null
}

export async function insertSignIn(db: Db, signIn: Omit<SignInRow, 'usedAt'>): Promise<void> {
  await db.run(sql`
    insert into identity.sign_in (state, browser, account_id, level, back, begun_at)
    values (${signIn.state}, ${signIn.browser}, ${signIn.accountId}, ${signIn.level}, ${signIn.back}, ${signIn.begunAt})`)
}

export async function signInByState(db: Db, state: Buffer): Promise<SignInRow | undefined> {
  return db.maybeOne<SignInRow>(sql`
    select state, browser, account_id, level, back, begun_at, used_at
      from identity.sign_in
     where state = ${state}`)
}

/** Answers whether it was still unused: of two answers that race, one wins. */
export async function useSignIn(db: Db, { state, now }: { state: Buffer; now: Date }): Promise<boolean> {
  const rows = await db.run(sql`
    update identity.sign_in
       set used_at = ${now}
     where state = ${state} and used_at is null`)
  return rows === 1
}

export async function deleteSignInsBefore(db: Db, moment: Date): Promise<number> {
  return db.run(sql`
    delete from identity.sign_in
     where begun_at < ${moment}`)
}
