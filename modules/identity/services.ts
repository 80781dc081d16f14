import type { Services } from '#platform/http'
import type { Vault } from '#platform/secret'
import type { RecentSessions } from './recent-sessions.ts'
import type { Vneid } from './vneid.ts'

/** What the pages of identity ask for. */
export type IdentityServices = Services & {
  /** Seals what officials sign in with. */
  readonly vault: Vault
  /** The way to VNeID; absent on an installation where nobody has set it up. */
  readonly vneid?: Vneid | undefined
  /** Sessions for the header of public pages; absent: the database is asked each time. */
  readonly recentSessions?: RecentSessions | undefined
  /** Whether the access log of a citizen names officials, or only their post and agency. */
  readonly showsOfficialNames?: boolean
}
