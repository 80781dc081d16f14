import { Type } from 'typebox'
import { civilDate } from '#kernel/civil-date'
import { readDossierCode } from '#kernel/dossier-code'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { agencyNamedBy } from '../../agency-of-dossier-code.ts'
import { TrackPage } from './view.tsx'

/** A code of any length gets an answer in words, not a refusal of the request. */
const Query = Type.Object({ ma: Type.Optional(Type.String()) })
const LONGEST_SHOWN = 200

/**
 * Tra cứu hồ sơ bằng mã. The code is nobody's business but the reader's: it is not logged (requests are logged by route),
 * and the answer must not be kept by any cache.
 */
export function trackPage(app: App, { db, clock }: Services): void {
  app.get(
    '/tra-cuu',
    { schema: { querystring: Query }, config: { access: 'anyone' } },
    async (request, reply) => {
      const shell = shellOf(request)
      const today = civilDate(clock())
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
      const typed = request.query.ma?.slice(0, LONGEST_SHOWN)
      if (typed === undefined) return sendPage(reply, 200, <TrackPage shell={shell} today={today} />)

      const reading = readDossierCode(typed)
      const named = reading.shape === 'known' ? await agencyNamedBy(db, reading.agency, today) : undefined
      const status = reading.shape === 'unusable' ? 422 : 200
      return sendPage(
        reply,
        status,
        <TrackPage shell={shell} today={today} typed={typed} reading={reading} named={named} />,
      )
    },
  )
}
