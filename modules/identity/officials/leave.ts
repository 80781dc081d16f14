import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { endPosts, markLeft, postsOf } from '../queries/officials.ts'
import { removePassword, removeSecondFactors } from '../queries/officials-credentials.ts'
import { endGrantsOfPosts } from '../queries/officials-grants.ts'
import { withdrawInvitationsOf } from '../queries/officials-invitations.ts'
import { dropStepsOf } from '../queries/officials-sign-in.ts'
import type { IdentityServices } from '../services.ts'
import { endSessionsOf } from '../session.ts'
import { actingAdministrator, takeOfficial } from './administrator.ts'
import { thingOf } from './official.ts'

export type Left = { readonly sessions: number; readonly grants: number; readonly hasLeftAll: boolean }

/**
 * Rời cơ quan: posts end, with every right held through them, and all sessions end in the same transaction. Whoever has no
 * post left loses every way to sign in. Without `postId`: all posts that the administrator looks after.
 * @throws Refusal `identity.post_unknown`, `identity.grant_to_self` (nobody shows themselves out), `identity.official_unknown`
 */
export async function leave(
  { db, clock }: IdentityServices,
  by: string,
  { accountId, postId, reason }: { accountId: string; postId?: string | undefined; reason: string },
): Promise<Left> {
  const now = clock()
  return db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { posts } = await takeOfficial(tx, administrator, accountId, now)
    const ending = posts.filter(({ id, endedAt }) => !endedAt && (postId === undefined || id === postId))
    if (ending.length === 0) throw new Refusal('identity.post_unknown')
    if (accountId === by) throw new Refusal('identity.grant_to_self')

    const ids = ending.map(({ id }) => id)
    const grants = await endGrantsOfPosts(tx, { ids, by, why: reason, now })
    await endPosts(tx, { ids, by, why: reason, now })
    const sessions = await endSessionsOf(tx, { accountId, why: 'access_ended', now })
    await dropStepsOf(tx, accountId)
    const hasLeftAll = (await postsOf(tx, [accountId])).every(({ endedAt }) => endedAt)
    if (hasLeftAll) await closeDoor(tx, accountId, reason, now)
    await recordAct(tx, {
      actor: by,
      verb: 'identity.access_ended',
      thing: thingOf(accountId),
      reason,
      details: { posts: ids, agencies: ending.map(({ agency }) => agency), grants, sessions, hasLeftAll },
      now,
    })
    return { sessions, grants, hasLeftAll }
  })
}

/** Nothing that was known or held opens the account any more. Coming back takes a new invitation. */
async function closeDoor(tx: Tx, accountId: string, why: string, now: Date): Promise<void> {
  await markLeft(tx, accountId, why, now)
  await withdrawInvitationsOf(tx, accountId, now)
  await removeSecondFactors(tx, accountId)
  await removePassword(tx, accountId)
}
