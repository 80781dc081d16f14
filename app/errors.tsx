import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { wayToSignIn } from '#identity'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import { NOBODY } from '#platform/access'
import type { Config } from '#platform/config'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { securityHeaders } from '#platform/security'
import { hearLanguage } from './language.ts'
import { ProblemView } from './pages/problem/view.tsx'
import { type Problem, plain, problemOf } from './problems.ts'

const RETRY_AFTER_SECONDS = 5
const READS = /^(GET|HEAD)$/

type Known = Readonly<Record<string, RefusalWords>>

/** One place for everything that goes wrong: a page for people, problem details (RFC 9457) for programs. */
export function answerErrors(app: App, known: Known, services: Services): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof Refusal && wantsPage(request)) {
      const way = await wayToSignIn(services, { request, reply, refusal: error })
      if (way)
        return reply.header('cache-control', 'no-store').redirect(way, READS.test(request.method) ? 302 : 303)
    }
    return answerError(error, request, reply, known)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const others = methodsOf(app, request)
    if (others.length === 0) return answer(request, reply, plain(404, request.lang))
    return answer(request, reply.header('allow', others.join(', ')), plain(405, request.lang))
  })
}

/** For requests that no hook has seen, because their address cannot be read: they get the same answer as all others. */
export function answerUnreadable(config: Pick<Config, 'publicUrl' | 'vneidIssuer'>) {
  const headers = securityHeaders(config)
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    hearLanguage(request)
    request.actor = NOBODY
    answerError(error, request, reply.headers(headers).header('x-request-id', request.id), {})
  }
}

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  known: Known,
): FastifyReply {
  const problem = problemOf(error, request, known)
  // The reference is the request's id, under which the log has the whole story.
  if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'fault')
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_SECONDS))
  return answer(request, reply, problem)
}

/** How an address may be called that may not be called in this way. */
function methodsOf({ routeList }: App, { url, method }: FastifyRequest): readonly string[] {
  const path = url.split('?', 1)[0] ?? ''
  const found = new Set(
    routeList.filter((route) => patternOf(route.url).test(path)).map((route) => route.method),
  )
  return [...found].some((known) => known === method) ? [] : [...found].sort()
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+').replaceAll('*', '.+')}$`)
}

function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  reply.header('cache-control', 'no-store')
  const reference = problem.status >= 500 ? request.id : undefined
  if (!wantsPage(request)) {
    const { status, title, ...rest } = problem
    return reply
      .code(status)
      .type('application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({ type: 'about:blank', status, title, ...rest, ...(reference ? { reference } : {}) }),
      )
  }
  return sendPage(
    reply,
    problem.status,
    <ProblemView shell={shellOf(request)} problem={problem} reference={reference} />,
  )
}

/** Programs call routes that say so, `/api`, `/goi-y`, `/metrics`; everything else is a page for a person. */
function wantsPage({ url, headers, routeOptions }: FastifyRequest): boolean {
  if (routeOptions.config?.isApi) return false
  if (/^\/(api\/v1|goi-y|metrics|healthz|readyz|assets)(\/|\?|$)/.test(url)) return false
  return !/^application\/(problem\+)?json/.test(headers.accept ?? '')
}
