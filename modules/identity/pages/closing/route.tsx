import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import { currentPerson } from '../../account.ts'
import { CLOSING_REASONS, type ClosingReason, closeAccount } from '../../account-closing.ts'
import { demandAssurance } from '../../assurance.ts'
import type { IdentityServices } from '../../services.ts'
import { wayOut } from '../../sign-out.ts'
import { SIGNED_OUT_PATH } from '../../vneid.ts'
import { clearSessionCookie } from '../../who-is-here.ts'
import { words } from './text.ts'
import { ClosingPage, type TypedClosing } from './view.tsx'

const ADDRESS = '/tai-khoan/dong'
const Body = Type.Object({
  ly_do: Type.Optional(Type.String({ maxLength: 40 })),
  ghi_them: Type.Optional(Type.String({ maxLength: 2_000 })),
  chac: Type.Optional(Type.String({ maxLength: 10 })),
  _csrf: Type.Optional(Type.String()),
})
const LONGEST_NOTE = 500

/** Đóng tài khoản. Whoever has level 2 at VNeID has to show it: nobody else should close their account. */
export function closingPage(app: App, services: IdentityServices): void {
  const { db, clock } = services

  app.get(ADDRESS, { config: { access: 'applicant' } }, async (request, reply) => {
    await demandBestLevel(db, request)
    reply.header('cache-control', 'no-store')
    return sendPage(reply, 200, <ClosingPage shell={shellOf(request)} formToken={reply.generateCsrf()} />)
  })

  app.post(ADDRESS, { schema: { body: Body }, config: { access: 'applicant' } }, async (request, reply) => {
    await demandBestLevel(db, request)
    const { lang, body: typed } = request
    const reason = CLOSING_REASONS.find((one) => one === typed.ly_do)
    const errors = errorsOf(typed, reason, lang)
    if (!reason || errors.length > 0) {
      const props = { shell: shellOf(request), formToken: reply.generateCsrf(), typed, errors }
      return sendPage(reply, 422, <ClosingPage {...props} />)
    }
    const now = clock()
    const note = tidy(typed.ghi_them ?? '').slice(0, LONGEST_NOTE) || undefined
    await closeAccount(db, { accountId: request.actor.id, reason, note }, now)
    clearSessionCookie(reply)
    const { session } = request
    return reply.redirect(session ? await wayOut(services, session, request.log, now) : SIGNED_OUT_PATH, 303)
  })
}

async function demandBestLevel(db: Db, request: FastifyRequest): Promise<void> {
  if (request.session?.delegationId) throw new Refusal('identity.stop_acting_first')
  const person = await currentPerson(db, request.actor.id)
  demandAssurance(request, person?.assurance ?? 1)
}

function errorsOf(typed: TypedClosing, reason: ClosingReason | undefined, lang: Lang): FieldError[] {
  const text = words[lang]
  return [
    ...(reason ? [] : [{ field: 'ly_do', text: text.chooseReason }]),
    ...(typed.chac === 'co' ? [] : [{ field: 'chac', text: text.tickSure }]),
  ]
}
