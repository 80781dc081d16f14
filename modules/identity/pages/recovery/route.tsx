import { Type } from 'typebox'
import type { FieldError } from '#design'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import { type AtDesk, atDesk } from '../../at-desk.ts'
import { personalIdOf } from '../../personal-id-typed.ts'
import { allows, mayEver } from '../../policy.ts'
import {
  type AskRecovery,
  askRecovery,
  confirmRecovery,
  listRecoveries,
  mayConfirm,
  openRecovery,
} from '../../recovery.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { typedDay } from '../typed-day.ts'
import { RecoveryCodePage, RecoveryPage } from './detail.tsx'
import { words } from './text.ts'
import { RECOVERY_PATH, RecoveriesPage } from './view.tsx'

const short = Type.Optional(Type.String({ maxLength: 64 }))
const line = Type.Optional(Type.String({ maxLength: 400 }))
const Ask = Type.Object({
  'co-quan': short,
  'so-dinh-danh': short,
  'ngay-sinh-day': short,
  'ngay-sinh-month': short,
  'ngay-sinh-year': short,
  'giay-to': line,
  'ly-do': line,
  'co-mat': short,
})
type Typed = Readonly<Partial<Record<keyof typeof Ask.properties, string>>>
const Params = Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) })
const Confirm = Type.Object({ 'da-xem': short })

const ROLES = ['officer', 'auditor'] as const
const FIELDS = { 'identity.person_unknown': 'so-dinh-danh' }

/** Khôi phục tài khoản, phía cán bộ. */
export function recoveryPages(app: App, services: IdentityServices): void {
  askPages(app, services)
  confirmPages(app, services)
}

function askPages(app: App, { db, clock }: IdentityServices): void {
  app.get(RECOVERY_PATH, { config: { access: 'official' } }, async (request, reply) => {
    const now = clock()
    const at = await atDesk(db, request, { roles: ROLES, now })
    if (!mayEver(at.official, 'list', 'recovery')) throw new Refusal('access.denied')
    const page = { shell: shellOf(request), token: reply.generateCsrf(), ...(await lists(at)), now }
    reply.header('cache-control', 'no-store')
    return sendPage(reply, 200, <RecoveriesPage {...page} typed={{}} errors={[]} />)
  })

  app.post(
    RECOVERY_PATH,
    { schema: { body: Ask }, config: { access: 'official' } },
    async (request, reply) => {
      const now = clock()
      const at = await atDesk(db, request, { roles: ['officer'], chosen: request.body['co-quan'], now })
      const again = async (errors: readonly FieldError[]) => {
        const page = { shell: shellOf(request), token: reply.generateCsrf(), ...(await lists(at)), now }
        return sendPage(reply, 422, <RecoveriesPage {...page} typed={request.body} errors={errors} />)
      }
      reply.header('cache-control', 'no-store')
      const { asked, errors } = readAsked(request.body, request.lang)
      if (!asked) return again(errors)
      try {
        const id = await db.transaction((tx) => askRecovery(tx, asked, at))
        return reply.redirect(`${RECOVERY_PATH}/${id}`, 303)
      } catch (error) {
        return again(fieldRefusal(error, FIELDS, request.lang))
      }
    },
  )

  async function lists(at: AtDesk) {
    const recoveries = await listRecoveries(db, at)
    const desks = at.desks.filter(({ agency }) => allows(at.official, 'ask', { kind: 'recovery', agency }))
    return { recoveries, desks }
  }
}

function confirmPages(app: App, { db, clock }: IdentityServices): void {
  app.get(
    `${RECOVERY_PATH}/:id`,
    { schema: { params: Params }, config: { access: 'official' } },
    async (request, reply) => {
      const at = await atDesk(db, request, { roles: ROLES, now: clock() })
      const page = {
        shell: shellOf(request),
        token: reply.generateCsrf(),
        ...(await opened(request.params.id, at)),
      }
      reply.header('cache-control', 'no-store')
      return sendPage(reply, 200, <RecoveryPage {...page} errors={[]} />)
    },
  )

  app.post(
    `${RECOVERY_PATH}/:id`,
    { schema: { params: Params, body: Confirm }, config: { access: 'official' } },
    async (request, reply) => {
      const { id } = request.params
      const at = await atDesk(db, request, { roles: ['officer'], now: clock() })
      const shell = shellOf(request)
      reply.header('cache-control', 'no-store')
      if (request.body['da-xem'] !== 'co') {
        const errors = [{ field: 'da-xem', text: words[request.lang].detail.seenError }]
        const page = { shell, token: reply.generateCsrf(), ...(await opened(id, at)), errors }
        return sendPage(reply, 422, <RecoveryPage {...page} />)
      }
      const code = await db.transaction((tx) => confirmRecovery(tx, id, at))
      return sendPage(reply, 200, <RecoveryCodePage shell={shell} code={code} />)
    },
  )

  async function opened(id: string, at: AtDesk) {
    const { now } = at
    const recovery = await db.transaction((tx) => openRecovery(tx, id, at))
    const agency = (await agencyBriefs(db, [recovery.agency], civilDate(now))).get(recovery.agency)
    const agencyName = agency?.name ?? recovery.agency
    return { recovery, agencyName, mayConfirm: mayConfirm(recovery, at), now }
  }
}

function readAsked(typed: Typed, lang: Lang): { asked?: AskRecovery; errors: readonly FieldError[] } {
  const text = words[lang].errors
  const errors: FieldError[] = []
  const bornOn = typedDay(typed, 'ngay-sinh')
  const personalId = personalIdOf(typed['so-dinh-danh'], bornOn)
  if (!personalId) errors.push({ field: 'so-dinh-danh', text: text.personalId })
  if (!bornOn) errors.push({ field: 'ngay-sinh', text: text.bornOn })
  const papers = tidy(typed['giay-to'] ?? '')
  if (papers.length < 5 || papers.length > 300) errors.push({ field: 'giay-to', text: text.papers })
  const reason = tidy(typed['ly-do'] ?? '')
  if (reason.length < 5 || reason.length > 300) errors.push({ field: 'ly-do', text: text.reason })
  if (typed['co-mat'] !== 'co') errors.push({ field: 'co-mat', text: text.present })
  if (errors.length > 0 || !bornOn || !personalId) return { errors }
  return { asked: { personalId, bornOn, papers, reason }, errors }
}
