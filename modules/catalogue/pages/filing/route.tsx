import { Type } from 'typebox'
import { civilDate } from '#kernel/civil-date'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findPlace } from '../../find-place.ts'
import { requireProcedure } from '../../read-procedure.ts'
import type { CatalogueServices } from '../../services.ts'
import { FilingPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 100 }) })
const Query = Type.Object({ noi: Type.Optional(Type.String()) })

export function filingPage(app: App, services: CatalogueServices): void {
  const { db, clock } = services
  app.get(
    '/thu-tuc/:code/nop',
    { schema: { params: Params, querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const procedure = await requireProcedure(services, request.params.code)
      const { content } = procedure
      const place = await findPlace(db, {
        typed: request.query.noi ?? '',
        content,
        today: civilDate(clock()),
      })
      return sendPage(reply, 200, <FilingPage shell={shellOf(request)} procedure={procedure} place={place} />)
    },
  )
}
