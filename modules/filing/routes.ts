import type { App } from '#platform/http'
import { filingApi } from './api.ts'
import { filesApi } from './api-files.ts'
import { ownDossierPages } from './pages/dossier/route.tsx'
import { supplementPages } from './pages/dossier/supplement-route.tsx'
import { draftPages } from './pages/draft/route.tsx'
import { formEditorPages } from './pages/forms/route.tsx'
import { minePage } from './pages/mine/route.tsx'
import { receiptPages } from './pages/receipt/route.tsx'
import { startPage } from './pages/start/route.tsx'
import type { FilingServices } from './services.ts'

/** All doors of filing. */
export function filingRoutes(app: App, services: FilingServices): void {
  startPage(app, services)
  draftPages(app, services)
  minePage(app, services)
  ownDossierPages(app, services)
  supplementPages(app, services)
  receiptPages(app, services)
  formEditorPages(app, services)
  filingApi(app, services)
  filesApi(app, services)
}
