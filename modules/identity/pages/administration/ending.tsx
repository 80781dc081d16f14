import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { formatDate } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { managedOfficial } from '../../officials/administrator.ts'
import { endRole } from '../../officials/grant-role.ts'
import { leave } from '../../officials/leave.ts'
import { isLiving } from '../../officials/list.ts'
import { lastDayOf } from '../../officials/term.ts'
import type { IdentityServices } from '../../services.ts'
import { roleWords } from '../role-words.ts'
import { administratorOf, agencyNames, officialPath } from './desk.ts'
import { Token } from './invite.tsx'
import { Params } from './official.tsx'
import { readReason } from './read-form.ts'
import { ReasonView } from './reason-view.tsx'
import { words } from './text.ts'

const Reason = Type.String({ maxLength: 2_000, default: '' })
const Post = Type.Optional(Type.String({ maxLength: 36 }))
const RightParams = Type.Object({ ...Params.properties, right: Type.String({ maxLength: 36 }) })

type Shown = { readonly status: number; readonly reason?: string; readonly errors?: readonly FieldError[] }

/** Thu hồi một quyền, and rời cơ quan: each with a reason, each at once. */
export function endingPages(app: App, services: IdentityServices): void {
  endRightPage(app, services)
  leavePage(app, services)
}

function endRightPage(app: App, services: IdentityServices): void {
  const address = `${officialPath(':id')}/quyen/:right/thu-hoi`
  app.get(
    address,
    { schema: { params: RightParams }, config: { access: 'administrator' } },
    (request, reply) => showRight(services, request, reply, request.params, { status: 200 }),
  )
  app.post(
    address,
    {
      schema: { params: RightParams, body: Type.Object({ _csrf: Token, reason: Reason }) },
      config: { access: 'administrator' },
    },
    async (request, reply) => {
      const { id, right } = request.params
      const reason = readReason(request.body.reason, words[request.lang])
      if (!('value' in reason)) {
        const shown = { status: 422, reason: request.body.reason, errors: reason.errors }
        return showRight(services, request, reply, request.params, shown)
      }
      await endRole(services, request.actor.id, { accountId: id, grantId: right, reason: reason.value })
      return reply.redirect(`${officialPath(id)}?xong=right_ended`, 303)
    },
  )
}

function leavePage(app: App, services: IdentityServices): void {
  const address = `${officialPath(':id')}/roi-co-quan`
  app.get(
    address,
    {
      schema: { params: Params, querystring: Type.Object({ 'chuc-vu': Post }) },
      config: { access: 'administrator' },
    },
    (request, reply) =>
      showLeave(
        services,
        request,
        reply,
        { id: request.params.id, post: request.query['chuc-vu'] },
        { status: 200 },
      ),
  )
  app.post(
    address,
    {
      schema: { params: Params, body: Type.Object({ _csrf: Token, post: Post, reason: Reason }) },
      config: { access: 'administrator' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { post } = request.body
      const reason = readReason(request.body.reason, words[request.lang])
      if (!('value' in reason)) {
        const shown = { status: 422, reason: request.body.reason, errors: reason.errors }
        return showLeave(services, request, reply, { id, post }, shown)
      }
      await leave(services, request.actor.id, { accountId: id, postId: post, reason: reason.value })
      return reply.redirect(`${officialPath(id)}?xong=left`, 303)
    },
  )
}

async function showRight(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, right }: { id: string; right: string },
  { status, reason, errors = [] }: Shown,
): Promise<FastifyReply> {
  const now = services.clock()
  const administrator = await administratorOf(services, request)
  const { official, grants } = await managedOfficial(services.db, administrator, id, now)
  const grant = grants.find((one) => one.id === right && isLiving(one, now))
  if (!grant) throw new Refusal('identity.grant_unknown')
  const nameOf = await agencyNames(services, [grant.agency], request.lang)
  const text = words[request.lang]
  const { role, agency, untilAt } = grant
  const said = `${roleWords[request.lang][role]}, ${nameOf(agency)}, ${formatDate(lastDayOf(untilAt))}`
  const page = (
    <ReasonView
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      official={official}
      action={`${officialPath(id)}/quyen/${right}/thu-hoi`}
      title={text.endTitle}
      lead={text.endLead(said)}
      button={text.endButton}
      reason={reason}
      errors={errors}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

async function showLeave(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, post }: { id: string; post: string | undefined },
  { status, reason, errors = [] }: Shown,
): Promise<FastifyReply> {
  const administrator = await administratorOf(services, request)
  const { official, posts } = await managedOfficial(services.db, administrator, id, services.clock())
  const ending = posts.filter((one) => !one.endedAt && (post === undefined || one.id === post))
  if (ending.length === 0) throw new Refusal('identity.post_unknown')
  const nameOf = await agencyNames(
    services,
    ending.map(({ agency }) => agency),
    request.lang,
  )
  const text = words[request.lang]
  const page = (
    <ReasonView
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      official={official}
      action={`${officialPath(id)}/roi-co-quan`}
      title={post === undefined ? text.leaveAll : text.leaveTitle}
      lead={text.leaveLead(ending.map(({ title, agency }) => `${title}, ${nameOf(agency)}`).join('; '))}
      button={text.leaveButton}
      kept={{ post }}
      reason={reason}
      errors={errors}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}
