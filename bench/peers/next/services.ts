import { Database } from '#platform/db'
import { type CatalogueSearch, openCatalogueSearch } from './portal/modules/catalogue/catalogue-search.ts'

type Services = { readonly db: Database; readonly search: CatalogueSearch }

declare global {
  var portalServices: Promise<Services> | undefined
}

/** One pool and one index for the process, however often the bundler repeats this module. */
export function services(): Promise<Services> {
  globalThis.portalServices ??= open()
  return globalThis.portalServices
}

async function open(): Promise<Services> {
  const db = new Database(process.env['DATABASE_URL'] ?? '')
  return { db, search: await openCatalogueSearch(db, (error) => console.error(error)) }
}
