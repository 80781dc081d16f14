import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database, Tx } from '#platform/db'
import type { Browser } from './browser.ts'
import { insertSignIn, type SignInRow, signInByState, useSignIn } from './queries/sign-ins.ts'
import { type Assurance, endSession, latestEnd, openSession, rotateSession, type Session } from './session.ts'
import { welcome } from './sign-in-account.ts'
import type { Vneid, VneidAnswer } from './vneid.ts'
import { readSubject, type Subject } from './vneid-claims.ts'

/** Whoever takes longer at VNeID begins again. */
export const SIGN_IN_MS = 15 * 60_000

export type SignInRequest = {
  readonly browser: Browser
  readonly level: Assurance
  /** VNeID has to ask anew, also whom it knows in this browser. */
  readonly isFresh?: boolean
  /** A path of this portal, as `backPath` answers it. */
  readonly back: string
  /** Whoever is signed in already and only steps up: VNeID has to confirm the same account. */
  readonly accountId?: string | undefined
}

/**
 * Bắt đầu đăng nhập: remembers the sign-in under a digest of its state, and answers where at VNeID to go. Nonce and PKCE
 * verifier are made from the state and the secret of the browser, so the database never has them (RFC 7636, RFC 9700).
 * @throws Refusal `identity.vneid_away`
 */
export async function beginSignIn(
  db: Database,
  vneid: Vneid,
  request: SignInRequest,
  now: Date,
): Promise<string> {
  const state = randomBytes(32).toString('base64url')
  const url = await vneid.signInUrl(secretsOf(state, request.browser), request, now)
  await insertSignIn(db, {
    state: digestOf(state),
    browser: request.browser.digest,
    accountId: request.accountId ?? null,
    level: request.level,
    back: request.back,
    begunAt: now,
  })
  return url
}

export type Arrival = {
  /** What VNeID sent along: code, state and issuer, or an error. */
  readonly query: URLSearchParams
  readonly browser: Browser | undefined
  /** Whoever is signed in in this browser already. */
  readonly session: Session | undefined
  readonly device: string
}

export type SignedIn = { readonly token: string; readonly back: string; readonly isNew: boolean }

/**
 * Đăng nhập: takes VNeID's answer, once, from the browser that asked, and opens a session under a new id.
 * @throws Refusal `identity.sign_in_*`, `identity.answer_wrong`, `identity.clock_wrong`, `identity.vneid_away`,
 * `identity.level_not_reached`, `identity.other_account`, `identity.account_closed`, and those of `readSubject`
 */
export async function finishSignIn(
  db: Database,
  vneid: Vneid,
  arrival: Arrival,
  now: Date,
): Promise<SignedIn> {
  const state = arrival.query.get('state') ?? ''
  const signIn = await takeSignIn(db, { state, browser: arrival.browser, now })
  const answer = await vneid.readAnswer(arrival.query, secretsOf(state, signIn.browserOfAnswer), now)
  if (answer.assurance < signIn.level) throw new Refusal('identity.level_not_reached')
  const subject = readSubject(answer.claims, now)
  if (signIn.accountId && signIn.accountId !== subject.accountId) throw new Refusal('identity.other_account')

  return db.transaction(async (tx) => {
    const isNew = await welcome(tx, subject, now)
    const token = await openSessionFor(tx, { subject, answer, arrival, issuer: vneid.issuer, now })
    await recordAct(tx, {
      actor: subject.accountId,
      verb: signIn.accountId ? 'identity.stepped_up' : 'identity.signed_in',
      thing: `account:${subject.accountId}`,
      details: { level: answer.assurance, means: 'vneid' },
      now,
    })
    return { token, back: signIn.back, isNew }
  })
}

/** Where a sign-in was to lead, for the page that says why it did not; the start page for everyone but its browser. */
export async function backOfSignIn(
  db: Database,
  state: string,
  browser: Browser | undefined,
): Promise<string> {
  const signIn = state && browser ? await signInByState(db, digestOf(state)) : undefined
  return signIn && browser?.digest.equals(signIn.browser) ? signIn.back : '/'
}

type Taken = SignInRow & { readonly browserOfAnswer: Browser }

/** The checks on an answer before anything is asked at VNeID, in the order in which they may fail. */
async function takeSignIn(
  db: Database,
  { state, browser, now }: { state: string; browser: Browser | undefined; now: Date },
): Promise<Taken> {
  const signIn = state ? await signInByState(db, digestOf(state)) : undefined
  if (!signIn) throw new Refusal('identity.sign_in_unknown')
  if (!browser?.digest.equals(signIn.browser)) throw new Refusal('identity.sign_in_elsewhere')
  if (now.getTime() - signIn.begunAt.getTime() > SIGN_IN_MS) throw new Refusal('identity.sign_in_late')
  if (!(await useSignIn(db, { state: signIn.state, now }))) throw new Refusal('identity.sign_in_used')
  return { ...signIn, browserOfAnswer: browser }
}

type Opening = { subject: Subject; answer: VneidAnswer; arrival: Arrival; issuer: string; now: Date }

/** The id of a session changes at sign-in and at every step up, so that one seen before is worth nothing after. */
async function openSessionFor(tx: Tx, { subject, answer, arrival, issuer, now }: Opening): Promise<string> {
  const { session, device } = arrival
  const { assurance, idToken } = answer
  const outside = { issuer, idToken }
  if (session?.accountId === subject.accountId)
    return rotateSession(tx, session, {
      assurance,
      device,
      outside,
      endsAt: latestEnd(subject.kind, now),
      now,
    })
  if (session) await endSession(tx, session.key, 'signed_out', now)
  const { accountId, kind: accountKind } = subject
  return openSession(tx, { accountId, accountKind, assurance, device, means: 'vneid', outside, now })
}

function secretsOf(state: string, browser: Browser) {
  return { state, nonce: browser.derive(`nonce ${state}`), verifier: browser.derive(`verifier ${state}`) }
}

function digestOf(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}
