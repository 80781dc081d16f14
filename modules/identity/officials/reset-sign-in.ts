import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { removePassword, removeSecondFactors } from '../queries/officials-credentials.ts'
import type { InvitationPurpose } from '../queries/officials-invitations.ts'
import { dropStepsOf } from '../queries/officials-sign-in.ts'
import type { IdentityServices } from '../services.ts'
import { endSessionsOf } from '../session.ts'
import { actingAdministrator, takeOfficial } from './administrator.ts'
import { writeInvitation } from './invitation.ts'
import { thingOf } from './official.ts'

export type Reset = {
  readonly accountId: string
  readonly what: 'second_factor' | 'all'
  readonly reason: string
}

/**
 * Đặt lại cách đăng nhập for an official who has lost a phone or forgotten a password: sessions end, what was lost is
 * removed, and a link lets them set it up again. Whoever gets such a link could become the official, so it takes an
 * administrator who could have given everything that the official holds.
 * @throws Refusal `identity.reset_beyond`, `identity.reset_self`, `identity.official_left`, `identity.official_unknown`
 */
export async function resetSignIn(services: IdentityServices, by: string, reset: Reset): Promise<string> {
  const now = services.clock()
  const { accountId, what, reason } = reset
  return services.db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { official, isWhollyMine } = await takeOfficial(tx, administrator, accountId, now)
    if (accountId === by) throw new Refusal('identity.reset_self')
    if (official.leftAt) throw new Refusal('identity.official_left')
    if (!isWhollyMine) throw new Refusal('identity.reset_beyond')
    const purpose = official.enrolledAt ? what : 'first'
    await clearSignIn(tx, accountId, purpose, now)
    await recordAct(tx, {
      actor: by,
      verb: 'identity.sign_in_reset',
      thing: thingOf(accountId),
      reason,
      details: { what: purpose },
      now,
    })
    return writeInvitation(tx, { accountId, purpose, reason, by, now })
  })
}

/** Takes away what is to be set up again, and whatever was signed in by it. */
export async function clearSignIn(
  tx: Tx,
  accountId: string,
  purpose: InvitationPurpose,
  now: Date,
): Promise<void> {
  await endSessionsOf(tx, { accountId, why: 'access_ended', now })
  await dropStepsOf(tx, accountId)
  await removeSecondFactors(tx, accountId)
  if (purpose !== 'second_factor') await removePassword(tx, accountId)
}
