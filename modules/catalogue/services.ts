import type { Services } from '#platform/http'
import type { CatalogueSearch } from './catalogue-search.ts'
import type { ViewCounter } from './view-counter.ts'

export type CatalogueServices = Services & {
  readonly search: CatalogueSearch
  readonly views: ViewCounter
}
