import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { currentHolder } from '../../account.ts'
import { backPath } from '../../back-path.ts'
import { FirstSignInPage } from './view.tsx'

const Query = Type.Object({ ve: Type.Optional(Type.String({ maxLength: 2_000 })) })

/** Lần đăng nhập đầu tiên. */
export function firstSignInPage(app: App, { db }: Services): void {
  app.get(
    '/dang-nhap/lan-dau',
    { schema: { querystring: Query }, config: { access: 'applicant' } },
    async (request, reply) => {
      const holder = await currentHolder(db, request.actor.id)
      if (!holder) throw new Refusal('access.sign_in')
      const back = backPath(request.query.ve)
      return sendPage(reply, 200, <FirstSignInPage shell={shellOf(request)} holder={holder} back={back} />)
    },
  )
}
