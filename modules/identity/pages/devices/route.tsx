import { Type } from 'typebox'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { sessionsOf } from '../../queries/sessions.ts'
import { endSession } from '../../session.ts'
import { DevicesPage } from './view.tsx'

const ADDRESS = '/tai-khoan/thiet-bi'
const Query = Type.Object({ xong: Type.Optional(Type.Literal('1')) })
/** The digest of a session's id. It cannot be used as one. */
const Body = Type.Object({ phien: Type.String({ maxLength: 64 }), _csrf: Type.Optional(Type.String()) })

/** Thiết bị của tôi. */
export function devicesPage(app: App, { db, clock }: Services): void {
  app.get(
    ADDRESS,
    { schema: { querystring: Query }, config: { access: 'signed_in' } },
    async (request, reply) => {
      const sessions = await sessionsOf(db, request.actor.id, clock())
      reply.header('cache-control', 'no-store')
      const page = (
        <DevicesPage
          shell={shellOf(request)}
          sessions={sessions}
          here={request.session?.key}
          formToken={reply.generateCsrf()}
          isDone={request.query.xong !== undefined}
        />
      )
      return sendPage(reply, 200, page)
    },
  )

  app.post(ADDRESS, { schema: { body: Body }, config: { access: 'signed_in' } }, async (request, reply) => {
    const { id } = request.actor
    const now = clock()
    const key = Buffer.from(request.body.phien, 'base64url')
    // Only among the account's own: a session of somebody else is as good as none.
    const session = (await sessionsOf(db, id, now)).find((one) => one.key.equals(key))
    if (session) {
      await db.transaction(async (tx) => {
        await endSession(tx, session.key, 'signed_out_elsewhere', now)
        await recordAct(tx, { actor: id, verb: 'identity.signed_out_there', thing: `account:${id}`, now })
      })
    }
    return reply.redirect(`${ADDRESS}?xong=1`, 303)
  })
}
