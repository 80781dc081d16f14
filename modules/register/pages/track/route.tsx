import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { agencyNamedBy } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { type DossierCodeReading, readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { openBySecret } from '../../open-by-secret.ts'
import { refusals } from '../../refusals.ts'
import { type FoundDossier, lookUp } from './found.ts'
import { TrackPage } from './view.tsx'

/** A code of any length gets an answer in words, not a refusal of the request. */
const Query = Type.Object({ ma: Type.Optional(Type.String()) })
const Body = Type.Object({
  ma: Type.String({ maxLength: 64 }),
  maBiMat: Type.Optional(Type.String({ maxLength: 100 })),
})
const LONGEST_SHOWN = 200

/** For a person with a receipt it is plenty, for whoever tries secrets it is nothing. */
const SECRETS_PER_MINUTE = 10

/**
 * Tra cứu hồ sơ bằng mã. The code is nobody's business but the reader's: it is not logged (requests are logged by route),
 * and the answer must not be kept by any cache.
 */
export function trackPage(app: App, services: Services): void {
  const { db, clock } = services
  app.get(
    '/tra-cuu',
    { schema: { querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const shell = shellOf(request)
      const today = civilDate(clock())
      keepToReader(reply)
      const typed = request.query.ma?.slice(0, LONGEST_SHOWN)
      if (typed === undefined) return sendPage(reply, 200, <TrackPage shell={shell} today={today} />)

      const reading = readDossierCode(typed)
      const looked = reading.shape === 'unusable' ? undefined : await lookUp(db, keyOf(reading), clock())
      const found = looked && { ...looked, csrf: reply.generateCsrf() }
      const named = reading.shape === 'known' ? await agencyNamedBy(db, reading.agency, today) : undefined
      const page = { shell, today, typed, reading, named, found }
      return sendPage(reply, reading.shape === 'unusable' ? 422 : 200, <TrackPage {...page} />)
    },
  )
  secretRoute(app, services)
}

/** Mở bằng mã bí mật: the same page with reasons, for whoever holds the receipt. */
function secretRoute(app: App, { db, clock }: Services): void {
  const config = { access: 'anyone', rateLimit: { max: SECRETS_PER_MINUTE, timeWindow: 60_000 } } as const
  app.post('/tra-cuu/chi-tiet', { schema: { body: Body }, config }, async (request, reply) => {
    const { ma, maBiMat = '' } = request.body
    const now = clock()
    keepToReader(reply)
    const refusal = await openBySecret(db, { code: ma, typed: maBiMat }).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Refusal && error.code in refusals) return error
        throw error
      },
    )
    const looked = await lookUp(db, ma, now)
    if (!looked) throw new Refusal('register.not_found')
    const words = refusal && refusals[refusal.code]
    const found: FoundDossier = {
      ...looked,
      csrf: reply.generateCsrf(),
      secretError: words?.[request.lang],
      showsReasons: refusal === undefined,
    }
    const page = {
      shell: shellOf(request),
      today: civilDate(now),
      typed: ma,
      reading: readDossierCode(ma),
      found,
    }
    return sendPage(reply, words?.status ?? 200, <TrackPage {...page} />)
  })
}

function keepToReader(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
}

/** A code of a known shape as it is spelled strictly; any other as it was typed. */
function keyOf(reading: Exclude<DossierCodeReading, { shape: 'unusable' }>): string {
  return reading.code
}
