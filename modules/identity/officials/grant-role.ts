import { agencyLine } from '#directory'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { endGrants, insertGrant } from '../queries/officials-grants.ts'
import type { IdentityServices } from '../services.ts'
import { type Administrator, actingAdministrator, takeOfficial } from './administrator.ts'
import { type AgencyPlace, placeOf } from './agency-place.ts'
import { isLiving } from './list.ts'
import { thingOf } from './official.ts'
import { type GrantFault, grantFault, mayEnd, type Role } from './role.ts'

/** A right that an administrator wants to give. `untilAt` is the first moment without it. */
export type Wanted = {
  readonly role: Role
  readonly agency: string
  readonly mayGive: readonly Role[]
  readonly reason: string
  readonly untilAt: Date
}

const REFUSALS: Readonly<Record<GrantFault, string>> = {
  outside_tree: 'identity.grant_outside_tree',
  not_held: 'identity.grant_not_held',
  too_late: 'identity.grant_too_late',
}

/**
 * Cấp quyền to an official through one of their posts.
 * @throws Refusal `identity.grant_outside_tree`, `identity.grant_not_held`, `identity.grant_too_late` when the administrator
 *   does not hold it, `identity.grant_to_self`, `identity.post_unknown`, `identity.agency_gone`, `identity.official_unknown`
 */
export async function grantRole(
  { db, clock }: IdentityServices,
  by: string,
  { accountId, postId, ...wanted }: Wanted & { readonly accountId: string; readonly postId: string },
): Promise<void> {
  const now = clock()
  const place = await placeOf(db, wanted.agency, now)
  await db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { posts } = await takeOfficial(tx, administrator, accountId, now)
    const post = posts.find(({ id, endedAt }) => id === postId && !endedAt)
    if (!post) throw new Refusal('identity.post_unknown')
    await give(tx, administrator, { ...wanted, accountId, postId, now }, place)
  })
}

type Giving = Wanted & { readonly accountId: string; readonly postId: string; readonly now: Date }

/** Gives a right that the administrator holds. `place` is that of the agency wanted. @throws Refusal as `grantRole` */
export async function give(
  tx: Tx,
  { accountId: by, held }: Administrator,
  giving: Giving,
  { handle, line }: AgencyPlace,
): Promise<void> {
  if (giving.accountId === by) throw new Refusal('identity.grant_to_self')
  const fault = grantFault(held, { ...giving, agency: handle, line })
  if (fault) throw new Refusal(REFUSALS[fault])
  await writeGrant(tx, { ...giving, agency: handle, by })
}

/** Writes a right that has been weighed, and who gave it. Without `by` it was given on the machine itself. */
export async function writeGrant(tx: Tx, giving: Giving & { readonly by: string | null }): Promise<void> {
  const { accountId, postId, role, agency, reason, untilAt, now, by } = giving
  const mayGive = role === 'administrator' ? giving.mayGive : []
  const id = timeOrderedId(now)
  await insertGrant(tx, {
    id,
    accountId,
    postId,
    role,
    agency,
    mayGive,
    reason,
    fromAt: now,
    untilAt,
    grantedAt: now,
    grantedBy: by,
  })
  await recordAct(tx, {
    actor: by ?? 'machine',
    verb: 'identity.role_granted',
    thing: thingOf(accountId),
    reason,
    details: { grant: id, role, agency, mayGive, untilAt },
    now,
  })
}

/**
 * Thu hồi quyền before its end.
 * @throws Refusal `identity.grant_unknown` for one that is over or not there, `identity.grant_not_held` when the
 *   administrator could not have given it, `identity.grant_to_self`, `identity.official_unknown`
 */
export async function endRole(
  { db, clock }: IdentityServices,
  by: string,
  { accountId, grantId, reason }: { accountId: string; grantId: string; reason: string },
): Promise<void> {
  const now = clock()
  await db.transaction(async (tx) => {
    const administrator = await actingAdministrator(tx, by, now)
    const { grants } = await takeOfficial(tx, administrator, accountId, now)
    const grant = grants.find((one) => one.id === grantId && isLiving(one, now))
    if (!grant) throw new Refusal('identity.grant_unknown')
    if (accountId === by) throw new Refusal('identity.grant_to_self')
    const line = await agencyLine(tx, grant.agency)
    if (!mayEnd(administrator.held, { ...grant, line })) throw new Refusal('identity.grant_not_held')
    await endGrants(tx, { ids: [grantId], by, why: reason, now })
    await recordAct(tx, {
      actor: by,
      verb: 'identity.role_ended',
      thing: thingOf(accountId),
      reason,
      details: { grant: grantId, role: grant.role, agency: grant.agency },
      now,
    })
  })
}
