import type { App, Services } from '#platform/http'
import { dossiersApi } from './api.ts'
import { trackPage } from './pages/track/route.tsx'

/** All doors of the register. */
export function registerRoutes(app: App, services: Services): void {
  trackPage(app, services)
  dossiersApi(app, services)
}
