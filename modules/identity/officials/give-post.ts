import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { insertPost, postsOf } from '../queries/officials.ts'
import type { IdentityServices } from '../services.ts'
import { type Administrator, actingAdministrator, takeOfficial } from './administrator.ts'
import { type AgencyPlace, placeOf } from './agency-place.ts'
import { thingOf } from './official.ts'
import { looksAfter } from './role.ts'

export type NewPost = { readonly agency: string; readonly title: string }

/**
 * Bổ nhiệm thêm chức vụ: one more post for an official whom the administrator sees.
 * @throws Refusal `identity.grant_outside_tree`, `identity.agency_gone`, `identity.post_taken`, `identity.official_left`
 */
export async function givePost(
  { db, clock }: IdentityServices,
  by: string,
  { accountId, ...post }: NewPost & { accountId: string },
): Promise<void> {
  const now = clock()
  const place = await placeOf(db, post.agency, now)
  await db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { official } = await takeOfficial(tx, administrator, accountId, now)
    if (official.leftAt) throw new Refusal('identity.official_left')
    await appoint(tx, administrator, { ...post, accountId, now }, place)
  })
}

type Appointing = NewPost & { readonly accountId: string; readonly now: Date }

/** Answers the id of the post. `place` is that of its agency. @throws Refusal as `givePost` */
export async function appoint(
  tx: Tx,
  { accountId: by, held }: Administrator,
  post: Appointing,
  { handle, line }: AgencyPlace,
): Promise<string> {
  if (!looksAfter(held, line)) throw new Refusal('identity.grant_outside_tree')
  const before = await postsOf(tx, [post.accountId])
  if (before.some((one) => !one.endedAt && one.agency === handle)) throw new Refusal('identity.post_taken')
  return writePost(tx, { ...post, agency: handle, by })
}

/** Writes a post that has been weighed. Without `by` it was given on the machine itself. */
export async function writePost(
  tx: Tx,
  post: Appointing & { readonly by: string | undefined },
): Promise<string> {
  const { accountId, agency, title, now, by } = post
  const id = timeOrderedId(now)
  await insertPost(tx, { id, accountId, agency, title, since: now, givenBy: by })
  await recordAct(tx, {
    actor: by ?? 'machine',
    verb: 'identity.post_given',
    thing: thingOf(accountId),
    details: { post: id, agency },
    now,
  })
  return id
}
