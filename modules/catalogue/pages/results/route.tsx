import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findProcedures } from '../../find-procedures.ts'
import { questionOf } from '../../list-address.ts'
import type { CatalogueServices } from '../../services.ts'
import { ResultsPage } from './view.tsx'

const Value = Type.Union([
  Type.String({ maxLength: 200 }),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
])
/** A question of any length is answered: the search itself cuts it. */
const Query = Type.Object({
  q: Type.Optional(Type.String()),
  sau: Type.Optional(Type.String({ maxLength: 300 })),
  'linh-vuc': Type.Optional(Value),
  'co-quan': Type.Optional(Value),
  cap: Type.Optional(Value),
  'doi-tuong': Type.Optional(Value),
  'truc-tuyen': Type.Optional(Value),
  'su-kien': Type.Optional(Value),
})

export function resultsPage(app: App, services: CatalogueServices): void {
  app.get(
    '/thu-tuc',
    { schema: { querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const question = questionOf(request.query)
      const found = await findProcedures(services, question, { cursor: request.query.sau })
      return sendPage(
        reply,
        200,
        <ResultsPage
          shell={shellOf(request)}
          question={question}
          found={found}
          nameOf={services.search.nameOf}
        />,
      )
    },
  )
}
