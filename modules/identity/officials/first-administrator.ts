import type { Database } from '#platform/db'
import { officialById, postsOf } from '../queries/officials.ts'
import { grantsOf } from '../queries/officials-grants.ts'
import { placeOf } from './agency-place.ts'
import { writePost } from './give-post.ts'
import { writeGrant } from './grant-role.ts'
import { writeInvitation } from './invitation.ts'
import { accountFor } from './invite.ts'
import { isLiving } from './list.ts'
import { clearSignIn } from './reset-sign-in.ts'
import { ROLES, type Role } from './role.ts'
import { endOfDay, lastDayAllowed } from './term.ts'

export type MachineInvitation = {
  readonly name: string
  readonly email: string
  /** Any spelling of its code, or its handle. */
  readonly agency: string
  readonly title: string
  readonly role: Role
  readonly reason: string
  /** Also for somebody who has set up how they sign in: takes that away and lets them begin again. */
  readonly resets: boolean
  readonly now: Date
}

/**
 * Whoever has the machine may appoint the first administrator, or one when all others have lost their way in. Answers the
 * token of the invitation, or undefined when the official can sign in already and nothing is to be reset.
 * @throws Refusal `identity.agency_gone`
 */
export async function inviteFromMachine(db: Database, wish: MachineInvitation): Promise<string | undefined> {
  const { name, email, title, role, reason, resets, now } = wish
  const { handle: agency } = await placeOf(db, wish.agency, now)
  return db.transaction(async (tx) => {
    const { accountId, isNew } = await accountFor(tx, { name, email, by: null, now })
    const post = (await postsOf(tx, [accountId])).find((one) => one.agency === agency && !one.endedAt)
    const postId = post?.id ?? (await writePost(tx, { accountId, agency, title, now, by: undefined }))
    const hasRight = (await grantsOf(tx, [accountId])).some(
      (grant) => grant.role === role && grant.agency === agency && isLiving(grant, now),
    )
    const untilAt = endOfDay(lastDayAllowed(now))
    if (!hasRight)
      await writeGrant(tx, {
        accountId,
        postId,
        role,
        agency,
        mayGive: ROLES,
        reason,
        untilAt,
        now,
        by: null,
      })

    const official = await officialById(tx, accountId)
    if (!isNew && official?.enrolledAt && !resets) return undefined
    const purpose = official?.enrolledAt ? 'all' : 'first'
    await clearSignIn(tx, accountId, purpose, now)
    return writeInvitation(tx, { accountId, purpose, reason, by: null, now })
  })
}
