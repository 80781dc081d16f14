import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findAdministrator } from '../../officials/administrator.ts'
import { allows } from '../../policy.ts'
import { policyActorOf } from '../../policy-actor.ts'
import { clientById, listClients, secretsOf } from '../../queries/sso-clients.ts'
import type { IdentityServices } from '../../services.ts'
import { decideClient, isCentre, makeSecret, resumeClient, suspendClient } from '../../sso/client-acts.ts'
import { ClientPage } from './client-view.tsx'
import { ClientsPage } from './list-view.tsx'
import { registerPages } from './register-route.tsx'
import { words } from './text.ts'

const Params = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_.-]{3,64}$', maxLength: 64 }) })
const csrf = { _csrf: Type.Optional(Type.String()) }
const Secret = Type.Object({ lo: Type.Optional(Type.Literal('co')), ...csrf })
const Reason = Type.String({ maxLength: 500 })
const Decision = Type.Object({
  'quyet-dinh': Type.Union([Type.Literal('duyet'), Type.Literal('khong')]),
  'ly-do': Type.Optional(Reason),
  ...csrf,
})
const Suspension = Type.Object({ 'ly-do': Type.Optional(Reason), ...csrf })
const config = { access: 'administrator' } as const

/** Quản trị ứng dụng kết nối: registered by an agency's administrators, approved by the centre. */
export function clientPages(app: App, services: IdentityServices): void {
  registerPages(app, services)
  listPage(app, services)
  const { db, clock } = services
  const onOne = (request: FastifyRequest<{ Params: { id: string } }>) => ({
    db,
    by: request.actor.id,
    clientId: request.params.id,
    now: clock(),
  })
  const back = (reply: FastifyReply, { id }: { id: string }) =>
    reply.redirect(`/quan-tri/ung-dung/${id}`, 303)

  app.get('/quan-tri/ung-dung/:id', { schema: { params: Params }, config }, (request, reply) =>
    showClient(services, { request, reply, status: 200 }),
  )

  app.post(
    '/quan-tri/ung-dung/:id/khoa',
    { schema: { params: Params, body: Secret }, config },
    async (request, reply) => {
      const secret = await makeSecret(onOne(request), { hasLeaked: request.body.lo === 'co' })
      // Shown in the answer itself: an address that shows it again must not exist.
      return showClient(services, { request, reply, status: 200, secret })
    },
  )

  app.post(
    '/quan-tri/ung-dung/:id/quyet-dinh',
    { schema: { params: Params, body: Decision }, config },
    async (request, reply) => {
      const isApproved = request.body['quyet-dinh'] === 'duyet'
      const why = tidy(request.body['ly-do'] ?? '') || undefined
      if (!isApproved && !why) return withoutReason(services, request, reply)
      await decideClient(onOne(request), { isApproved, why })
      return back(reply, request.params)
    },
  )

  app.post(
    '/quan-tri/ung-dung/:id/tam-dung',
    { schema: { params: Params, body: Suspension }, config },
    async (request, reply) => {
      const why = tidy(request.body['ly-do'] ?? '')
      if (!why) return withoutReason(services, request, reply)
      await suspendClient(onOne(request), why)
      return back(reply, request.params)
    },
  )

  app.post(
    '/quan-tri/ung-dung/:id/cho-chay',
    { schema: { params: Params }, config },
    async (request, reply) => {
      await resumeClient(onOne(request))
      return back(reply, request.params)
    },
  )
}

function listPage(app: App, { db, clock }: IdentityServices): void {
  app.get('/quan-tri/ung-dung', { config }, async (request, reply) => {
    const now = clock()
    const clients = await listClients(db, await policyActorOf(db, request, now))
    const handles = clients.map(({ agency }) => agency)
    const briefs = await agencyBriefs(db, handles, civilDate(now))
    const agencyNames = new Map([...briefs.values()].map(({ handle, name }) => [handle, name]))
    return sendPage(
      reply,
      200,
      <ClientsPage shell={shellOf(request)} clients={clients} agencyNames={agencyNames} />,
    )
  })
}

type Showing = {
  readonly request: FastifyRequest<{ Params: { id: string } }>
  readonly reply: FastifyReply
  readonly status: number
  readonly secret?: string
  readonly errors?: readonly FieldError[]
}

async function showClient(
  { db, clock, publicUrl }: IdentityServices,
  { request, reply, status, secret, errors }: Showing,
): Promise<FastifyReply> {
  const now = clock()
  const administrator = await findAdministrator(db, request.actor.id, now)
  const client = await clientById(db, request.params.id)
  const reader = await policyActorOf(db, request, now)
  // One of another tree does not exist for them.
  if (!client || !allows(reader, 'read', { kind: 'client', agency: client.agency }))
    throw new Refusal('sso.client_unknown')
  const briefs = await agencyBriefs(db, [client.agency], civilDate(now))
  const props = {
    shell: shellOf(request),
    csrf: reply.generateCsrf(),
    client,
    agencyName: [...briefs.values()][0]?.name,
    publicUrl,
    secrets: await secretsOf(db, client.clientId),
    isCentre: isCentre(administrator),
    secret,
    errors,
  }
  reply.header('cache-control', 'no-store')
  return sendPage(reply, status, <ClientPage {...props} />)
}

function withoutReason(
  services: IdentityServices,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const errors = [{ field: 'ly-do', text: words[request.lang].whyMissing }]
  return showClient(services, { request, reply, status: 422, errors })
}
