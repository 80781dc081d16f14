import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Client } from 'oidc-provider'
import type { App } from '#platform/http'
import type { IdentityServices } from '../services.ts'
import { handOver } from './hand-over.ts'
import { introspectSelf, revokeByIdToken } from './legacy-answers.ts'
import type { Sso } from './open-sso.ts'
import { PATHS } from './provider.ts'
import { clientIdIn, introspectsItself, isJwt, repairedForm, repairedQuery } from './quirks.ts'
import { scopesIn } from './scopes.ts'
import { linkedCookies } from './session-link.ts'

/** What a client may send at once. Nothing that the provider reads is longer. */
const BODY_BYTES = 16 * 1_024
/** An agency's servers come from one address and sign in everybody: only a loop that went wild is stopped. */
const MACHINE_REQUESTS_PER_MINUTE = 100_000

/** What an agency's programs and browsers call. The provider answers; the portal looks at old shapes first. */
export function machineRoutes(app: App, services: IdentityServices, sso: Sso): void {
  app.register(async (scope) => {
    // The provider reads bodies itself: here they stay text.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    descriptions(scope, sso)
    authorization(scope, services, sso)
    machines(scope, services, sso)
  })
}

const machine = {
  access: 'anyone',
  isApi: true,
  rateLimit: { max: MACHINE_REQUESTS_PER_MINUTE },
} as const

function descriptions(app: FastifyInstance, sso: Sso): void {
  for (const url of [
    '/.well-known/openid-configuration',
    '/.well-known/oauth-authorization-server',
    PATHS.jwks,
  ]) {
    app.get(url, { config: machine, schema: { hide: true } }, async (request, reply) =>
      // Short enough that a new key is known to everyone long before it signs.
      handOver(await sso.provider(), request, reply.header('cache-control', 'public, max-age=300')),
    )
  }
}

/** The browser's part: who is signed in here is signed in there. */
function authorization(app: FastifyInstance, { db, clock }: IdentityServices, sso: Sso): void {
  const config = { access: 'anyone' } as const
  app.get(PATHS.authorization, { config, schema: { hide: true } }, async (request, reply) => {
    const provider = await sso.provider()
    const [path, query] = cut(request.raw.url ?? '', '?')
    const client = await provider.Client.find(clientIdIn(query) ?? '')
    const url =
      client && isLegacy(client) ? `${path}?${repairedQuery(query, registrationOf(client))}` : undefined
    const cookie = await linkedCookies(provider, db, request, clock())
    return handOver(provider, request, reply, { headers: { cookie }, ...(url ? { url } : {}) })
  })
  app.get(`${PATHS.authorization}/:uid`, { config, schema: { hide: true } }, async (request, reply) => {
    const provider = await sso.provider()
    const cookie = await linkedCookies(provider, db, request, clock())
    return handOver(provider, request, reply, { headers: { cookie } })
  })
}

function machines(app: FastifyInstance, services: IdentityServices, sso: Sso): void {
  const options = { config: machine, schema: { hide: true } }
  app.post(PATHS.token, options, async (request, reply) => pass(sso, request, reply))
  app.get(PATHS.userinfo, options, async (request, reply) => pass(sso, request, reply))
  app.post(PATHS.userinfo, options, async (request, reply) => pass(sso, request, reply))
  app.post(PATHS.introspection, options, async (request, reply) => {
    const token = introspectsItself(request.headers.authorization, bodyOf(request))
    const answer = token && (await introspectSelf(await sso.provider(), token))
    return answer ? reply.header('cache-control', 'no-store').send(answer) : pass(sso, request, reply)
  })
  app.post(PATHS.revocation, options, async (request, reply) => {
    const form = new URLSearchParams(repairedForm(bodyOf(request)))
    const isDone = isJwt(form.get('token')) && (await revokeByIdToken(services, await sso.provider(), form))
    if (isDone) return reply.header('cache-control', 'no-store').code(200).send('')
    return pass(sso, request, reply, form.toString())
  })
}

/** Nobody who calls these reads pages, whatever the libraries of old clients say that they accept. */
async function pass(
  sso: Sso,
  request: FastifyRequest,
  reply: FastifyReply,
  body = bodyOf(request),
): Promise<FastifyReply> {
  const headers = { accept: 'application/json', ...(body === '' ? { 'content-type': undefined } : {}) }
  return handOver(await sso.provider(), request, reply, { headers, ...(body === '' ? {} : { body }) })
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : ''
}

function isLegacy(client: Client): boolean {
  return client['motcua_legacy'] === true
}

function registrationOf({ redirectUris = [], scope = '' }: Client) {
  return { redirectUris, scopes: scopesIn(scope) }
}

/** At the first `sign` alone: an unescaped address brings a second question mark. */
function cut(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
