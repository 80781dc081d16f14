import { Type } from 'typebox'
import type { FieldError } from '#design'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import { startActing } from '../../acting.ts'
import { atDesk } from '../../at-desk.ts'
import { assistPresent, type PresentPerson } from '../../delegation-assist.ts'
import { personalIdOf } from '../../personal-id-typed.ts'
import { sessionOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { setSessionCookie } from '../../who-is-here.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { typedDay } from '../typed-day.ts'
import { words } from './text.ts'
import { ASSIST_PATH, AssistPage } from './view.tsx'

const short = Type.Optional(Type.String({ maxLength: 64 }))
const line = Type.Optional(Type.String({ maxLength: 400 }))
const Body = Type.Object({
  'co-quan': short,
  'so-dinh-danh': short,
  'ngay-sinh-day': short,
  'ngay-sinh-month': short,
  'ngay-sinh-year': short,
  'giay-to': line,
  'muc-dich': line,
  'dong-y': short,
})
type Typed = Readonly<Partial<Record<keyof typeof Body.properties, string>>>

const ROLES = ['officer', 'assistant'] as const
const FIELDS = { 'identity.person_unknown': 'so-dinh-danh' }

/** Cán bộ hỗ trợ người dân có mặt tại quầy. */
export function assistPage(app: App, { db, clock, publicUrl }: IdentityServices): void {
  const isHttps = publicUrl.startsWith('https:')

  app.get(ASSIST_PATH, { config: { access: 'official' } }, async (request, reply) => {
    const { desks } = await atDesk(db, request, { roles: ROLES, now: clock() })
    const page = { shell: shellOf(request), token: reply.generateCsrf(), desks, typed: {}, errors: [] }
    return sendPage(reply, 200, <AssistPage {...page} />)
  })

  app.post(
    ASSIST_PATH,
    { schema: { body: Body }, config: { access: 'official' } },
    async (request, reply) => {
      const now = clock()
      const session = sessionOf(request)
      const at = await atDesk(db, request, { roles: ROLES, chosen: request.body['co-quan'], now })
      const again = (errors: readonly FieldError[]) => {
        const page = { shell: shellOf(request), token: reply.generateCsrf(), desks: at.desks, errors }
        return sendPage(reply, 422, <AssistPage {...page} typed={request.body} />)
      }
      reply.header('cache-control', 'no-store')
      const { person, errors } = readPresent(request.body, request.lang)
      if (!person) return again(errors)
      try {
        const id = await db.transaction(async (tx) => {
          const delegationId = await assistPresent(tx, person, at)
          return startActing(tx, { session, delegationId, now })
        })
        setSessionCookie(reply, id, isHttps)
        return reply.redirect('/tai-khoan/lam-thay', 303)
      } catch (error) {
        return again(fieldRefusal(error, FIELDS, request.lang))
      }
    },
  )
}

function readPresent(typed: Typed, lang: Lang): { person?: PresentPerson; errors: readonly FieldError[] } {
  const text = words[lang].errors
  const errors: FieldError[] = []
  const bornOn = typedDay(typed, 'ngay-sinh')
  const personalId = personalIdOf(typed['so-dinh-danh'], bornOn)
  if (!personalId) errors.push({ field: 'so-dinh-danh', text: text.personalId })
  if (!bornOn) errors.push({ field: 'ngay-sinh', text: text.bornOn })
  const papers = tidy(typed['giay-to'] ?? '')
  if (papers.length < 5 || papers.length > 300) errors.push({ field: 'giay-to', text: text.papers })
  const purpose = tidy(typed['muc-dich'] ?? '')
  if (purpose.length < 5 || purpose.length > 300) errors.push({ field: 'muc-dich', text: text.purpose })
  if (typed['dong-y'] !== 'co') errors.push({ field: 'dong-y', text: text.consent })
  if (errors.length > 0 || !bornOn || !personalId) return { errors }
  return { person: { personalId, bornOn, papers, purpose }, errors }
}
