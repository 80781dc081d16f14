import type { RoleLimits } from '#platform/app-role'

/** What the role that runs the portal may not do, although the portal writes to these tables. */
export const ROLE_LIMITS: RoleLimits = {
  appendOnly: ['identity.access_entry', 'identity.access_seal', 'platform.act', 'register.event'],
  fixedRows: ['identity.access_chain'],
}
