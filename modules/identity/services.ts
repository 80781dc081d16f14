import type { Services } from '#platform/http'
import type { Vneid } from './vneid.ts'

/** What the pages of identity ask for. */
export type IdentityServices = Services & {
  /** The way to VNeID; absent on an installation where nobody has set it up. */
  readonly vneid?: Vneid | undefined
}
