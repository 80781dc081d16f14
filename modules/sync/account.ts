import { createHash, createHmac, randomBytes } from 'node:crypto'
import { findAgency } from '#directory'
import { hashPassword, isPassword } from '#identity'
import { readAgencyCode, spellingsOf } from '#kernel/agency-code'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database, Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import { timeOrderedId } from '#platform/time-ordered-id'
import {
  type AccountRow,
  accountByName,
  insertAccount,
  insertSession,
  sessionAccount,
} from './queries/accounts.ts'

/** Clients keep a session for ten minutes and never log in again because of an answer: it has to last longer than that. */
const SESSION_MS = 30 * 60_000
const TOKEN_BYTES = 24

/** Tài khoản kết nối. */
export type IntegrationAccount = AccountRow

/** A code in one spelling, so that `000.00.00.H29` and `H29` are the same; any other text as it is. */
export function plainCode(code: string): string {
  const reading = readAgencyCode(code)
  return (reading && (spellingsOf(reading).v2 ?? reading.code)) ?? code.trim()
}

export type NewAccount = {
  readonly agency: string
  readonly username: string
  readonly password: string
  readonly granted?: readonly string[]
  readonly repeatsAreFine?: boolean
  readonly by: string
  readonly now: Date
}

/** Mở tài khoản kết nối for the system of an agency. @throws Refusal `sync.agency_unknown`, `sync.username_taken` */
export async function openIntegrationAccount(db: Database, given: NewAccount): Promise<IntegrationAccount> {
  const { username, password, granted = [], repeatsAreFine = false, by, now } = given
  const agency = await findAgency(db, given.agency, civilDate(now))
  if (!agency) throw new Refusal('sync.agency_unknown')
  const account: IntegrationAccount = {
    id: timeOrderedId(now),
    username,
    passwordHash: await hashPassword(password),
    agency: agency.handle,
    agencyCode: plainCode(given.agency),
    grantedCodes: granted.map(plainCode),
    repeatsAreFine,
  }
  await db.transaction(async (tx) => {
    if (!(await insertAccount(tx, { ...account, by, now }))) throw new Refusal('sync.username_taken')
    const thing = `integration_account:${account.id}`
    await recordAct(tx, {
      actor: by,
      verb: 'sync.account_opened',
      thing,
      details: { username, agency: agency.handle },
      now,
    })
  })
  return account
}

/**
 * Đăng nhập: an opaque string, and every earlier one goes on. Sixty threads of one client come at the same moment with the same password:
 * it is worked out once, and remembered for a short while under a key that leaves no trace of it.
 */
export async function logIn(
  db: Db,
  { username, password }: { username: string; password: string },
  now: Date,
): Promise<string | undefined> {
  const key = createHmac('sha256', MEMORY_KEY).update(`${username}\0${password}`).digest('base64')
  const account = await logIns(db, key, async () => {
    const known = await accountByName(db, username)
    return (await isPassword(known?.passwordHash, password)) ? known : undefined
  })
  if (!account) return undefined
  const session = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  await insertSession(db, { digest: digestOf(session), accountId: account.id, expiresAt })
  return session
}

const MEMORY_KEY = randomBytes(32)
const logIns = shortMemory<IntegrationAccount | undefined>({ forMs: 60_000, most: 2_000 })
const sessions = shortMemory<Awaited<ReturnType<typeof sessionAccount>>>({ forMs: 20_000, most: 20_000 })

/** Whose session it is; nothing for one that is over or never was. An account that was ended is out within seconds. */
export async function accountOfSession(
  db: Db,
  session: string,
  now: Date,
): Promise<IntegrationAccount | undefined> {
  const digest = digestOf(session)
  const found = await sessions(db, digest.toString('base64'), () => sessionAccount(db, digest))
  return found && found.expiresAt > now ? found : undefined
}

/** Whether an account may speak for an agency: its own, or one that it was granted. */
export function maySpeakFor({ agencyCode, grantedCodes }: IntegrationAccount, code: string): boolean {
  const plain = plainCode(code)
  return plain === agencyCode || grantedCodes.includes(plain)
}

function digestOf(session: string): Buffer {
  return createHash('sha256').update(session).digest()
}
