import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose'
import type { Middleware } from 'koa'
import { switches } from './switches.ts'

type Key = Parameters<SignJWT['sign']>[0]

const ELSEWHERE = 'https://vneid.example.com'

/** Makes every answer late or absent, except those of the switches themselves. */
export const lateOrAbsent: Middleware = async (ctx, next) => {
  if (ctx.path.startsWith('/sandbox/')) return next()
  if (switches.slowMs > 0) await sleep(switches.slowMs)
  if (switches.down) {
    ctx.status = 503
    ctx.body = 'VNeID (sandbox) is switched off'
    return
  }
  await next()
}

/** Changes what the provider answers, after it has answered well. */
export function wrongAnswers(key: Key): Middleware {
  return async (ctx, next) => {
    await next()
    const location = ctx.response.get('location')
    if (switches.mixedUpIssuer && location) ctx.set('location', withOtherIssuer(location))
    const body: unknown = ctx.body
    if (ctx.path === '/token' && hasIdToken(body)) body.id_token = await changed(body.id_token, key)
  }
}

function withOtherIssuer(location: string): string {
  if (!URL.canParse(location)) return location
  const url = new URL(location)
  if (!url.searchParams.has('code')) return location
  url.searchParams.set('iss', ELSEWHERE)
  return url.href
}

function hasIdToken(body: unknown): body is { id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'
}

async function changed(token: string, key: Key): Promise<string> {
  if (switches.tamperIdToken) return tampered(token)
  const { alg = 'RS256', kid } = decodeProtectedHeader(token)
  const header = kid ? { alg, kid } : { alg }
  return new SignJWT(changedPayload(decodeJwt(token))).setProtectedHeader(header).sign(key)
}

function changedPayload(payload: JWTPayload): JWTPayload {
  const { iat = 0, exp = 0 } = payload
  const skew = switches.clockSkewSeconds - (switches.expiredToken ? 3_600 + exp - iat : 0)
  return {
    ...payload,
    iat: iat + skew,
    exp: exp + skew,
    ...(switches.wrongNonce ? { nonce: 'not-what-was-asked' } : {}),
    ...(switches.wrongIssuer ? { iss: ELSEWHERE } : {}),
    ...(switches.claimsLevel ? { acr: switches.claimsLevel } : {}),
  }
}

/** Another subject under the old signature. */
function tampered(token: string): string {
  const [header, payload = '', signature] = token.split('.')
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JWTPayload
  const other = Buffer.from(JSON.stringify({ ...said, amr: ['nobody'] })).toString('base64url')
  return `${header}.${other}.${signature}`
}
