import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { knownBrowser } from '../../browser.ts'
import { findKeptAnswers } from '../../kept-answers.ts'
import { ContinuePage } from './view.tsx'

const Params = Type.Object({ id: Type.String({ maxLength: 36 }) })
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Tiếp tục: answers that were given after the session had ended. */
export function continuePage(app: App, { db, clock }: Services): void {
  app.get(
    '/tiep-tuc/:id',
    { schema: { params: Params }, config: { access: 'signed_in' } },
    async (request, reply) => {
      const { id } = request.params
      const asked = { id, browser: knownBrowser(request), accountId: request.actor.id, now: clock() }
      const kept = UUID.test(id) ? await findKeptAnswers(db, asked) : undefined
      if (!kept) throw new Refusal('identity.kept_unknown')
      reply.header('cache-control', 'no-store')
      const props = { shell: shellOf(request), kept, formToken: reply.generateCsrf() }
      return sendPage(reply, 200, <ContinuePage {...props} />)
    },
  )
}
