import { type CatalogueServices, openCatalogueSearch, openViewCounter } from '#catalogue'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Logger } from '#platform/log'

/** What the modules of a web process share. */
export type AppServices = CatalogueServices & { readonly isWarm: () => boolean }

export type OpenServices = AppServices & { readonly close: () => Promise<void> }

export async function openServices(
  config: Pick<Config, 'publicUrl'>,
  db: Database,
  log: Logger,
  clock: () => Date = () => new Date(),
): Promise<OpenServices> {
  const search = await openCatalogueSearch(db, (error) =>
    log.error({ err: error }, 'the search index is stale'),
  )
  const views = openViewCounter(db, clock, (error) => log.warn({ err: error }, 'openings are counted later'))
  return {
    db,
    clock,
    publicUrl: config.publicUrl,
    search,
    views,
    isWarm: () => search.isReady(),
    close: async () => {
      await views.close()
      await search.close()
    },
  }
}
