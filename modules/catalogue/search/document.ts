/** One procedure as the search knows it: what can be read in it, and what it can be filtered by. */
export type SearchDocument = {
  readonly code: string
  readonly name: string
  /** Tên thường gọi: what people call it ("làm giấy khai sinh"). A match here counts as much as one in the name. */
  readonly alsoCalled: readonly string[]
  /** Names that the same code had in earlier revisions. */
  readonly formerNames: readonly string[]
  readonly keywords: readonly string[]
  readonly field: string
  readonly ownerName: string
  /** Names of the agencies that carry it out. */
  readonly agencies: readonly string[]
  /** Names of the papers to hand in (thành phần hồ sơ). */
  readonly papers: readonly string[]
  readonly results: readonly string[]
  readonly summary?: string
  readonly fieldSlug: string
  readonly ownerCode: string
  readonly levels: readonly string[]
  readonly subjects: readonly string[]
  readonly onlineLevel: string
  readonly lifeEvents: readonly string[]
  /** Between agencies only (thủ tục nội bộ): found by its full code, never offered otherwise. */
  readonly isInternal: boolean
  /** 0 to 100: how many people need it. Decides between matches of equal worth. */
  readonly rank: number
}

/** The dimensions that a result list can be narrowed by. */
export const FACETS = ['field', 'owner', 'level', 'subject', 'onlineLevel', 'lifeEvent'] as const
export type Facet = (typeof FACETS)[number]

/** Within a dimension any of the values will do; every dimension that is named must hold. */
export type SearchFilters = { readonly [facet in Facet]?: readonly string[] }

/** For each dimension its values with the number of hits, most first; a dimension's own filter does not limit its counts. */
export type FacetCounts = {
  readonly [facet in Facet]: readonly { readonly value: string; readonly count: number }[]
}

export type MatchedIn = 'code' | 'name' | 'alsoCalled' | 'formerName' | 'keyword' | 'text' | 'rank'

/** `why` names the place that the query met; `text` is there when that is not the name itself. */
export type SearchHit = {
  readonly code: string
  readonly score: number
  readonly why: { readonly matched: MatchedIn; readonly text?: string }
}

export type SearchResult = {
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly facets: FacetCounts
  /** "Có phải bạn muốn tìm …?": the query as it was searched, when that is not how it was spelled. */
  readonly correctedQuery?: string
  /** The query in the words of the law ("đổi bằng lái" → "đổi giấy phép lái xe"), when a synonym led to the first hit. */
  readonly understoodAs?: string
  /** What comes nearest, when nothing fits. Empty when there are hits. */
  readonly near: readonly Suggestion[]
}

export type Suggestion = {
  readonly text: string
  readonly kind: 'procedure' | 'lifeEvent'
  /** Code of the procedure, or slug of the life event (sự kiện cuộc đời). */
  readonly target: string
}

/** Thesaurus as it is kept in the database and edited by its owners. */
export type Synonyms = {
  /**
   * `same`: any of the terms stands for any other. `everyday`: the first is the term of the law; typing one of the
   * others means it, but not the reverse ("đổi tên" may mean "cải chính hộ tịch", never the other way round).
   */
  readonly groups: readonly { readonly terms: readonly string[]; readonly kind?: string }[]
  /** `{ "gplx": "giấy phép lái xe" }`: both ways. */
  readonly abbreviations: { readonly [abbreviation: string]: string }
}

export type LifeEvent = { readonly slug: string; readonly name: string }
