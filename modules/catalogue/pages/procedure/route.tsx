import { Type } from 'typebox'
import { civilDate } from '#kernel/civil-date'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findPlace } from '../../find-place.ts'
import { listRevisions, type RevisionLine, readLines } from '../../queries/procedures.ts'
import { nationalCode, requireProcedure, strictCode } from '../../read-procedure.ts'
import type { CatalogueServices } from '../../services.ts'
import { ProcedurePage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 100 }) })
const Query = Type.Object({
  'phien-ban': Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  noi: Type.Optional(Type.String()),
})

export function procedurePage(app: App, services: CatalogueServices): void {
  const { db, clock, publicUrl, views } = services
  app.get(
    '/thu-tuc/:code',
    { schema: { params: Params, querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const { code } = request.params
      const strict = strictCode(code)
      if (strict) return reply.redirect(`/thu-tuc/${strict}`, 301)

      const national = await nationalCode(db, code)
      if (national) return reply.redirect(`/thu-tuc/${national}`, 302)

      const procedure = await requireProcedure(services, code, request.query['phien-ban'])
      const { content, inForceNumber } = procedure
      const today = civilDate(clock())
      const revisions =
        inForceNumber > 1 || procedure.number > 1 ? await listRevisions(db, code) : [lineOf(procedure)]
      const wanted = [...content.related, ...content.linked]
      const related = wanted.length > 0 ? await readLines(db, wanted) : []
      const place = await findPlace(db, { typed: request.query.noi ?? '', content, today })
      views.count(code)
      return sendPage(
        reply,
        200,
        <ProcedurePage
          shell={shellOf(request)}
          procedure={procedure}
          revisions={revisions}
          related={related}
          place={place}
          url={`${publicUrl}/thu-tuc/${code}`}
          today={today}
        />,
      )
    },
  )
}

type Known = Awaited<ReturnType<typeof requireProcedure>>

/** With a single revision there is nothing to ask the database for. */
function lineOf({ number, kind, decisionNumber, effectiveOn, effectiveIsKnown }: Known): RevisionLine {
  return { number, kind, decisionNumber: decisionNumber ?? null, effectiveOn, effectiveIsKnown }
}
