import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { officialByEmail, officialById } from '../queries/officials.ts'
import { passkeysOf, passwordOf, renewHash, totpOf } from '../queries/officials-credentials.ts'
import { openInvitationOf } from '../queries/officials-invitations.ts'
import { dropStepsOf, forgetAttempts, takeBackAttempt } from '../queries/officials-sign-in.ts'
import type { IdentityServices } from '../services.ts'
import { endSession, openSession, rotateSession } from '../session.ts'
import { lookUpSession } from '../session-lookup.ts'
import { addressSubject, beginAttempt, emailSubject } from './attempts.ts'
import { type Official, readEmail, thingOf } from './official.ts'
import { partyOf, readProof } from './passkey.ts'
import { hashPassword, isOutdated, isPassword } from './password.ts'
import { openStep, type Step } from './step.ts'

/** How an official proved who they are. Kept with the session and shown in the list of devices. */
export type Means = 'passkey' | 'password+totp' | 'password+passkey' | 'password+recovery'

export type Given = {
  readonly email: string
  readonly password: string
  /** Where the request comes from. */
  readonly address: string
  readonly back: string
}

/** What a password leads to. `wrong` is all that anyone learns, whether it was the name, the password or the account. */
export type FirstAnswer =
  | { readonly kind: 'locked'; readonly until: Date }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'no_factor' }
  | { readonly kind: 'step'; readonly token: string; readonly stage: Step['stage'] }

/**
 * Bước một: e-mail and password. Every answer costs one argon2, for people who exist and for those who do not, and is
 * counted before it is looked at.
 */
export async function givePassword(services: IdentityServices, given: Given): Promise<FirstAnswer> {
  const { db, vault, clock } = services
  const now = clock()
  const email = readEmail(given.email)
  const account = emailSubject(vault, email ?? given.email.slice(0, 300))
  const address = addressSubject(vault, given.address)
  const until = await beginAttempt(db, [account, address], now)
  if (until) return { kind: 'locked', until }

  const official = email === undefined ? undefined : await officialByEmail(db, email)
  const stored = official && !official.leftAt ? await passwordOf(db, official.accountId) : undefined
  const isRight = await isPassword(stored?.hash, given.password)
  if (!official || !stored || !isRight) return { kind: 'wrong' }

  await forgetAttempts(db, account.digest)
  await takeBackAttempt(db, address.digest)
  await renewIfOutdated(services, official, stored.hash, given.password)
  return nextStep(services, official, given.back)
}

/** A password alone opens the step to the second factor, or, while the invitation lasts, the one where it is set up. */
async function nextStep(
  { db, clock }: IdentityServices,
  { accountId, enrolledAt }: Official,
  back: string,
): Promise<FirstAnswer> {
  const now = clock()
  if (await hasFactor(db, accountId)) {
    const stage = 'second_factor'
    return { kind: 'step', stage, token: await openStep(db, { accountId, stage, back, now }) }
  }
  const invitation = await openInvitationOf(db, accountId, now)
  if (enrolledAt || invitation?.purpose !== 'first') return { kind: 'no_factor' }
  const stage = 'enrolment'
  const token = await openStep(db, { accountId, stage, back, invitationKey: invitation.key, now })
  return { kind: 'step', stage, token }
}

async function hasFactor(db: IdentityServices['db'], accountId: string): Promise<boolean> {
  return (await totpOf(db, accountId)) !== undefined || (await passkeysOf(db, accountId)).length > 0
}

async function renewIfOutdated(
  { db }: IdentityServices,
  { accountId }: Official,
  before: string,
  password: string,
): Promise<void> {
  if (isOutdated(before)) await renewHash(db, { accountId, before, after: await hashPassword(password) })
}

export type PasskeyAnswer =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'in'; readonly token: string; readonly official: Official }

/**
 * Khóa truy cập alone: it is something that the official has, opened by something that they know or are. It is never locked
 * out, because nobody can guess a key; so an official whom somebody else has locked out still comes in.
 */
export async function givePasskey(
  { db, vault, clock, publicUrl }: IdentityServices,
  { answer, device, endsSession }: { answer: string; device: string; endsSession?: Buffer | undefined },
): Promise<PasskeyAnswer> {
  const [now, party] = [clock(), partyOf(publicUrl)]
  if (!party) return { kind: 'wrong' }
  return db.transaction(async (tx) => {
    const key = await readProof(tx, { party, vault, now }, { purpose: 'sign in', answer })
    const official = key && (await officialById(tx, key.accountId))
    if (!official || official.leftAt) return { kind: 'wrong' }
    const token = await enter(tx, { official, means: 'passkey', device, now, endsSession })
    return { kind: 'in', token, official }
  })
}

type Entering = {
  readonly official: Official
  readonly means: Means
  readonly device: string
  readonly now: Date
  /** The session that this browser had until now. */
  readonly endsSession?: Buffer | undefined
}

/** Opens the session of an official who has proven both factors. */
export async function enter(
  tx: Tx,
  { official, means, device, now, endsSession }: Entering,
): Promise<string> {
  const { accountId } = official
  await dropStepsOf(tx, accountId)
  const before = endsSession ? await lookUpSession(tx, endsSession, now) : undefined
  await recordAct(tx, {
    actor: accountId,
    verb: 'identity.official_signed_in',
    thing: thingOf(accountId),
    details: { means },
    now,
  })
  const opening = { accountId, accountKind: 'official', assurance: 2, device, means, now } as const
  // The same official once more: agencies' systems that were entered before stay open.
  if (before?.accountId === accountId) return rotateSession(tx, before, { ...opening, outside: {} })
  if (before) await endSession(tx, before.key, 'rotated', now)
  return openSession(tx, opening)
}
