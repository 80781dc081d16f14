import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { isUuid } from '../../officials/administrator.ts'
import { listOfficials, OFFICIAL_STATES, type OfficialQuestion } from '../../officials/list.ts'
import { ROLES } from '../../officials/role.ts'
import { policyActorOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { ADMINISTRATION, administratorOf, agencyNames } from './desk.ts'
import { endingPages } from './ending.tsx'
import { invitePage } from './invite.tsx'
import { AdministrationPage } from './list-view.tsx'
import { offeredBy } from './offered.ts'
import { managedOfficialPage } from './official.tsx'
import { postPage } from './post.tsx'
import { resetPage } from './reset.tsx'
import { rightPage } from './right.tsx'

const Word = Type.Optional(Type.String({ maxLength: 200 }))
const Query = Type.Object({ 'co-quan': Word, 'vai-tro': Word, 'tinh-trang': Word, sau: Word })
const Search = Type.Object({ _csrf: Word, name: Type.String({ maxLength: 1_000, default: '' }) })

/** Quản trị cán bộ: the list, and everything that is done from it. */
export function administrationPages(app: App, services: IdentityServices): void {
  app.get(
    ADMINISTRATION,
    { schema: { querystring: Query }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { sau, ...query } = request.query
      const found = await findAgency(services.db, query['co-quan'] ?? '', civilDate(services.clock()))
      return show(services, request, reply, {
        agency: found?.handle,
        role: ROLES.find((role) => role === query['vai-tro']),
        state: OFFICIAL_STATES.find((state) => state === query['tinh-trang']),
        after: sau && isUuid(sau) ? sau : undefined,
      })
    },
  )

  // A name is looked for by a form that posts, so that it stands in no address and no log.
  app.post(
    `${ADMINISTRATION}/tim`,
    { schema: { body: Search }, config: { access: 'administrator' } },
    (request, reply) =>
      show(services, request, reply, { name: tidy(request.body.name).slice(0, 100) || undefined }),
  )

  managedOfficialPage(app, services)
  invitePage(app, services)
  rightPage(app, services)
  postPage(app, services)
  endingPages(app, services)
  resetPage(app, services)
}

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  question: OfficialQuestion,
): Promise<FastifyReply> {
  const administrator = await administratorOf(services, request)
  const now = services.clock()
  const page = await listOfficials(services.db, await policyActorOf(services.db, request, now), question, now)
  const handles = [
    ...administrator.held.map(({ agency }) => agency),
    ...page.officials.flatMap(({ posts }) => posts.map(({ agency }) => agency)),
  ]
  const view = (
    <AdministrationPage
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      scopes={administrator.held}
      offered={await offeredBy(services, administrator)}
      question={question}
      page={page}
      nameOf={await agencyNames(services, handles, request.lang)}
      nextHref={page.next && nextHref(question, page.next)}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), 200, view)
}

/** A search by name shows its first page only: narrow it to see more. */
function nextHref({ agency, role, state, name }: OfficialQuestion, next: string): string | undefined {
  if (name !== undefined) return undefined
  const query = new URLSearchParams({
    ...(agency && { 'co-quan': agency }),
    ...(role && { 'vai-tro': role }),
    ...(state && { 'tinh-trang': state }),
    sau: next,
  })
  return `${ADMINISTRATION}?${query}`
}
