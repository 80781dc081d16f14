import { recordAct } from '#platform/acts'
import type { Database, Tx } from '#platform/db'
import { deleteGrantsBetween } from '../queries/sso-artifacts.ts'
import { deleteConsent, saveConsent } from '../queries/sso-consents.ts'
import type { Scope } from './scopes.ts'

type Consent = {
  readonly accountId: string
  readonly clientId: string
  readonly scopes: readonly Scope[]
  readonly now: Date
}

/** Đồng ý chia sẻ dữ liệu với một ứng dụng (Luật Bảo vệ dữ liệu cá nhân 2025: express, for a named purpose, recorded). */
export async function giveConsent(tx: Tx, { accountId, clientId, scopes, now }: Consent): Promise<void> {
  await saveConsent(tx, { accountId, clientId, scopes, now })
  await recordAct(tx, {
    actor: accountId,
    verb: 'identity.gave_consent',
    thing: `client:${clientId}`,
    details: { scopes },
    now,
  })
}

/**
 * Rút lại đồng ý: from this moment on, nothing that the application holds opens anything, also what was to last after
 * signing out. Answers whether there was anything to withdraw.
 */
export async function withdrawConsent(
  db: Database,
  { accountId, clientId, now }: Omit<Consent, 'scopes'>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isGone = await deleteConsent(tx, { accountId, clientId })
    await deleteGrantsBetween(tx, { accountId, clientId })
    if (isGone) {
      await recordAct(tx, {
        actor: accountId,
        verb: 'identity.withdrew_consent',
        thing: `client:${clientId}`,
        now,
      })
    }
    return isGone
  })
}
