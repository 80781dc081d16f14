import { Type } from 'typebox'
import { findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { clientById } from '../../queries/sso-clients.ts'
import { consentsOf } from '../../queries/sso-consents.ts'
import type { IdentityServices } from '../../services.ts'
import { withdrawConsent } from '../../sso/consent.ts'
import { ConnectedPage } from './view.tsx'

const ClientId = Type.String({ pattern: '^[A-Za-z0-9_.-]{3,64}$', maxLength: 64 })
const Query = Type.Object({ 'da-rut': Type.Optional(ClientId) })
const Body = Type.Object({ 'ung-dung': ClientId, _csrf: Type.Optional(Type.String()) })

export function connectedPage(app: App, { db, clock }: IdentityServices): void {
  const config = { access: 'signed_in' } as const

  app.get('/tai-khoan/ket-noi', { schema: { querystring: Query }, config }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const today = civilDate(clock())
    const connected = await Promise.all(
      (await consentsOf(db, request.actor.id)).map(async (consent) => ({
        ...consent,
        agencyName: (await findAgency(db, consent.agency, today))?.name,
      })),
    )
    const gone = request.query['da-rut']
    const isGone = gone !== undefined && !connected.some(({ clientId }) => clientId === gone)
    const withdrawn = isGone ? (await clientById(db, gone))?.name : undefined
    const props = { shell: shellOf(request), csrf: reply.generateCsrf(), connected, withdrawn }
    return sendPage(reply, 200, <ConnectedPage {...props} />)
  })

  app.post('/tai-khoan/ket-noi', { schema: { body: Body }, config }, async (request, reply) => {
    const clientId = request.body['ung-dung']
    const accountId = request.actor.id
    if (!(await withdrawConsent(db, { accountId, clientId, now: clock() })))
      throw new Refusal('sso.client_unknown')
    return reply.redirect(`/tai-khoan/ket-noi?da-rut=${clientId}`, 303)
  })
}
