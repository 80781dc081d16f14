import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { readLifeEvents } from '../../queries/life-events.ts'
import { readLines } from '../../queries/procedures.ts'
import type { CatalogueServices } from '../../services.ts'
import { LifeEventView } from './view.tsx'

const Params = Type.Object({ slug: Type.String({ maxLength: 100 }) })

export function lifeEventPage(app: App, { db }: CatalogueServices): void {
  app.get(
    '/su-kien/:slug',
    { schema: { params: Params }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const events = await readLifeEvents(db)
      const event = events.find(({ slug }) => slug === request.params.slug)
      if (!event) {
        throw new Refusal('catalogue.no_such_life_event', {
          near: events.slice(0, 6).map(({ slug, name }) => `/su-kien/${slug} ${name[request.lang]}`),
        })
      }
      const lines = await readLines(db, [...new Set(event.paths.flatMap((path) => path.procedures))])
      return sendPage(reply, 200, <LifeEventView shell={shellOf(request)} event={event} lines={lines} />)
    },
  )
}
