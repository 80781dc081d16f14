import { type CatalogueServices, openCatalogueSearch, openViewCounter } from '#catalogue'
import { openResumableUploads } from '#documents'
import { type FilingServices, openSeal, type SealSource } from '#filing'
import { type IdentityServices, openRecentSessions, openVneid, type Vneid } from '#identity'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { openFileStore, uploadsFolder } from '#platform/files'
import type { Logger } from '#platform/log'
import { openVault } from '#platform/secret'
import type { SyncServices } from '#sync'

/** What the modules of a web process share. */
export type AppServices = CatalogueServices &
  IdentityServices &
  FilingServices &
  SyncServices & { readonly isWarm: () => boolean }

export type OpenServices = AppServices & { readonly close: () => Promise<void> }

export async function openServices(
  config: VneidConfig &
    Pick<Config, 'varDir' | 'syncNetworks' | 'filesUrl' | 'clamavUrl' | 'showsOfficialNames'> &
    SealSource,
  db: Database,
  log: Logger,
  clock: () => Date = () => new Date(),
): Promise<OpenServices> {
  const search = await openCatalogueSearch(db, (error) =>
    log.error({ err: error }, 'the search index is stale'),
  )
  const recentSessions = openRecentSessions(db, (error) =>
    log.warn({ err: error }, 'sessions are looked up each time until the database can be listened to'),
  )
  const receipts = openVault(config, 'receipts')
  const views = openViewCounter(db, clock, (error) => log.warn({ err: error }, 'openings are counted later'))
  return {
    db,
    clock,
    publicUrl: config.publicUrl,
    vault: openVault(config, 'identity'),
    receipts,
    seal: openSeal(config, { db, vault: receipts, name: new URL(config.publicUrl).host, clock }),
    files: openFileStore(config.filesUrl, config.varDir),
    uploads: openResumableUploads(uploadsFolder(config.varDir)),
    syncNetworks: config.syncNetworks,
    scansFiles: config.clamavUrl !== undefined,
    vneid: vneidOf(config),
    showsOfficialNames: config.showsOfficialNames,
    recentSessions,
    search,
    views,
    isWarm: () => search.isReady(),
    close: async () => {
      await recentSessions.close()
      await views.close()
      await search.close()
    },
  }
}

type VneidConfig = Pick<Config, 'publicUrl' | 'vneidIssuer' | 'vneidClientId' | 'vneidClientSecret'>

function vneidOf({
  publicUrl,
  vneidIssuer,
  vneidClientId,
  vneidClientSecret,
}: VneidConfig): Vneid | undefined {
  if (!vneidIssuer || !vneidClientId || !vneidClientSecret) return undefined
  return openVneid({
    issuer: vneidIssuer,
    clientId: vneidClientId,
    clientSecret: vneidClientSecret,
    publicUrl,
  })
}
