import { agencyLine } from '#directory'
import { Refusal } from '#kernel/refusal'
import type { Db, Tx } from '#platform/db'
import { lockOfficial, officialById, type PostRow, postsOf } from '../queries/officials.ts'
import { type GrantRow, grantsOf, livingGrantsOf, lockLivingGrantsOf } from '../queries/officials-grants.ts'
import { isLiving } from './list.ts'
import type { Official } from './official.ts'
import { looksAfter, mayEnd } from './role.ts'

/** Quản trị viên được phân quyền: who they are and what they hold now. */
export type Administrator = { readonly accountId: string; readonly held: readonly GrantRow[] }

export async function findAdministrator(db: Db, accountId: string, now: Date): Promise<Administrator> {
  const held = await livingGrantsOf(db, accountId, now)
  return { accountId, held: held.filter(({ role }) => role === 'administrator') }
}

/** The same inside an act: what is held cannot be taken away before the act is done. */
export async function actingAdministrator(tx: Tx, accountId: string, now: Date): Promise<Administrator> {
  const held = await lockLivingGrantsOf(tx, accountId, now)
  return { accountId, held: held.filter(({ role }) => role === 'administrator') }
}

/** An official as an administrator sees them: what lies in the administrator's trees, and how much lies elsewhere. */
export type ManagedOfficial = {
  readonly official: Official
  readonly posts: readonly PostRow[]
  readonly grants: readonly GrantRow[]
  /** Living posts and rights that this administrator does not look after. */
  readonly elsewhere: number
  /** Whether everything that the official holds could have been given by this administrator. */
  readonly isWhollyMine: boolean
}

/** @throws Refusal `identity.official_unknown` also for those who have nothing to do with the administrator's agencies */
export async function managedOfficial(
  db: Db,
  { held }: Administrator,
  accountId: string,
  now: Date,
): Promise<ManagedOfficial> {
  const official = isUuid(accountId) ? await officialById(db, accountId) : undefined
  if (!official) throw new Refusal('identity.official_unknown')
  // One after another: inside an act there is one connection.
  const [posts, grants] = [await postsOf(db, [accountId]), await grantsOf(db, [accountId])]
  const lines = await linesOf(
    db,
    [...posts, ...grants].map(({ agency }) => agency),
  )
  const lineOf = ({ agency }: { agency: string }) => lines.get(agency) ?? []
  const seenPosts = posts.filter((post) => looksAfter(held, lineOf(post)))
  const seenGrants = grants.filter((grant) => looksAfter(held, lineOf(grant)))
  if (seenPosts.length === 0 && seenGrants.length === 0) throw new Refusal('identity.official_unknown')

  const living = [...posts.filter((post) => !post.endedAt), ...grants.filter((grant) => isLiving(grant, now))]
  const isMine = (grant: GrantRow) => mayEnd(held, { ...grant, line: lineOf(grant) })
  return {
    official,
    posts: seenPosts,
    grants: seenGrants,
    elsewhere: living.filter((thing) => !looksAfter(held, lineOf(thing))).length,
    isWhollyMine:
      living.every((thing) => looksAfter(held, lineOf(thing))) &&
      grants.filter((grant) => isLiving(grant, now)).every(isMine),
  }
}

/** The official that an act is about, held until the act is done. @throws Refusal as `managedOfficial` */
export async function takeOfficial(
  tx: Tx,
  administrator: Administrator,
  accountId: string,
  now: Date,
): Promise<ManagedOfficial> {
  if (isUuid(accountId)) await lockOfficial(tx, accountId)
  return managedOfficial(tx, administrator, accountId, now)
}

async function linesOf(db: Db, handles: readonly string[]): Promise<Map<string, readonly string[]>> {
  const lines = new Map<string, readonly string[]>()
  for (const handle of new Set(handles)) lines.set(handle, await agencyLine(db, handle))
  return lines
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
