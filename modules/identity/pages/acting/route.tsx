import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { startActing, stopActing } from '../../acting.ts'
import { requireAssurance } from '../../assurance.ts'
import { mayEver } from '../../policy.ts'
import { policyActorOf, sessionOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { setSessionCookie } from '../../who-is-here.ts'
import { ActingPage } from './view.tsx'

const Start = Type.Object({ 'uy-quyen': Type.String({ format: 'uuid', maxLength: 36 }) })

const PAGE = '/tai-khoan/lam-thay'
const LIST = '/tai-khoan/uy-quyen'

/** Bắt đầu và thôi làm thay. Both give the session a new id. */
export function actingPages(app: App, { db, clock, publicUrl }: IdentityServices): void {
  const isHttps = publicUrl.startsWith('https:')

  app.get(PAGE, { config: { access: 'signed_in' } }, async (request, reply) => {
    const acting = request.actingFor
    if (!acting) return reply.redirect(LIST, 302)
    const actor = await policyActorOf(db, request, clock())
    const maySeeAccess = mayEver(actor, 'list', 'access_entry')
    const page = { shell: shellOf(request), token: reply.generateCsrf(), acting, maySeeAccess }
    return sendPage(reply, 200, <ActingPage {...page} />)
  })

  app.post(
    PAGE,
    { schema: { body: Start }, preHandler: requireAssurance(2), config: { access: 'signed_in' } },
    async (request, reply) => {
      const session = sessionOf(request)
      const start = { session, delegationId: request.body['uy-quyen'], now: clock() }
      const id = await db.transaction((tx) => startActing(tx, start))
      setSessionCookie(reply, id, isHttps)
      return reply.redirect(PAGE, 303)
    },
  )

  app.post(`${PAGE}/thoi`, { config: { access: 'signed_in' } }, async (request, reply) => {
    const session = sessionOf(request)
    const acting = request.actingFor
    if (acting) {
      const id = await db.transaction((tx) => stopActing(tx, { session, acting, now: clock() }))
      setSessionCookie(reply, id, isHttps)
    }
    return reply.redirect(LIST, 303)
  })
}
