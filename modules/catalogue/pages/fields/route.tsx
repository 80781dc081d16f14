import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { listFields } from '../../queries/procedures.ts'
import type { CatalogueServices } from '../../services.ts'
import { FieldsPage } from './view.tsx'

export function fieldsPage(app: App, { db }: CatalogueServices): void {
  app.get('/linh-vuc', { config: { access: 'anyone', isSameForAll: true } }, async (request, reply) =>
    sendPage(reply, 200, <FieldsPage shell={shellOf(request)} fields={await listFields(db)} />),
  )
}
