import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import type { App, Services } from '#platform/http'
import { endOf, extendSession } from './session.ts'

const Extended = Type.Object({ left: Type.Integer({ description: 'Milliseconds until the session ends' }) })

/**
 * Gia hạn phiên: a sign of life without opening a page, sent by the warning before the time-out. It gives nothing to a page
 * elsewhere: the cookie of the session is not sent from there, and browsers say where a request comes from.
 */
export function sessionExtension(app: App, { db, clock }: Services): void {
  app.post(
    '/phien/gia-han',
    { schema: { response: { 200: Extended } }, config: { access: 'signed_in', isApi: true } },
    async (request, reply) => {
      const { session } = request
      const from = request.headers['sec-fetch-site']
      if (!session || (from !== undefined && from !== 'same-origin')) throw new Refusal('access.denied')
      const now = clock()
      const idleUntil = await extendSession(db, session, now)
      reply.header('cache-control', 'no-store')
      return { left: endOf({ ...session, idleUntil }).getTime() - now.getTime() }
    },
  )
}
