import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Database } from '#platform/db'
import { closeAccountRow } from './queries/accounts.ts'
import { endSessionsOf } from './session.ts'

/** Why an account is closed, as its owner says. */
export const CLOSING_REASONS = ['not_needed', 'other_account', 'privacy', 'ceased', 'other'] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/**
 * Đóng tài khoản: nobody signs in with it any more, and its id is never given to another. What was filed stays where the law
 * keeps it. Ends every session. @throws Refusal `identity.account_closed` when it is closed already
 */
export async function closeAccount(
  db: Database,
  { accountId, reason, note }: { accountId: string; reason: ClosingReason; note: string | undefined },
  now: Date,
): Promise<void> {
  const why = note ? `${reason}: ${note}` : reason
  await db.transaction(async (tx) => {
    if (!(await closeAccountRow(tx, { id: accountId, why, now })))
      throw new Refusal('identity.account_closed')
    await endSessionsOf(tx, { accountId, why: 'account_closed', now })
    await recordAct(tx, {
      actor: accountId,
      verb: 'identity.account_closed',
      thing: `account:${accountId}`,
      reason,
      now,
    })
  })
}
