import type { FastifyReply, FastifyRequest } from 'fastify'
import { formatTime } from '#kernel/civil-date-text'
import type { Actor } from '#platform/access'
import type { Services } from '#platform/http'
import { requireActing } from './acting.ts'
import type { IdentityServices } from './services.ts'
import { type AccountKind, endOf, findSession, type Session } from './session.ts'

/** The cookie that holds the opaque id of the session and nothing else. */
export const SESSION_COOKIE = 'phien'

const READS = new Set(['GET', 'HEAD'])

const KIND_OF: Readonly<Record<AccountKind, Actor['kind']>> = {
  person: 'citizen',
  organization: 'organization',
  official: 'official',
}

/** Tells who sends a request: the account of its session, or whoever `otherwise` takes it for. */
export function whoIsHere(
  { db, clock, recentSessions }: Services & Pick<IdentityServices, 'recentSessions'>,
  otherwise: (request: FastifyRequest) => Actor,
): (request: FastifyRequest) => Actor | Promise<Actor> {
  return (request) => {
    const token = request.cookies[SESSION_COOKIE]
    if (!token) return otherwise(request)
    const now = clock()
    const isForHeader =
      recentSessions && request.routeOptions.config.isSameForAll && READS.has(request.method)
    const finding = isForHeader ? recentSessions.find(token, now) : findSession(db, token, now)
    return finding.then(async (session) => {
      if (!session) return otherwise(request)
      request.session = session
      request.sessionEnd = {
        leftMs: endOf(session).getTime() - now.getTime(),
        clock: formatTime(endOf(session)),
      }
      const own = { id: session.accountId, name: session.name }
      if (session.delegationId) {
        const acting = await requireActing(db, session, now)
        request.actingFor = acting
        return { ...own, kind: KIND_OF[acting.accountKind], actingFor: acting.name }
      }
      return { ...own, kind: session.isAdministrator ? 'administrator' : KIND_OF[session.accountKind] }
    })
  }
}

export function setSessionCookie(reply: FastifyReply, token: string, isHttps: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The session of this request, when somebody is signed in. */
    session?: Session
  }
}
