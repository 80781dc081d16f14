import type { FastifyBaseLogger } from 'fastify'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database } from '#platform/db'
import type { IdentityServices } from './services.ts'
import { endSession, endSessionsOf, type Session } from './session.ts'
import { SIGNED_OUT_PATH } from './vneid.ts'

/** Đăng xuất: ends this session, or every session of its account. */
export async function signOut(
  db: Database,
  session: Session,
  where: 'here' | 'everywhere',
  now: Date,
): Promise<void> {
  const { accountId } = session
  await db.transaction(async (tx) => {
    await endSession(tx, session.key, 'signed_out', now)
    const others =
      where === 'everywhere' ? await endSessionsOf(tx, { accountId, why: 'signed_out_elsewhere', now }) : 0
    await recordAct(tx, {
      actor: accountId,
      verb: where === 'here' ? 'identity.signed_out' : 'identity.signed_out_everywhere',
      thing: `account:${accountId}`,
      details: { others },
      now,
    })
  })
}

/**
 * Where to go after signing out: to VNeID, which ends its own session (OpenID Connect RP-Initiated Logout 1.0), or to our own
 * page when VNeID did not vouch for this session or does not answer.
 */
export async function wayOut(
  { vneid }: IdentityServices,
  { outside }: Session,
  log: FastifyBaseLogger,
  now: Date,
): Promise<string> {
  const { issuer, idToken } = outside
  if (!vneid || issuer !== vneid.issuer || typeof idToken !== 'string') return SIGNED_OUT_PATH
  try {
    return await vneid.signOutUrl(idToken, now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log.warn({ refusal: error.code }, 'signed out here alone')
    return SIGNED_OUT_PATH
  }
}
