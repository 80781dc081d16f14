import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { SpecimenPage } from './view.tsx'

/** `GET /design`: every component in every state, for those who build and those who review. */
export function specimenPage(app: App): void {
  app.get('/design', { config: { access: 'anyone', isSameForAll: true } }, (request, reply) =>
    sendPage(reply, 200, <SpecimenPage shell={shellOf(request)} />),
  )
}
