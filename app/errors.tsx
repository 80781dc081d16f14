import type { FastifyReply, FastifyRequest } from 'fastify'
import { wayToSignIn } from '#identity'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { ProblemView } from './pages/problem/view.tsx'
import { type Problem, plain, problemOf } from './problems.ts'

const READS = /^(GET|HEAD)$/

/** One place for everything that goes wrong: a page for people, problem details (RFC 9457) for programs. */
export function answerErrors(
  app: App,
  known: Readonly<Record<string, RefusalWords>>,
  services: Services,
): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof Refusal && wantsPage(request)) {
      const way = await wayToSignIn(services, { request, reply, refusal: error })
      if (way)
        return reply.header('cache-control', 'no-store').redirect(way, READS.test(request.method) ? 302 : 303)
    }
    const problem = problemOf(error, request, known)
    // The reference is the request's id, under which the log has the whole story.
    if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'fault')
    return answer(request, reply, problem)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    answer(request, reply, plain(404, request.lang)),
  )
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
