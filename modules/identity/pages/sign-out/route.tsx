import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { IdentityServices } from '../../services.ts'
import { signOut, wayOut } from '../../sign-out.ts'
import { SIGNED_OUT_PATH } from '../../vneid.ts'
import { clearSessionCookie } from '../../who-is-here.ts'
import { SignedOutPage, SignOutPage } from './view.tsx'

const Body = Type.Object({
  noi: Type.Optional(Type.String({ maxLength: 20 })),
  _csrf: Type.Optional(Type.String()),
})

/** Đăng xuất, here or everywhere, and at VNeID too. */
export function signOutPages(app: App, services: IdentityServices): void {
  const { db, clock } = services

  app.get('/dang-xuat', { config: { access: 'anyone' } }, (request, reply) => {
    const { session } = request
    if (!session) return reply.redirect(SIGNED_OUT_PATH, 302)
    reply.header('cache-control', 'no-store')
    const props = {
      shell: shellOf(request),
      formToken: reply.generateCsrf(),
      isWithVneid: session.means === 'vneid',
    }
    return sendPage(reply, 200, <SignOutPage {...props} />)
  })

  app.post('/dang-xuat', { schema: { body: Body }, config: { access: 'anyone' } }, async (request, reply) => {
    const { session, body } = request
    if (!session) return reply.redirect(SIGNED_OUT_PATH, 303)
    const where = ({ day: 'here', 'moi-noi': 'everywhere' } as const)[body.noi ?? '']
    if (!where) {
      const props = {
        shell: shellOf(request),
        formToken: reply.generateCsrf(),
        isWithVneid: session.means === 'vneid',
      }
      return sendPage(reply, 422, <SignOutPage {...props} hasError />)
    }
    const now = clock()
    await signOut(db, session, where, now)
    clearSessionCookie(reply)
    return reply.redirect(await wayOut(services, session, request.log, now), 303)
  })

  app.get(SIGNED_OUT_PATH, { config: { access: 'anyone' } }, (request, reply) => {
    reply.header('cache-control', 'no-store')
    return sendPage(reply, 200, <SignedOutPage shell={shellOf(request)} />)
  })
}
