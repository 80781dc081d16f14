import type { App } from '#platform/http'
import { administrationPages } from '../pages/administration/route.tsx'
import { invitationPage } from '../pages/invitation/route.tsx'
import { officialSecurityPages } from '../pages/official-security/route.tsx'
import { officialSignInPages } from '../pages/official-sign-in/route.tsx'
import type { IdentityServices } from '../services.ts'

/** All doors of officials: how they come in, their own security, and their administration. */
export function officialRoutes(app: App, services: IdentityServices): void {
  officialSignInPages(app, services)
  invitationPage(app, services)
  officialSecurityPages(app, services)
  administrationPages(app, services)
}
