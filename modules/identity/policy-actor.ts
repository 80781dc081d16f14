import type { FastifyRequest } from 'fastify'
import { agencyTree } from '#directory'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { CENTRE, type Role } from './officials/role.ts'
import type { Office, PolicyActor } from './policy.ts'
import { postsOf } from './queries/officials.ts'
import { livingGrantsOf } from './queries/officials-grants.ts'
import type { Session } from './session.ts'

/** Bàn làm việc: an agency where an official has a post, with the title and what may be done there. */
export type Desk = { readonly agency: string; readonly title: string; readonly roles: readonly Role[] }

const NATIONWIDE: readonly Role[] = ['administrator', 'auditor']

/** The session of a request that only people with one can send. @throws Refusal `access.sign_in` */
export function sessionOf({ session }: Pick<FastifyRequest, 'session'>): Session {
  if (!session) throw new Refusal('access.sign_in')
  return session
}

/** Who sends a request, with everything that the policy looks at. */
export async function policyActorOf(
  db: Db,
  request: Pick<FastifyRequest, 'session' | 'actingFor'>,
  now: Date,
): Promise<PolicyActor> {
  const { accountId, accountKind } = sessionOf(request)
  const acting = request.actingFor
  const isAtWork = accountKind === 'official' && !acting
  return { accountId, acting, offices: isAtWork ? await officesOf(db, accountId, now) : [] }
}

/** Every living role of an official, with the agencies that it reaches and the post it belongs to. */
async function officesOf(db: Db, accountId: string, now: Date): Promise<readonly Office[]> {
  const [grants, posts] = await Promise.all([livingGrantsOf(db, accountId, now), postsOf(db, [accountId])])
  const agencyOfPost = new Map(posts.filter((post) => !post.endedAt).map(({ id, agency }) => [id, agency]))
  return Promise.all(
    grants.map(async ({ role, agency, postId }) => {
      const post = agencyOfPost.get(postId)
      if (agency === CENTRE && NATIONWIDE.includes(role)) {
        return { role, agencies: 'all' as const, workplaces: new Set(post ? [post] : []) }
      }
      const agencies = new Set(await agencyTree(db, agency))
      return { role, agencies, workplaces: new Set(post && agencies.has(post) ? [post] : []) }
    }),
  )
}

/** The desks at which an official may do something by one of these roles, in a steady order. */
export async function desksOf(
  db: Db,
  { accountId, offices }: PolicyActor,
  roles: readonly Role[],
): Promise<readonly Desk[]> {
  const posts = await postsOf(db, [accountId])
  return posts
    .filter(({ endedAt }) => !endedAt)
    .map(({ agency, title }) => ({
      agency,
      title,
      roles: offices.filter(({ workplaces }) => workplaces.has(agency)).map(({ role }) => role),
    }))
    .filter((desk) => desk.roles.some((role) => roles.includes(role)))
}
