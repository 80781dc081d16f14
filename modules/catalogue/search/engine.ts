import { isPartOfCode, partOfCodeIn, wholeCodesIn } from './codes.ts'
import {
  FACETS,
  type FacetCounts,
  type SearchFilters,
  type SearchHit,
  type SearchResult,
  type Suggestion,
} from './document.ts'
import { countFacets, masksOf, refusingDimension } from './filters.ts'
import type { SearchIndex } from './index-build.ts'
import { readQuery } from './query.ts'
import { fittingDocuments, rankDocuments } from './ranking.ts'
import { correctedQuery, understoodAs } from './rewording.ts'

export { buildIndex, type SearchIndex } from './index-build.ts'
export { suggest } from './suggest.ts'

export type SearchOptions = {
  readonly filters?: SearchFilters
  /** 1 to 100, 20 when absent. */
  readonly limit?: number
  /** Score and code of the last hit of the page before. */
  readonly after?: { readonly score: number; readonly code: string }
}

type Rated = { readonly document: number; readonly score: number }

const MOST_HITS = 100
const CODE_SCORE = 10
const NEAR = 5

/**
 * Tìm thủ tục: what somebody means by a question, best first. Without a question it lists what the filters leave, by
 * rank, then name. Order is fixed by score and code, so pages join without gaps. Any text is answered; nothing throws.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult {
  if (query.trim() === '') return listing(index, options)
  return byCode(index, query, options) ?? byText(index, query, options)
}

function listing(index: SearchIndex, options: SearchOptions): SearchResult {
  const visible = [...index.listing].filter((document) => index.isInternal[document] !== 1)
  const { passing, facets } = narrow(index, visible, options.filters)
  const rated = passing.map((document) => ({ document, score: index.ranks[document] ?? 0 }))
  const past = options.after
    ? rated.findIndex(({ document }) => index.codes[document] === options.after?.code)
    : -1
  const hits = rated
    .slice(past + 1, past + 1 + limitOf(options))
    .map((one) => hitOf(index, one, { matched: 'rank' }))
  return { hits, total: passing.length, facets, near: [] }
}

/** A question that names a code, or is nothing but part of one. Internal procedures answer to their whole code only. */
function byCode(index: SearchIndex, query: string, options: SearchOptions): SearchResult | undefined {
  const whole = wholeCodesIn(query).flatMap((code) => index.numberOf.get(code) ?? [])
  const digits = whole.length > 0 ? undefined : partOfCodeIn(query)
  const found = digits ? holdersOf(index, digits) : [...new Set(whole)]
  if (found.length === 0) return undefined

  const { passing, facets } = narrow(index, found, options.filters)
  const rated = passing.map((document) => ({ document, score: CODE_SCORE }))
  const hits = page(index, rated, options).map((one) => hitOf(index, one, { matched: 'code' }))
  return { hits, total: passing.length, facets, near: [] }
}

function holdersOf({ codeDigits, isInternal }: SearchIndex, digits: string): number[] {
  return codeDigits.flatMap((code, document) =>
    isPartOfCode(digits, code) && isInternal[document] !== 1 ? [document] : [],
  )
}

function byText(index: SearchIndex, query: string, options: SearchOptions): SearchResult {
  const { syllables, plan, isOnlyAsking } = readQuery(index, query)
  if (isOnlyAsking) return listing(index, options)
  const { documents, nearest } = fittingDocuments(index, plan)
  const { passing, facets } = narrow(index, documents, options.filters)
  const ranking = rankDocuments(index, plan, passing)
  const rated = passing.map((document) => ({ document, score: ranking.scoreOf(document) }))
  const paged = page(index, rated, options)
  const corrected = plan.isMended ? correctedQuery(index, syllables) : undefined
  const understood = ranking.best ? understoodAs(plan, ranking.best.readings) : undefined
  return {
    hits: paged.map((one) => hitOf(index, one, ranking.why(one.document))),
    total: passing.length,
    facets,
    ...(corrected ? { correctedQuery: corrected } : {}),
    ...(understood ? { understoodAs: understood } : {}),
    near:
      passing.length > 0
        ? []
        : nearSuggestions(index, documents.length > 0 ? documents.slice(0, NEAR) : nearest),
  }
}

function nearSuggestions(index: SearchIndex, documents: readonly number[]): Suggestion[] {
  return documents.map((document) => ({
    text: index.names[document] ?? '',
    kind: 'procedure',
    target: index.codes[document] ?? '',
  }))
}

/** What the filters leave, in the same order, with the counts of the values that could be chosen next. */
function narrow(
  { columns }: SearchIndex,
  documents: readonly number[],
  filters: SearchFilters = {},
): { passing: readonly number[]; facets: FacetCounts } {
  const masks = masksOf(columns, filters)
  const counts = countFacets(columns)
  const passing = documents.filter((document) => {
    const refusing = refusingDimension(columns, masks, document)
    if (refusing < FACETS.length) counts.add(document, refusing)
    return refusing < 0
  })
  return { passing, facets: counts.result() }
}

function page({ codes }: SearchIndex, rated: readonly Rated[], options: SearchOptions): Rated[] {
  const { after } = options
  const rest = after
    ? rated.filter(
        ({ document, score }) =>
          score < after.score || (score === after.score && (codes[document] ?? '') > after.code),
      )
    : [...rated]
  const limit = limitOf(options)
  return best(rest, limit)
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, limit)
}

/** The `count` best and those that tie with the last of them: what comes after is never put in order. */
function best(rated: Rated[], count: number): Rated[] {
  if (rated.length <= count) return rated
  const scores = Float64Array.from(rated, ({ score }) => score).sort()
  const least = scores[scores.length - count] ?? 0
  return rated.filter(({ score }) => score >= least)
}

function limitOf({ limit = 20 }: SearchOptions): number {
  return Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST_HITS)
}

function hitOf({ codes }: SearchIndex, { document, score }: Rated, why: SearchHit['why']): SearchHit {
  return { code: codes[document] ?? '', score, why }
}
