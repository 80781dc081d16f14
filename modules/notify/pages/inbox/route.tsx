import { Type } from 'typebox'
import { subjectOf } from '#identity'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { markRead, messagesOfAccount, preferencesOf, setPreference } from '../../queries/messages.ts'
import { InboxPage } from './view.tsx'

const PAGE = '/tai-khoan/thong-bao'
const MOST_SHOWN = 50
const Query = Type.Object({ xong: Type.Optional(Type.Literal('1')) })
const Choice = Type.Union([Type.Literal('email'), Type.Literal('sms')])
const Body = Type.Object({ kenh: Type.Optional(Type.Union([Choice, Type.Array(Choice, { maxItems: 2 })])) })

/** Thông báo of an account, or of whom one acts for. */
export function inboxPages(app: App, { db, clock }: Services): void {
  app.get(
    PAGE,
    { schema: { querystring: Query }, config: { access: 'applicant' } },
    async (request, reply) => {
      const account = accountOf(request)
      const [messages, preferences] = await Promise.all([
        messagesOfAccount(db, account, MOST_SHOWN),
        preferencesOf(db, account),
      ])
      const channels = [
        ...((preferences.get('email') ?? true) ? ['email'] : []),
        ...((preferences.get('sms') ?? false) ? ['sms'] : []),
      ]
      reply.header('cache-control', 'no-store')
      const page = { shell: shellOf(request), messages, channels, token: reply.generateCsrf() }
      return sendPage(reply, 200, <InboxPage {...page} isSaved={request.query.xong === '1'} />)
    },
  )
  app.post(`${PAGE}/da-doc`, { config: { access: 'applicant' } }, async (request, reply) => {
    await markRead(db, accountOf(request), clock())
    return reply.redirect(PAGE, 303)
  })
  app.post(
    `${PAGE}/cach-nhan`,
    { schema: { body: Body }, config: { access: 'applicant' } },
    async (request, reply) => {
      const chosen = [request.body.kenh ?? []].flat()
      for (const channel of ['email', 'sms'] as const) {
        await setPreference(db, {
          account: accountOf(request),
          channel,
          isOn: chosen.includes(channel),
          now: clock(),
        })
      }
      return reply.redirect(`${PAGE}?xong=1`, 303)
    },
  )
}

function accountOf(request: Parameters<typeof subjectOf>[0]): string {
  const account = subjectOf(request)
  if (!account) throw new Refusal('access.sign_in')
  return account
}
