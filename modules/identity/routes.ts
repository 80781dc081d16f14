import type { App } from '#platform/http'
import { officialRoutes } from './officials/routes.ts'
import { accessLogPage } from './pages/access-log/route.tsx'
import { accountPage } from './pages/account/route.tsx'
import { actingPages } from './pages/acting/route.tsx'
import { assistPage } from './pages/assist/route.tsx'
import { closingPage } from './pages/closing/route.tsx'
import { continuePage } from './pages/continue/route.tsx'
import { declarationsPages } from './pages/declarations/route.tsx'
import { delegationPages } from './pages/delegations/route.tsx'
import { devicesPage } from './pages/devices/route.tsx'
import { exportPage } from './pages/export/route.tsx'
import { firstSignInPage } from './pages/first-sign-in/route.tsx'
import { messageCheckPage } from './pages/message-check/route.tsx'
import { recoveryPages } from './pages/recovery/route.tsx'
import { recoveryCodePage } from './pages/recovery-code/route.tsx'
import { signInPages } from './pages/sign-in/route.tsx'
import { signOutPages } from './pages/sign-out/route.tsx'
import { workplacePage } from './pages/workplace/route.tsx'
import type { IdentityServices } from './services.ts'
import { sessionExtension } from './session-extension.ts'
import { ssoRoutes } from './sso/routes.ts'

/** All doors of identity. */
export function identityRoutes(app: App, services: IdentityServices): void {
  signInPages(app, services)
  firstSignInPage(app, services)
  continuePage(app, services)
  signOutPages(app, services)
  sessionExtension(app, services)
  accountPage(app, services)
  devicesPage(app, services)
  exportPage(app, services)
  closingPage(app, services)
  ssoRoutes(app, services)
  officialRoutes(app, services)
  accessLogPage(app, services)
  delegationPages(app, services)
  actingPages(app, services)
  workplacePage(app, services)
  declarationsPages(app, services)
  assistPage(app, services)
  recoveryPages(app, services)
  recoveryCodePage(app, services)
  messageCheckPage(app, services)
}
