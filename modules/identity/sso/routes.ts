import type { App } from '#platform/http'
import { agencySignOutPage } from '../pages/agency-sign-out/route.tsx'
import { clientPages } from '../pages/clients/route.tsx'
import { connectedPage } from '../pages/connected/route.tsx'
import { consentPage } from '../pages/consent/route.tsx'
import type { IdentityServices } from '../services.ts'
import { machineRoutes } from './machine-routes.ts'
import { openSso } from './open-sso.ts'

/** All doors of single sign-on: for agencies' programs, for the browsers that they send, for people and administrators. */
export function ssoRoutes(app: App, services: IdentityServices): void {
  const sso = openSso({
    ...services,
    onFault: (error) => app.log.error({ err: error }, 'single sign-on failed'),
  })
  machineRoutes(app, services, sso)
  consentPage(app, services, sso)
  agencySignOutPage(app, services, sso)
  connectedPage(app, services)
  clientPages(app, services)
}
