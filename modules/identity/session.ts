import { hash, randomBytes } from 'node:crypto'
import { Database, type Db, Tx } from '#platform/db'
import {
  accountByKey,
  endSessionRow,
  endSessionRows,
  insertSession,
  type SessionRow,
  touchSession,
} from './queries/sessions.ts'
import { moveSsoSessions } from './queries/sso-sessions.ts'
import { lookUpSession } from './session-lookup.ts'
import { leaveAgencies, leaveAllAgencies } from './sso/leave-agencies.ts'

export type AccountKind = 'person' | 'organization' | 'official'
export type Assurance = 1 | 2
export type SessionEnd =
  | 'signed_out'
  | 'rotated'
  | 'signed_out_elsewhere'
  | 'idle'
  | 'over'
  | 'account_closed'
  | 'access_ended'
  | 'outside'

/** Phiên: one browser that is signed in. */
export type Session = SessionRow

/** How long a session lasts without a sign of life, and at the very most. */
export type SessionLimits = { readonly idleMs: number; readonly mostMs: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Settings, not law: an operator may want others. */
const SESSION_LIMITS: Readonly<Record<AccountKind, SessionLimits>> = {
  person: { idleMs: 30 * MINUTE_MS, mostMs: 12 * HOUR_MS },
  organization: { idleMs: 30 * MINUTE_MS, mostMs: 12 * HOUR_MS },
  official: { idleMs: 30 * MINUTE_MS, mostMs: 10 * HOUR_MS },
}

/** A sign of life is written down once in this time, so that reading pages costs no write. */
const TOUCH_MS = MINUTE_MS

export type NewSession = {
  readonly accountId: string
  readonly accountKind: AccountKind
  readonly assurance: Assurance
  /** What the browser calls itself, in a few words. */
  readonly device: string
  /** How the account proved itself: `vneid`, `passkey`, `password`. */
  readonly means: string
  readonly outside?: Readonly<Record<string, unknown>>
  /** Under which the account acts for another; null: for itself. */
  readonly delegationId?: string | null
  /** Where the session goes on with one that began earlier: when it ends at the latest. */
  readonly endsAt?: Date
  readonly now: Date
}

/** Opens a session and answers its opaque id (256 random bits), which is stored nowhere but in the browser. */
export async function openSession(tx: Tx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { accountKind, now } = session
  await insertSession(tx, {
    ...session,
    key: keyOf(token),
    outside: session.outside ?? {},
    delegationId: session.delegationId ?? null,
    idleUntil: new Date(now.getTime() + SESSION_LIMITS[accountKind].idleMs),
    endsAt: session.endsAt ?? latestEnd(accountKind, now),
  })
  return token
}

/** When a session that begins now ends, whatever happens. */
export function latestEnd(accountKind: AccountKind, now: Date): Date {
  return new Date(now.getTime() + SESSION_LIMITS[accountKind].mostMs)
}

/** The living session of this opaque id. One look-up by primary key; at most one write a minute. */
export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const session = await lookUpSession(db, keyOf(token), now)
  if (!session || session.endedAt) return undefined
  if (session.idleUntil <= now || session.endsAt <= now) return undefined
  if (now.getTime() - session.seenAt.getTime() <= TOUCH_MS) return session
  return { ...session, idleUntil: await extendSession(db, session, now) }
}

/** Whose session this was, living or not. It proves nothing: only for keeping answers away from everyone else. */
export async function lastAccountOf(db: Db, token: string): Promise<string | undefined> {
  return accountByKey(db, keyOf(token))
}

/** A sign of life: the idle limit starts again. The absolute end stays. */
export async function extendSession(db: Db, session: Session, now: Date): Promise<Date> {
  const idleUntil = new Date(now.getTime() + SESSION_LIMITS[session.accountKind].idleMs)
  await touchSession(db, { key: session.key, seenAt: now, idleUntil })
  return idleUntil
}

/**
 * The same person, proven better: a new id, and the old one is worth nothing from now on. It ends when the old one would
 * have ended at the latest, unless `change` says otherwise, as after a whole new sign-in.
 */
export async function rotateSession(
  tx: Tx,
  session: Session,
  change: Partial<NewSession> & { now: Date },
): Promise<string> {
  await endSessionRow(tx, { key: session.key, why: 'rotated', now: change.now })
  const { accountId, accountKind, assurance, device, means, outside, delegationId, endsAt } = session
  const next = { accountId, accountKind, assurance, device, means, outside, delegationId, endsAt, ...change }
  const token = await openSession(tx, next)
  // The agencies that let the person in go on doing so; somebody else is no business of theirs.
  if (next.accountId === accountId) await moveSsoSessions(tx, session.key, keyOf(token))
  else await leaveAgencies(tx, [session.key])
  return token
}

/** When a session ends by itself: idle, or at its very end. */
export function endOf({ idleUntil, endsAt }: Pick<Session, 'idleUntil' | 'endsAt'>): Date {
  return idleUntil < endsAt ? idleUntil : endsAt
}

/** Whoever was let in elsewhere through this session is signed out there as well, by a job for each agency. */
export async function endSession(db: Db, key: Buffer, why: SessionEnd, now: Date): Promise<void> {
  await inOneTransaction(db, async (tx) => {
    await endSessionRow(tx, { key, why, now })
    await leaveAgencies(tx, [key])
  })
}

/** Ends every session of an account but the one to keep, and answers how many there were. */
export async function endSessionsOf(
  db: Db,
  { accountId, why, now, keep }: { accountId: string; why: SessionEnd; now: Date; keep?: Buffer },
): Promise<number> {
  return inOneTransaction(db, async (tx) => {
    const ended = await endSessionRows(tx, { accountId, why, now, keep: keep ?? null })
    await leaveAllAgencies(tx, accountId, keep)
    return ended
  })
}

/** In the caller's transaction, or in one of its own. */
function inOneTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (db instanceof Tx) return work(db)
  if (db instanceof Database) return db.transaction(work)
  throw new TypeError('Neither a database nor a transaction')
}

export function keyOf(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
