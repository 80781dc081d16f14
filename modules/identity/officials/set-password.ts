import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { recordAct } from '#platform/acts'
import type { Db } from '#platform/db'
import { postsOf } from '../queries/officials.ts'
import { passwordOf, storePassword } from '../queries/officials-credentials.ts'
import { forgetAttempts } from '../queries/officials-sign-in.ts'
import type { IdentityServices } from '../services.ts'
import { endSessionsOf } from '../session.ts'
import { beginAttempt, emailSubject } from './attempts.ts'
import { type Official, thingOf } from './official.ts'
import { hashPassword, isPassword } from './password.ts'
import { type PasswordFault, type PasswordOwner, passwordFault } from './password-rules.ts'

/** What must not be part of this official's password. */
async function passwordOwner(
  db: Db,
  { accountId, name, email }: Official,
  now: Date,
): Promise<PasswordOwner> {
  const handles = (await postsOf(db, [accountId])).map(({ agency }) => agency)
  const briefs = await agencyBriefs(db, handles, civilDate(now))
  const agencies = [...briefs.values()].flatMap((brief) => [brief.name, brief.nameEn, brief.handle])
  return { name, email, agencies }
}

/** Sets the first password, or a new one after a reset. Answers why it is refused. */
export async function setPassword(
  { db, clock }: IdentityServices,
  official: Official,
  password: string,
): Promise<PasswordFault | undefined> {
  const now = clock()
  const fault = passwordFault(password, await passwordOwner(db, official, now))
  if (fault) return fault
  const hash = await hashPassword(password)
  const { accountId } = official
  await db.transaction(async (tx) => {
    await storePassword(tx, { accountId, hash, now })
    await recordAct(tx, { actor: accountId, verb: 'identity.password_set', thing: thingOf(accountId), now })
  })
  return undefined
}

export type PasswordCheck = 'right' | 'wrong' | { readonly lockedUntil: Date }

/** Whether somebody who is at the page knows the password. Counted as at sign-in. */
export async function checkPassword(
  { db, vault, clock }: IdentityServices,
  official: Official,
  password: string,
): Promise<PasswordCheck> {
  const subject = emailSubject(vault, official.email)
  const lockedUntil = await beginAttempt(db, [subject], clock())
  if (lockedUntil) return { lockedUntil }
  const stored = await passwordOf(db, official.accountId)
  if (!(await isPassword(stored?.hash, password))) return 'wrong'
  await forgetAttempts(db, subject.digest)
  return 'right'
}

/** Đổi mật khẩu: every other session of the account ends. The caller has checked the old password. */
export async function changePassword(
  services: IdentityServices,
  official: Official,
  { password, keep }: { password: string; keep: Buffer },
): Promise<PasswordFault | undefined> {
  const fault = await setPassword(services, official, password)
  if (fault) return fault
  const { accountId } = official
  await endSessionsOf(services.db, { accountId, why: 'signed_out_elsewhere', now: services.clock(), keep })
  return undefined
}
