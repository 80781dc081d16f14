import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { subjectOf } from '#identity'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { markRead, messagesOfAccount, preferencesOf, setPreference } from '../../queries/messages.ts'
import { InboxPage } from './view.tsx'

const MOST_SHOWN = 50
const Query = Type.Object({ xong: Type.Optional(Type.Literal('1')) })
const Choice = Type.Union([Type.Literal('email'), Type.Literal('sms')])
const Body = Type.Object({ kenh: Type.Optional(Type.Union([Choice, Type.Array(Choice, { maxItems: 2 })])) })

/** Thông báo of an applicant (or of whom one acts for), and of an official, each at their own door. */
export function inboxPages(app: App, services: Services): void {
  inbox(app, services, { page: '/tai-khoan/thong-bao', access: 'applicant', dossiers: '/ho-so' })
  inbox(app, services, { page: '/can-bo/thong-bao', access: 'official', dossiers: '/mot-cua/ho-so' })
}

export type InboxDoor = {
  readonly page: string
  readonly access: 'applicant' | 'official'
  /** Where the dossiers that are told of are opened. */
  readonly dossiers: string
}

function inbox(app: App, { db, clock }: Services, door: InboxDoor): void {
  const { page: path, access } = door
  app.get(path, { schema: { querystring: Query }, config: { access } }, async (request, reply) => {
    const account = accountOf(request, door)
    const [messages, preferences] = await Promise.all([
      messagesOfAccount(db, account, MOST_SHOWN),
      preferencesOf(db, account),
    ])
    const channels = [
      ...((preferences.get('email') ?? true) ? ['email'] : []),
      ...((preferences.get('sms') ?? false) ? ['sms'] : []),
    ]
    reply.header('cache-control', 'no-store')
    const page = { shell: shellOf(request), door, messages, channels, token: reply.generateCsrf() }
    return sendPage(reply, 200, <InboxPage {...page} isSaved={request.query.xong === '1'} />)
  })
  app.post(`${path}/da-doc`, { config: { access } }, async (request, reply) => {
    await markRead(db, accountOf(request, door), clock())
    return reply.redirect(path, 303)
  })
  app.post(`${path}/cach-nhan`, { schema: { body: Body }, config: { access } }, async (request, reply) => {
    const chosen = [request.body.kenh ?? []].flat()
    for (const channel of ['email', 'sms'] as const) {
      await setPreference(db, {
        account: accountOf(request, door),
        channel,
        isOn: chosen.includes(channel),
        now: clock(),
      })
    }
    return reply.redirect(`${path}?xong=1`, 303)
  })
}

function accountOf(request: FastifyRequest, { access }: InboxDoor): string {
  const account = access === 'official' ? request.session?.accountId : subjectOf(request)
  if (!account) throw new Refusal('access.sign_in')
  return account
}
