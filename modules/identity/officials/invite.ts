import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { bringBackOfficial, insertOfficial, lockOfficial, officialByEmail } from '../queries/officials.ts'
import type { IdentityServices } from '../services.ts'
import { actingAdministrator } from './administrator.ts'
import { placeOf } from './agency-place.ts'
import { appoint, type NewPost } from './give-post.ts'
import { give, type Wanted } from './grant-role.ts'
import { writeInvitation } from './invitation.ts'
import { thingOf } from './official.ts'

export type Invited = {
  readonly accountId: string
  /** Absent when the official has an account already: then the post and the right are there at once. */
  readonly token?: string
}

export type Inviting = NewPost & { readonly name: string; readonly email: string; readonly right: Wanted }

/**
 * Mời cán bộ: account, post and right are written now and open with the invitation. Someone who already has an account is
 * given the post and the right, and no second account.
 * @throws Refusal as `grantRole` and `givePost`
 */
export async function inviteOfficial(
  { db, clock }: IdentityServices,
  by: string,
  { name, email, agency, title, right }: Inviting,
): Promise<Invited> {
  const now = clock()
  const [workplace, reach] = [await placeOf(db, agency, now), await placeOf(db, right.agency, now)]
  return db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { accountId, isNew } = await accountFor(tx, { name, email, by, now })
    if (accountId === by) throw new Refusal('identity.grant_to_self')
    const postId = await appoint(tx, administrator, { agency, title, accountId, now }, workplace)
    await give(tx, administrator, { ...right, accountId, postId, now }, reach)
    if (!isNew) return { accountId }
    const token = await writeInvitation(tx, { accountId, purpose: 'first', reason: right.reason, by, now })
    return { accountId, token }
  })
}

type Person = {
  readonly name: string
  readonly email: string
  readonly by: string | null
  readonly now: Date
}

/** The account of an e-mail. `isNew` when there was none, or its owner had left: then they have no way to sign in. */
export async function accountFor(
  tx: Tx,
  { name, email, by, now }: Person,
): Promise<{ accountId: string; isNew: boolean }> {
  const known = await officialByEmail(tx, email)
  const held = known && (await lockOfficial(tx, known.accountId))
  if (held && !held.leftAt) return { accountId: held.accountId, isNew: false }
  if (held) await bringBackOfficial(tx, held.accountId)
  const accountId = held?.accountId ?? timeOrderedId(now)
  if (!held) await insertOfficial(tx, { accountId, name, email, now })
  await recordAct(tx, {
    actor: by ?? 'machine',
    verb: 'identity.official_invited',
    thing: thingOf(accountId),
    now,
  })
  return { accountId, isNew: true }
}
