import type { CatalogueServices } from '#catalogue'
import type { ResumableUploads } from '#documents'
import type { FileStore } from '#platform/files'
import type { Seal } from '#platform/seal/cades'
import type { Vault } from '#platform/secret'

export type FilingServices = CatalogueServices & {
  readonly files: FileStore
  /** Files on their way. */
  readonly uploads: ResumableUploads
  /** Whether new files wait for a scanner. */
  readonly scansFiles: boolean
  /** Makes the secrets of receipts, which are stored nowhere. */
  readonly receipts: Vault
  /** What receipts are signed with. */
  readonly seal: () => Promise<Seal>
}
