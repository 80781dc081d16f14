import { type CatalogueSearch, openCatalogueSearch } from '#catalogue'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Services } from '#platform/http'
import type { Logger } from '#platform/log'

/** What the modules of a web process share. */
export type AppServices = Services & {
  readonly search: CatalogueSearch
  readonly isWarm: () => boolean
}

export type OpenServices = AppServices & { readonly close: () => Promise<void> }

export async function openServices(
  config: Pick<Config, 'publicUrl'>,
  db: Database,
  log: Logger,
  clock: () => Date = () => new Date(),
): Promise<OpenServices> {
  const search = await openCatalogueSearch(db, (error) => log.error({ err: error }, 'the search index is stale'))
  return {
    db,
    clock,
    publicUrl: config.publicUrl,
    search,
    isWarm: () => search.isReady(),
    close: () => search.close(),
  }
}
