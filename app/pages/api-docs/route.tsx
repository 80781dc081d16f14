import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Description } from './description.ts'
import { ApiDocsPage } from './view.tsx'

/** What the API is, for programs (OpenAPI 3.1) and for people. Both are made from the routes' own schemas. */
export function apiDocs(app: App): void {
  app.get('/api/v1/openapi.json', { config: { access: 'anyone', isApi: true } }, () => app.swagger())

  app.get('/api/v1/docs', { config: { access: 'anyone' } }, (request, reply) =>
    sendPage(
      reply,
      200,
      <ApiDocsPage shell={shellOf(request)} description={app.swagger() as unknown as Description} />,
    ),
  )

  app.get('/api', { config: { access: 'anyone' } }, (_request, reply) => reply.redirect('/api/v1/docs', 302))
}
