import type { Administrator } from '../../officials/administrator.ts'
import { ROLES } from '../../officials/role.ts'
import { lastDayAllowed, lastDayOf } from '../../officials/term.ts'
import type { IdentityServices } from '../../services.ts'
import { agenciesToChoose } from './desk.ts'
import type { Offered } from './right-fields.tsx'

/** What an administrator can give: no role that they may not give, no day after the last of their own powers. */
export async function offeredBy(services: IdentityServices, administrator: Administrator): Promise<Offered> {
  const { held } = administrator
  const own = held.map(({ untilAt }) => lastDayOf(untilAt)).sort()
  const [most, latest] = [lastDayAllowed(services.clock()), own.at(-1)]
  return {
    roles: ROLES.filter((role) => held.some(({ mayGive }) => mayGive.includes(role))),
    agencies: await agenciesToChoose(services, administrator),
    lastDay: latest !== undefined && latest < most ? latest : most,
  }
}
