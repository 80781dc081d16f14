import { refusals as catalogueRefusals, catalogueRoutes } from '#catalogue'
import { specimenPage } from '#design'
import {
  agenciesApi,
  agenciesPage,
  agencyPage,
  refusals as directoryRefusals,
  unitFinderPage,
  unitPage,
  unitsApi,
  workingTimeApi,
  workingTimePage,
} from '#directory'
import { refusals as documentRefusals, uploadRoutes } from '#documents'
import { refusals as filingRefusals, filingRoutes } from '#filing'
import { refusals as formRefusals } from '#forms'
import { refusals as identityRefusals, identityRoutes } from '#identity'
import type { RefusalWords } from '#kernel/refusal'
import { inboxPages } from '#notify'
import { refusals as onestopRefusals, onestopRoutes } from '#onestop'
import type { App } from '#platform/http'
import { refusals as registerRefusals, registerRoutes } from '#register'
import { refusals as syncRefusals, syncRoutes } from '#sync'
import { apiDocs } from './pages/api-docs/route.tsx'
import { statementPages } from './pages/statements/route.tsx'
import type { AppServices } from './services.ts'

export type { AppServices } from './services.ts'

/** What every module may refuse, by its public code. */
export const moduleRefusals: Readonly<Record<string, RefusalWords>> = {
  ...directoryRefusals,
  ...identityRefusals,
  ...catalogueRefusals,
  ...formRefusals,
  ...registerRefusals,
  ...documentRefusals,
  ...filingRefusals,
  ...onestopRefusals,
  ...syncRefusals,
}

/** All doors of the portal, module by module. */
export function addRoutes(app: App, services: AppServices): void {
  agenciesApi(app, services)
  agenciesPage(app, services)
  agencyPage(app, services)
  unitsApi(app, services)
  unitFinderPage(app, services)
  unitPage(app, services)
  workingTimeApi(app, services)
  workingTimePage(app, services)
  identityRoutes(app, services)
  inboxPages(app, services)
  catalogueRoutes(app, services)
  registerRoutes(app, services)
  uploadRoutes(app, services)
  filingRoutes(app, services)
  onestopRoutes(app, services)
  syncRoutes(app, services)
  statementPages(app)
  apiDocs(app)
  specimenPage(app)
}
