import { Refusal } from '#kernel/refusal'
import type { ListQuestion } from './list-address.ts'
import { type ProcedureLine, readLines } from './queries/procedures.ts'
import type { SearchHit, SearchResult } from './search/document.ts'
import type { CatalogueServices } from './services.ts'

export type FoundLine = { readonly line: ProcedureLine; readonly why: SearchHit['why'] }

export type Found = Omit<SearchResult, 'hits'> & {
  readonly lines: readonly FoundLine[]
  /** How many hits stand before the first line. */
  readonly before: number
  readonly nextCursor?: string
}

export type FindOptions = { readonly cursor?: string | undefined; readonly limit?: number }

const PAGE = 20

type Place = { readonly score: number; readonly code: string; readonly before: number }

/**
 * Tìm thủ tục: the best matches for the question, a page at a time. The order comes from memory, the words from the database.
 * @throws Refusal `catalogue.bad_cursor` when the cursor is not one of ours
 */
export async function findProcedures(
  { db, search }: Pick<CatalogueServices, 'db' | 'search'>,
  { q, filters }: ListQuestion,
  { cursor, limit = PAGE }: FindOptions = {},
): Promise<Found> {
  const after = cursor === undefined ? undefined : placeOf(cursor)
  const { hits, ...result } = search.search(q, { filters, limit, ...(after ? { after } : {}) })
  const whyOf = new Map(hits.map(({ code, why }) => [code, why]))
  const rows = await readLines(db, [...whyOf.keys()])
  const lines = rows.map((line) => ({ line, why: whyOf.get(line.code) ?? { matched: 'rank' as const } }))
  const before = after?.before ?? 0
  const last = hits.at(-1)
  const hasMore = last !== undefined && before + hits.length < result.total
  return {
    ...result,
    lines,
    before,
    ...(hasMore ? { nextCursor: cursorOf(last, before + hits.length) } : {}),
  }
}

function cursorOf({ score, code }: SearchHit, before: number): string {
  return Buffer.from(JSON.stringify([score, code, before])).toString('base64url')
}

function placeOf(cursor: string): Place {
  try {
    const [score, code, before]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof score === 'number' && typeof code === 'string' && Number.isSafeInteger(before)) {
      return { score, code, before: Number(before) }
    }
  } catch {
    // Not one of ours: refused below.
  }
  throw new Refusal('catalogue.bad_cursor')
}
