import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import type { IdentityServices } from '../services.ts'
import { rotateSession, type Session } from '../session.ts'
import { type Official, thingOf } from './official.ts'
import { partyOf, readProof } from './passkey.ts'
import { checkPassword } from './set-password.ts'

/** How long a proof counts for changes to the ways of signing in: not for whoever finds the screen open later. */
const FRESH_MS = 15 * 60_000

/** Whether the official has proven within the last quarter of an hour that it is they who sit there. */
export function isFresh({ openedAt }: Session, now: Date): boolean {
  return now.getTime() - openedAt.getTime() < FRESH_MS
}

export type Proof = { readonly password: string } | { readonly answer: string }
export type Confirmed = 'wrong' | { readonly lockedUntil: Date } | { readonly token: string }

/** Xác nhận lại by password or passkey. The session goes on under a new id. */
export async function confirmPresence(
  services: IdentityServices,
  { session, official, proof }: { session: Session; official: Official; proof: Proof },
): Promise<Confirmed> {
  const { db } = services
  if ('password' in proof) {
    const check = await checkPassword(services, official, proof.password)
    if (check !== 'right') return check
    return db.transaction((tx) => goOn(services, tx, session))
  }
  return db.transaction(async (tx) =>
    (await isKeyOf(services, tx, official, proof.answer)) ? goOn(services, tx, session) : 'wrong',
  )
}

async function isKeyOf(
  { vault, clock, publicUrl }: IdentityServices,
  tx: Tx,
  { accountId }: Official,
  answer: string,
): Promise<boolean> {
  const party = partyOf(publicUrl)
  if (!party) return false
  const asked = { purpose: `confirm ${accountId}`, answer, accountId } as const
  return (await readProof(tx, { party, vault, now: clock() }, asked)) !== undefined
}

async function goOn({ clock }: IdentityServices, tx: Tx, session: Session): Promise<{ token: string }> {
  const now = clock()
  const { accountId } = session
  await recordAct(tx, { actor: accountId, verb: 'identity.confirmed', thing: thingOf(accountId), now })
  return { token: await rotateSession(tx, session, { now }) }
}
