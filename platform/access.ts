import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import type { App } from './http.ts'

/** The kinds of people and programs that come to the door. */
export const KINDS = ['visitor', 'monitor'] as const

export type Actor = { readonly id: string; readonly kind: (typeof KINDS)[number] }

/** What a route says about who may open it. */
export type Access = 'anyone' | 'monitor'

const ADMITS: Readonly<Record<Access, readonly Actor['kind'][]>> = {
  anyone: KINDS,
  monitor: ['monitor'],
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]

export type RouteName = { readonly method: Method; readonly url: string; readonly access: Access }

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'access.denied': {
    status: 403,
    vi: 'Bạn không có quyền mở trang này.',
    en: 'You are not allowed to open this page.',
  },
}

/** Every route says who may open it, or the server does not start. */
export function guardRoutes(app: App, whoIs: (request: FastifyRequest) => Actor): void {
  app.decorate('routeList', [])
  app.decorateRequest('actor')
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access
    if (!access) throw new Error(`${url} does not say who may open it`)
    for (const name of [method].flat()) app.routeList.push({ method: knownMethod(name), url, access })
  })
  app.addHook('onRequest', (request, _reply, done) => {
    request.actor = whoIs(request)
    // What does not exist is open to everyone: the answer is a plain "not found".
    const access = request.is404 ? 'anyone' : request.routeOptions.config.access
    const admits = access ? ADMITS[access] : []
    done(admits.includes(request.actor.kind) ? undefined : new Refusal('access.denied'))
  })
}

/**
 * Until there are accounts: a monitor is a program on this very machine, or one that shows the token. A request that
 * came through a proxy is never taken for one from this machine.
 */
export function visitorOrMonitor(metricsToken: string | undefined): (request: FastifyRequest) => Actor {
  return (request) => {
    const shown = request.headers.authorization?.replace(/^Bearer /i, '')
    const isKnown = metricsToken !== undefined && shown !== undefined && isSame(shown, metricsToken)
    const isHere =
      isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined
    return isKnown || isHere ? { id: 'monitor', kind: 'monitor' } : { id: 'visitor', kind: 'visitor' }
  }
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function knownMethod(written: unknown): Method {
  for (const method of METHODS) if (method === written) return method
  throw new Error(`Routes may not use the method ${String(written)}`)
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyInstance {
    routeList: RouteName[]
  }
  interface FastifyRequest {
    actor: Actor
  }
}
