import { agencyTree } from '#directory'
import { DAY_MS } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { allows, type PolicyActor } from '../policy.ts'
import { type OfficialRow, type PostRow, postsOf } from '../queries/officials.ts'
import { type GrantRow, grantsOf } from '../queries/officials-grants.ts'
import { officialRows } from '../queries/officials-list.ts'
import { CENTRE, type Power, type Role } from './role.ts'

/** Đang hoạt động, mới mời, có quyền sắp hết hạn, đã rời cơ quan. */
export const OFFICIAL_STATES = ['active', 'invited', 'ending', 'left'] as const
export type OfficialState = (typeof OFFICIAL_STATES)[number]

export type OfficialQuestion = {
  /** Handle of an agency whose tree is looked at; all that the administrator looks after, without one. */
  readonly agency?: string | undefined
  readonly role?: Role | undefined
  readonly state?: OfficialState | undefined
  readonly name?: string | undefined
  /** The account after which the list goes on. */
  readonly after?: string | undefined
}

export type ListedOfficial = {
  readonly official: OfficialRow
  /** Living ones within the agencies looked at. */
  readonly posts: readonly PostRow[]
  readonly grants: readonly GrantRow[]
}

export type OfficialPage = {
  readonly officials: readonly ListedOfficial[]
  /** The account after which there are more. */
  readonly next?: string
}

const PAGE = 50
const SOON_MS = 30 * DAY_MS

/** Cán bộ trong phạm vi quản trị, by name, 50 a page: those whom the policy lets somebody see. */
export async function listOfficials(
  db: Db,
  actor: PolicyActor,
  question: OfficialQuestion,
  now: Date,
): Promise<OfficialPage> {
  const { agency, role, state, name, after } = question
  const agencies = agency === undefined ? undefined : await agencyTree(db, agency)
  const soon = new Date(now.getTime() + SOON_MS)
  const filter = { actor, agencies, role, state, name, after, now, soon, limit: PAGE + 1 }
  const rows = await officialRows(db, filter)
  const shown = rows.slice(0, PAGE)
  const ids = shown.map(({ accountId }) => accountId)
  const [posts, grants] = await Promise.all([postsOf(db, ids), grantsOf(db, ids)])
  const isShown = (thing: { agency: string }) =>
    (agencies?.includes(thing.agency) ?? true) &&
    allows(actor, 'list', { kind: 'official', agency: thing.agency })
  const next = rows.length > PAGE ? shown.at(-1)?.accountId : undefined
  return {
    officials: shown.map((official) => ({
      official,
      posts: posts.filter((post) => post.accountId === official.accountId && !post.endedAt && isShown(post)),
      grants: grants.filter(
        (grant) => grant.accountId === official.accountId && isLiving(grant, now) && isShown(grant),
      ),
    })),
    ...(next ? { next } : {}),
  }
}

/** In force, or to come into force. */
export function isLiving({ endedAt, untilAt }: Pick<GrantRow, 'endedAt' | 'untilAt'>, now: Date): boolean {
  return !endedAt && untilAt > now
}

/** All handles in the trees of an administrator; undefined for the whole country. */
export async function agenciesOf(
  db: Db,
  held: readonly Power[],
  within: string | undefined,
): Promise<readonly string[] | undefined> {
  const tops = held.filter(({ role }) => role === 'administrator').map(({ agency }) => agency)
  const isEverywhere = tops.includes(CENTRE)
  if (isEverywhere && within === undefined) return undefined
  const asked = within === undefined ? undefined : await agencyTree(db, within)
  if (isEverywhere) return asked
  const mine = (await Promise.all([...new Set(tops)].map((top) => agencyTree(db, top)))).flat()
  if (!asked) return mine
  const allowed = new Set(mine)
  return asked.filter((handle) => allowed.has(handle))
}
