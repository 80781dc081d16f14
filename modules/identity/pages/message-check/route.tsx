import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import type { Services } from '#platform/http'
import { type App, shellOf } from '#platform/http'
import { findSentMessage } from '../../message-check.ts'
import { readPaperCode } from '../../paper-code.ts'
import { words } from './text.ts'
import { MESSAGE_CHECK_PATH, MessageCheckPage } from './view.tsx'

const Body = Type.Object({ ma: Type.Optional(Type.String({ maxLength: 64 })) })

/** For a person with a few messages it is plenty, for whoever tries codes it is nothing: there are 10^12 of them. */
const CHECKS_PER_MINUTE = 10

/** Tin nhắn này có phải của nhà nước? */
export function messageCheckPage(app: App, { db, clock }: Services): void {
  app.get(MESSAGE_CHECK_PATH, { config: { access: 'anyone' } }, (request, reply) => {
    const page = { shell: shellOf(request), token: reply.generateCsrf(), code: undefined, errors: [] }
    return sendPage(reply, 200, <MessageCheckPage {...page} />)
  })

  app.post(
    MESSAGE_CHECK_PATH,
    {
      schema: { body: Body },
      config: { access: 'anyone', rateLimit: { max: CHECKS_PER_MINUTE, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const code = request.body.ma?.trim()
      const page = { shell: shellOf(request), token: reply.generateCsrf(), code }
      if (!code || !readPaperCode('message', code)) {
        const errors = [{ field: 'ma', text: words[request.lang].error }]
        return sendPage(reply, 422, <MessageCheckPage {...page} errors={errors} />)
      }
      const message = await findSentMessage(db, code, clock())
      return sendPage(reply, 200, <MessageCheckPage {...page} errors={[]} answer={{ message }} />)
    },
  )
}
