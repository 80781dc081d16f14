import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { saltNamed } from '../../queries/sso-keys.ts'
import type { IdentityServices } from '../../services.ts'
import type { Session } from '../../session.ts'
import { signOut, wayOut } from '../../sign-out.ts'
import { policyLeadingTo } from '../../sso/form-action.ts'
import type { Sso } from '../../sso/open-sso.ts'
import { pairwiseSubject } from '../../sso/pairwise.ts'
import { PATHS } from '../../sso/provider.ts'
import { readSignOut, type SignOutRequest } from '../../sso/sign-out-request.ts'
import { SIGNED_OUT_PATH } from '../../vneid.ts'
import { clearSessionCookie } from '../../who-is-here.ts'
import { AgencySignOutPage } from './view.tsx'

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const fields = {
  client_id: text(64),
  post_logout_redirect_uri: text(2_000),
  state: text(2_000),
}
const Query = Type.Object({
  ...fields,
  id_token_hint: text(8_000),
  logout_hint: text(200),
  ui_locales: text(100),
})
const Answer = Type.Object({
  ...fields,
  'tra-loi': Type.Union([Type.Literal('dang-xuat'), Type.Literal('o-lai')]),
  _csrf: Type.Optional(Type.String()),
})

/** Đăng xuất do ứng dụng của cơ quan yêu cầu (OpenID Connect RP-Initiated Logout 1.0). */
export function agencySignOutPage(app: App, services: IdentityServices, sso: Sso): void {
  const { db, clock } = services

  app.get(
    PATHS.end_session,
    { schema: { querystring: Query, hide: true }, config: { access: 'anyone' } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
      const asked = await readSignOut(await sso.provider(), request.query)
      const { session } = request
      if (!session) return reply.redirect(asked.onward ?? SIGNED_OUT_PATH, 303)
      if (await isAboutThem(services, asked, session))
        return leave(services, { request, reply, asked, session })
      if (asked.onward) leadOn(reply, asked.onward)
      const { client_id, post_logout_redirect_uri, state } = request.query
      const kept = { client_id: asked.client?.clientId ?? client_id, post_logout_redirect_uri, state }
      const props = {
        shell: shellOf(request),
        csrf: reply.generateCsrf(),
        name: asked.client?.clientName,
        kept,
      }
      return sendPage(reply, 200, <AgencySignOutPage {...props} />)
    },
  )

  // Sent by other sites' forms, without our cookie (it is SameSite=Lax): the same request as a link has it.
  app.post(
    PATHS.end_session,
    { schema: { body: Query, hide: true }, config: { access: 'anyone', isApi: true } },
    (request, reply) => {
      const given = Object.entries(request.body).filter(
        (field): field is [string, string] => field[1] !== undefined,
      )
      return reply.redirect(`${PATHS.end_session}?${new URLSearchParams(given)}`, 303)
    },
  )

  app.post(
    `${PATHS.end_session}/xac-nhan`,
    { schema: { body: Answer, hide: true }, config: { access: 'anyone' } },
    async (request, reply) => {
      const asked = await readSignOut(await sso.provider(), request.body)
      const { session } = request
      if (request.body['tra-loi'] === 'o-lai') return reply.redirect('/', 303)
      if (!session) return reply.redirect(asked.onward ?? '/', 303)
      return leave(services, { request, reply, asked, session })
    },
  )

  async function leave(
    own: IdentityServices,
    { request, reply, asked, session }: Leaving,
  ): Promise<FastifyReply> {
    const now = clock()
    await signOut(db, session, 'here', now)
    clearSessionCookie(reply)
    return reply.redirect(asked.onward ?? (await wayOut(own, session, request.log, now)), 303)
  }
}

type Leaving = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly asked: SignOutRequest
  readonly session: Session
}

/** The token that the application shows was made for whoever is signed in here: nobody has to be asked. */
async function isAboutThem(
  { db }: IdentityServices,
  { client, subject }: SignOutRequest,
  { accountId }: Session,
): Promise<boolean> {
  const [uri] = client?.redirectUris ?? []
  if (!client || !uri || subject === undefined) return false
  if (client.subjectType !== 'pairwise') return subject === accountId
  return subject === pairwiseSubject(await saltNamed(db, 'pairwise', randomBytes(32)), uri, accountId)
}

function leadOn(reply: FastifyReply, uri: string): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header('content-security-policy', policyLeadingTo(policy, uri))
}
