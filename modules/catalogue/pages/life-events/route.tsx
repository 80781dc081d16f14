import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { readLifeEvents } from '../../queries/life-events.ts'
import type { CatalogueServices } from '../../services.ts'
import { LifeEventsPage } from './view.tsx'

export function lifeEventsPage(app: App, { db }: CatalogueServices): void {
  app.get('/su-kien', { config: { access: 'anyone', isSameForAll: true } }, async (request, reply) =>
    sendPage(reply, 200, <LifeEventsPage shell={shellOf(request)} events={await readLifeEvents(db)} />),
  )
}
