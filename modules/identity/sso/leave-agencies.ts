import type { Tx } from '#platform/db'
import { askFor } from '#platform/jobs'
import { deleteGrants } from '../queries/sso-artifacts.ts'
import { type Admission, admissionsOf, deleteSsoSessions, sessionKeysOf } from '../queries/sso-sessions.ts'
import { artifactKey } from './artifact-store.ts'

/** The task that tells one application that one person has signed out. */
export const TELL_SIGN_OUT = 'identity.tell_sign_out'
/** Each waits longer than the one before: the last comes after about an hour. */
const ATTEMPTS = 9

/** What the task needs to know. Signed anew at every attempt, because a logout token lives for two minutes. */
export type SignOutNotice = { readonly clientId: string; readonly accountId: string; readonly sid: string }

/**
 * Đăng xuất khỏi các hệ thống đã kết nối: what these sessions opened elsewhere ends. Tokens that live with the session are
 * gone at once; every application that wants to hear of it is told by a job (OpenID Connect Back-Channel Logout 1.0).
 * Tokens for `offline_access` stay, as the person agreed (section 2.7), until they withdraw their consent.
 */
export async function leaveAgencies(tx: Tx, sessionKeys: readonly Buffer[]): Promise<void> {
  if (sessionKeys.length === 0) return
  const admissions = await admissionsOf(tx, sessionKeys)
  const grantIds = admissions.flatMap(({ grantId, persists }) => (grantId && !persists ? [grantId] : []))
  if (grantIds.length > 0)
    await deleteGrants(
      tx,
      grantIds,
      grantIds.map((id) => artifactKey('Grant', id)),
    )
  await deleteSsoSessions(tx, sessionKeys)
  for (const admission of admissions) await tell(tx, admission)
}

/** The same for everything of an account but the session to keep. */
export async function leaveAllAgencies(tx: Tx, accountId: string, keep?: Buffer): Promise<void> {
  await leaveAgencies(tx, await sessionKeysOf(tx, accountId, keep ?? null))
}

async function tell(tx: Tx, { clientId, accountId, sid, backChannelUri }: Admission): Promise<void> {
  if (!sid || !backChannelUri) return
  const payload: SignOutNotice = { clientId, accountId, sid }
  await askFor(tx, { task: TELL_SIGN_OUT, payload, attempts: ATTEMPTS })
}
