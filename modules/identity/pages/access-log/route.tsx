import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { listAccess } from '../../access-log-list.ts'
import { mayEver } from '../../policy.ts'
import { policyActorOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { AccessLogPage } from './view.tsx'

const PAGE_SIZE = 30

const Query = Type.Object({ truoc: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })) })

/** Ai đã xem dữ liệu của tôi. */
export function accessLogPage(app: App, { db, clock, showsOfficialNames = false }: IdentityServices): void {
  app.get(
    '/tai-khoan/ai-da-xem',
    { schema: { querystring: Query }, config: { access: 'applicant' } },
    async (request, reply) => {
      const now = clock()
      const actor = await policyActorOf(db, request, now)
      if (!mayEver(actor, 'list', 'access_entry')) throw new Refusal('access.denied')
      const page = await listAccess(db, actor, { before: request.query.truoc, limit: PAGE_SIZE, now })
      reply.header('cache-control', 'no-store')
      return sendPage(
        reply,
        200,
        <AccessLogPage shell={shellOf(request)} page={page} showsNames={showsOfficialNames} />,
      )
    },
  )
}
