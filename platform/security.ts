import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import type { Config } from './config.ts'
import type { App } from './http.ts'
import { installationSecret } from './secret.ts'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'form.expired': {
    status: 403,
    vi: 'Biểu mẫu này đã quá hạn hoặc không được mở từ cổng này. Hãy mở lại trang, kiểm tra nội dung và gửi lại.',
    en: 'This form has expired, or was not opened from this portal. Open the page again, check what is in it and send it again.',
  },
  'request.too_many': {
    status: 429,
    vi: 'Bạn gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một phút rồi thử lại.',
    en: 'Too many requests in a short time. Wait a minute and try again.',
  },
}

/** Nothing inline, nothing from elsewhere, no frames: https://www.w3.org/TR/CSP3/ */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-dns-prefetch-control': 'off',
}
const TWO_YEARS_SECONDS = 63_072_000

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

type HeaderConfig = Pick<Config, 'publicUrl' | 'vneidIssuer'>

/** What every answer carries, also to a request that no route has seen. */
export function securityHeaders(config: HeaderConfig): Readonly<Record<string, string>> {
  const headers = { ...HEADERS, 'content-security-policy': policyFor(config) }
  if (!config.publicUrl.startsWith('https:')) return headers
  return { ...headers, 'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` }
}

/** Headers, cookies, forgery protection for every form, and a limit of requests for each address. */
export async function secure(app: App, config: Config): Promise<void> {
  const headers = securityHeaders(config)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  await app.register(cookie, { secret: installationSecret(config) })
  await app.register(csrf, {
    cookieKey: 'form',
    cookieOpts: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: config.publicUrl.startsWith('https:'),
      signed: true,
    },
    getToken: formToken,
  })
  // A form of somebody who has to sign in first goes no further than this, and not even here without its token.
  app.addHook('preValidation', (request, reply, done) => {
    const { refusal } = request
    if (!refusal) done()
    else app.csrfProtection(request, reply, () => done(refusal))
  })
  // One guard for all routes, so that no form can forget it. Programs that call the API send no cookie.
  app.addHook('preHandler', (request, reply, done) => {
    if (READS.has(request.method) || request.routeOptions.config.isApi || request.is404) done()
    else app.csrfProtection(request, reply, done)
  })
  await limitRates(app, config)
}

/** Signing out leads on to VNeID, and browsers hold the redirect after a form to `form-action` as well. */
function policyFor({ vneidIssuer }: Pick<Config, 'vneidIssuer'>): string {
  return vneidIssuer
    ? `${CSP}; form-action 'self' ${new URL(vneidIssuer).origin}`
    : `${CSP}; form-action 'self'`
}

async function limitRates(app: App, config: Config): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: (request) => (READS.has(request.method) ? config.readsPerMinute : config.writesPerMinute),
    keyGenerator: (request) => `${READS.has(request.method) ? 'r' : 'w'} ${request.ip}`,
    allowList: (request) => READS.has(request.method) && config.rateExempt.includes(request.ip),
    errorResponseBuilder: () => new Refusal('request.too_many'),
    cache: 20_000,
  })
}

function formToken({ body }: FastifyRequest): string | undefined {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined
  return typeof body._csrf === 'string' ? body._csrf : undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by programs, with a credential of its own instead of cookies. */
    isApi?: boolean
  }
}
