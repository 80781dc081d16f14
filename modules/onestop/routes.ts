import type { App } from '#platform/http'
import { composePages } from './pages/compose/route.tsx'
import { counterPages } from './pages/counter/route.tsx'
import { deskDossierPages } from './pages/dossier/route.tsx'
import { paperRoutes } from './pages/papers/route.ts'
import { queuePage } from './pages/queue/route.tsx'
import { templatePages } from './pages/templates/route.tsx'
import type { OnestopServices } from './services.ts'

/** All doors of the one-stop desk. */
export function onestopRoutes(app: App, services: OnestopServices): void {
  queuePage(app, services)
  counterPages(app, services)
  deskDossierPages(app, services)
  paperRoutes(app, services)
  composePages(app, services)
  templatePages(app, services)
}
