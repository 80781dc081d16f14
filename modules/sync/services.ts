import type { FilingServices } from '#filing'
import type { SyncNetwork } from '#platform/config-values'

/** What the doors of other systems need. */
export type SyncServices = FilingServices & {
  /** Networks behind which systems report without a credential. */
  readonly syncNetworks: readonly SyncNetwork[]
}
