import type { App } from '#platform/http'
import type { IdentityServices } from './services.ts'

/** All doors of identity. */
export function identityRoutes(_app: App, _services: IdentityServices): void {}
