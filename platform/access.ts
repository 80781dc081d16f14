import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import type { App } from './http.ts'

/** The kinds of people and programs that come to the door. */
export const KINDS = ['visitor', 'citizen', 'organization', 'official', 'administrator', 'monitor'] as const

export type Actor = {
  /** The account, or what a visitor without one is called. */
  readonly id: string
  readonly kind: (typeof KINDS)[number]
  /** As shown in the header; absent for whoever is not signed in. */
  readonly name?: string
  /** Whom they act for at this moment, by name. Then `kind` is that one's, and `id` still their own. */
  readonly actingFor?: string
}

/** What a route says about who may open it. */
export type Access = 'anyone' | 'signed_in' | 'applicant' | 'official' | 'administrator' | 'monitor'

const ADMITS: Readonly<Record<Access, readonly Actor['kind'][]>> = {
  anyone: KINDS,
  signed_in: ['citizen', 'organization', 'official', 'administrator'],
  applicant: ['citizen', 'organization'],
  official: ['official', 'administrator'],
  administrator: ['administrator'],
  monitor: ['monitor'],
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]

export type RouteName = { readonly method: Method; readonly url: string; readonly access: Access }

export const NOBODY: Actor = { id: 'visitor', kind: 'visitor' }

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'access.sign_in': {
    status: 401,
    vi: 'Hãy đăng nhập để mở trang này.',
    en: 'Sign in to open this page.',
  },
  'access.denied': {
    status: 403,
    vi: 'Bạn không có quyền mở trang này.',
    en: 'You are not allowed to open this page.',
  },
}

/** Tells who sends a request. A promise only where somebody has to be looked up. */
export type WhoIs = (request: FastifyRequest) => Actor | Promise<Actor>

/** Every route says who may open it, or the server does not start. */
export function guardRoutes(app: App, whoIs: WhoIs): void {
  app.decorate('routeList', [])
  app.decorateRequest('actor')
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access
    if (!access) throw new Error(`${url} does not say who may open it`)
    for (const name of [method].flat()) app.routeList.push({ method: knownMethod(name), url, access })
  })
  app.addHook('onRequest', (request, _reply, done) => {
    // Until it is known who this is; the page about a fault asks, too.
    request.actor = NOBODY
    const admit = (actor: Actor) => {
      request.actor = actor
      // What does not exist is open to everyone: the answer is a plain "not found".
      const access = request.is404 ? 'anyone' : request.routeOptions.config.access
      const refusal = access && ADMITS[access].includes(actor.kind) ? undefined : refusalFor(actor, access)
      // What somebody wrote is read before they are sent to sign in, so that it can be kept for them.
      if (refusal?.code === 'access.sign_in' && isForm(request)) request.refusal = refusal
      done(request.refusal ? undefined : refusal)
    }
    const answer = whoIs(request)
    if (answer instanceof Promise) answer.then(admit, done)
    else admit(answer)
  })
}

function isForm({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

/** Somebody who is not signed in may be admitted once they are; for everyone else the answer is no. */
function refusalFor({ kind }: Actor, access: Access | undefined): Refusal {
  const isSignedIn = kind !== 'visitor' && kind !== 'monitor'
  return new Refusal(isSignedIn || access === 'monitor' ? 'access.denied' : 'access.sign_in')
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
    /**
     * A page that says the same to everybody, the name in its header apart. Only there may a session be taken from memory, a few
     * seconds old at most; whatever reads or does something for somebody asks the database each time.
     */
    isSameForAll?: boolean
  }
  interface FastifyRequest {
    /** Thrown as soon as the form is read and its token has been checked. */
    refusal?: Refusal
  }
  interface FastifyInstance {
    routeList: RouteName[]
  }
}
