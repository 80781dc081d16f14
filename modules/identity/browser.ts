import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A secret of this browser, so that what begins in it can be finished in it alone. It says nothing about a person. */
const BROWSER_COOKIE = 'trinh-duyet'

export type Browser = {
  /** What the database keeps instead of the secret. */
  readonly digest: Buffer
  /** A value that only this browser can bring back, different for each purpose. */
  readonly derive: (purpose: string) => string
}

/** The browser of a request, when it has been here before. */
export function knownBrowser(request: FastifyRequest): Browser | undefined {
  const secret = request.cookies[BROWSER_COOKIE]
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? browserOf(secret) : undefined
}

/** The browser of a request; one that comes for the first time is given its secret. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, isHttps: boolean): Browser {
  const known = knownBrowser(request)
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  reply.setCookie(BROWSER_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps })
  return browserOf(secret)
}

function browserOf(secret: string): Browser {
  return {
    digest: createHash('sha256').update(secret).digest(),
    derive: (purpose) => createHmac('sha256', secret).update(purpose).digest('base64url'),
  }
}
