import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#platform/db'
import type { Lang } from '#platform/lang'
import { CHANGE_CHANNEL } from './change.ts'
import { newestChange } from './queries/changes.ts'
import { readLifeEventNames, readSearchDocuments, readSubjectNames, readSynonyms } from './queries/search.ts'
import type { Facet, LifeEvent, SearchDocument, SearchResult, Suggestion } from './search/document.ts'
import { buildIndex, type SearchIndex, type SearchOptions, search, suggest } from './search/engine.ts'
import { slugOf } from './slug.ts'

/** Finding in the catalogue: answers from memory, and follows the database. */
export type CatalogueSearch = {
  readonly isReady: () => boolean
  /** The version of the catalogue that answers come from. */
  readonly version: () => number
  readonly search: (query: string, options: SearchOptions) => SearchResult
  readonly suggest: (prefix: string, limit: number) => readonly Suggestion[]
  /** What a filter's value is called: the name of a field, an agency, a subject, a life event. */
  readonly nameOf: (facet: Facet, value: string, lang?: Lang) => string | undefined
  readonly close: () => Promise<void>
}

const CHECK_MS = 30_000
const RECONNECT_MS = 1_000

type Names = { readonly [facet in Facet]?: ReadonlyMap<string, string> }
type State = {
  readonly index: SearchIndex
  readonly names: Readonly<Record<Lang, Names>>
  readonly version: number
}

/**
 * Builds the index and keeps it fresh: a notice from the database starts a new one, and a look at the version every half
 * minute makes up for notices lost with a connection. Searches are answered from the old one until the new one is ready.
 */
export async function openCatalogueSearch(
  db: Database,
  onError: (error: unknown) => void,
): Promise<CatalogueSearch> {
  const stop = new AbortController()
  let state = await load(db)
  let refreshing: Promise<void> | undefined
  let silence: (() => void) | undefined

  const refresh = (): Promise<void> => {
    refreshing ??= (async () => {
      while ((await newestChange(db)) !== state.version) state = await load(db)
    })()
      .catch(onError)
      .finally(() => {
        refreshing = undefined
      })
    return refreshing
  }
  const listen = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        silence = await db.listen(
          CHANGE_CHANNEL,
          () => void refresh(),
          () => void listen(),
        )
        return await refresh()
      } catch (error) {
        onError(error)
        await sleep(RECONNECT_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {})
      }
    }
  }
  const check = setInterval(() => void refresh(), CHECK_MS)
  check.unref()
  await listen()

  return {
    isReady: () => true,
    version: () => state.version,
    search: (query, options) => search(state.index, query, options),
    suggest: (prefix, limit) => suggest(state.index, prefix, limit),
    nameOf: (facet, value, lang = 'vi') =>
      state.names[lang][facet]?.get(value) ?? state.names.vi[facet]?.get(value),
    close: async () => {
      stop.abort()
      clearInterval(check)
      silence?.()
      await refreshing
    },
  }
}

async function load(db: Database): Promise<State> {
  const version = await newestChange(db)
  const documents = await readSearchDocuments(db)
  const synonyms = await readSynonyms(db)
  const lifeEvents = await readLifeEventNames(db)
  const subjects = await readSubjectNames(db)
  return {
    index: buildIndex(documents, synonyms, lifeEvents),
    names: {
      vi: namesOf(documents, lifeEvents, subjects),
      en: { lifeEvent: new Map(lifeEvents.map(({ slug, nameEn }) => [slug, nameEn])) },
    },
    version,
  }
}

function namesOf(
  documents: readonly SearchDocument[],
  lifeEvents: readonly LifeEvent[],
  subjects: readonly string[],
): Names {
  return {
    field: new Map(documents.map(({ fieldSlug, field }) => [fieldSlug, field])),
    owner: new Map(documents.map(({ ownerCode, ownerName }) => [ownerCode, ownerName])),
    lifeEvent: new Map(lifeEvents.map(({ slug, name }) => [slug, name])),
    subject: new Map(subjects.map((name) => [slugOf(name), name])),
  }
}
