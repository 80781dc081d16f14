import type { App } from '#platform/http'
import { proceduresApi } from './api.ts'
import { fieldsPage } from './pages/fields/route.tsx'
import { filingPage } from './pages/filing/route.tsx'
import { homePage } from './pages/home/route.tsx'
import { lifeEventPage } from './pages/life-event/route.tsx'
import { lifeEventsPage } from './pages/life-events/route.tsx'
import { procedurePage } from './pages/procedure/route.tsx'
import { resultsPage } from './pages/results/route.tsx'
import type { CatalogueServices } from './services.ts'
import { suggestions } from './suggestions.ts'

/** All doors of the catalogue. */
export function catalogueRoutes(app: App, services: CatalogueServices): void {
  homePage(app, services)
  resultsPage(app, services)
  procedurePage(app, services)
  filingPage(app, services)
  fieldsPage(app, services)
  lifeEventsPage(app, services)
  lifeEventPage(app, services)
  suggestions(app, services)
  proceduresApi(app, services)
}
