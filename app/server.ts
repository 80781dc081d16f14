import { hash } from 'node:crypto'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import etag from '@fastify/etag'
import formbody from '@fastify/formbody'
import staticFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyReply, LogController } from 'fastify'
import { Type } from 'typebox'
import { UPLOAD_LIMITS } from '#documents'
import { refusals as accessRefusals, guardRoutes, type WhoIs } from '#platform/access'
import type { Config } from '#platform/config'
import { health } from '#platform/health'
import type { App } from '#platform/http'
import type { Logger } from '#platform/log'
import { measure } from '#platform/metrics'
import { ROOT } from '#platform/root'
import { secure, refusals as securityRefusals } from '#platform/security'
import { acceptUploads, refusals as uploadRefusals } from '#platform/uploads'
import { utf8 } from '#platform/utf8'
import { answerErrors, answerUnreadable } from './errors.tsx'
import { speak } from './language.ts'
import { apiDescription } from './openapi.ts'
import { type AppServices, addRoutes, moduleRefusals } from './routes.ts'

const BODY_BYTES = 64 * 1_024
const MOST_FILES = 20
const REQUEST_MS = 30_000
const KEEP_ALIVE_MS = 65_000
const LONGEST_PARAM = 200
const ONE_YEAR_MS = 31_536_000_000

/** Styles, scripts and fonts, under names that change with their content. */
const Asset = Type.Object({ '*': Type.String({ maxLength: 200 }) })

export type ServerParts = {
  readonly config: Config
  readonly log: Logger
  readonly services: AppServices
  readonly whoIs: WhoIs
}

/** The whole portal behind one door. Nothing listens yet. */
export async function buildServer({ config, log, services, whoIs }: ServerParts): Promise<App> {
  const loggerInstance: FastifyBaseLogger = log
  const app: App = Fastify({
    loggerInstance,
    // Addresses carry what people type, so a request is logged by its route, and only when it fails or is slow.
    logController: new LogController({ disableRequestLogging: true }),
    // Counted from our side: what stands further to the left in X-Forwarded-For is what the caller says of itself.
    trustProxy: (_address, hop) => hop < config.proxies,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    handlerTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: LONGEST_PARAM },
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    frameworkErrors: answerUnreadable(config),
    ajv: { customOptions: { allErrors: true, coerceTypes: 'array', removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()

  logRequests(app)
  await secure(app, config)
  speak(app)
  // After the headers and the language, so that whoever is turned away gets both.
  guardRoutes(app, whoIs)
  limitAddress(app)
  hangUpWhenClosing(app)
  cacheByKind(app)
  await app.register(formbody)
  await acceptUploads(app, { mostBytes: UPLOAD_LIMITS.mostBytes, mostFiles: MOST_FILES })
  encodeOnce(app)
  await app.register(etag, { weak: true, hashFn: (payload) => hash('sha256', payload, 'base64') })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(swagger, apiDescription(config))
  await app.register(staticFiles, {
    root: join(ROOT, 'dist', 'assets'),
    serve: false,
    preCompressed: true,
    immutable: true,
    maxAge: ONE_YEAR_MS,
    index: false,
  })
  app.get('/assets/*', { schema: { params: Asset }, config: { access: 'anyone' } }, (request, reply) =>
    reply.sendFile(request.params['*']),
  )
  const known = { ...accessRefusals, ...securityRefusals, ...uploadRefusals, ...moduleRefusals }
  answerErrors(app, known, services)
  measure(app, services.db)
  health(app, services.db, services.isWarm)
  addRoutes(app, services)
  return app
}

/** Longer than any address that we make, with room for what people type. */
const LONGEST_ADDRESS = 8_000

class AddressTooLong extends Error {
  readonly statusCode = 414
}

function limitAddress(app: App): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.url.length > LONGEST_ADDRESS ? new AddressTooLong() : undefined)
  })
}

/** A connection that still had a request when the portal was told to stop would be kept for the next one, and keep the portal. */
function hangUpWhenClosing(app: App): void {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}

const SLOW_MS = 1_000

function logRequests(app: App): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (reply.elapsedTime > SLOW_MS) request.log.warn(line, 'slow request')
    else request.log.debug(line, 'request')
    done()
  })
}

/** Public data may be kept for a minute by anyone, pages only by the reader's own browser, and only to ask again. */
function cacheByKind(app: App): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) setCaching(reply)
    done(null, payload)
  })
}

function setCaching(reply: FastifyReply): void {
  const type = String(reply.getHeader('content-type') ?? '')
  const isPublicData = reply.request.routeOptions.config.isApi && reply.statusCode === 200
  if (isPublicData && reply.request.method !== 'POST') {
    reply.header('cache-control', 'public, max-age=60, stale-while-revalidate=300')
  } else {
    reply.header('cache-control', 'private, no-cache')
  }
  if (type.startsWith('text/html')) reply.header('vary', 'cookie')
}

const SHORT_TEXT = 1_000

/** A long answer becomes bytes before it is digested, measured and sent: each of these would encode it again. */
function encodeOnce(app: App): void {
  app.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length > SHORT_TEXT ? utf8(payload) : payload)
  })
}
