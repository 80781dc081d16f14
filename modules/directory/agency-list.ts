import type { CivilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import type { AgencyBrief, AgencyKind, AgencyLevel, AgencyStatus, PresentSuccessor } from './agency.ts'
import { searchPatterns } from './agency-search.ts'
import { spelledAs } from './agency-spelling.ts'
import {
  type AgencyFilter,
  agencyByCode,
  agencyRows,
  countAgencyRows,
  type ListPlace,
  type ListRow,
} from './queries/agencies.ts'
import { presentSuccessorsOf } from './queries/agency-relations.ts'
import { briefOf } from './queries/agency-rows.ts'
import { plainFold } from './units-name.ts'

/** What a list of agencies is asked for. Words of `q` must all begin a word of a name, a code or a short form. */
export type AgencyQuestion = {
  readonly q?: string
  readonly kinds?: readonly AgencyKind[]
  readonly level?: AgencyLevel
  /** The agency above, by any spelling of its code or by its handle. */
  readonly parent?: string
  readonly status?: AgencyStatus
  readonly cursor?: string
  readonly limit: number
}

export type ListedAgency = AgencyBrief & {
  readonly parentName?: string
  readonly parentNameEn?: string
  /** Of a dissolved agency: what it is now. */
  readonly presentSuccessors: readonly PresentSuccessor[]
}

export type AgencyPage = { readonly agencies: readonly ListedAgency[]; readonly nextCursor?: string }

/**
 * Danh sách cơ quan, central before provinces before communes, then by name.
 * @throws Refusal `directory.cursor_invalid` for a cursor that this list did not give out
 */
export async function listAgencies(db: Db, question: AgencyQuestion, on: CivilDate): Promise<AgencyPage> {
  const { cursor, limit } = question
  const after = cursor === undefined ? undefined : placeIn(cursor)
  const filter = await filterOf(db, question, on)
  if (!filter) return { agencies: [] }

  const rows = await agencyRows(db, filter, { ...(after && { after }), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const dissolved = shown.filter(({ validTo }) => validTo !== null).map(({ id }) => id)
  const present = await presentSuccessorsOf(db, dissolved, on)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    agencies: shown.map((row) => listed(row, present.get(row.id) ?? [], on)),
    ...(last && { nextCursor: cursorOf(last) }),
  }
}

/** How many agencies the list holds on all its pages. */
export async function countAgencies(
  db: Db,
  question: Omit<AgencyQuestion, 'limit'>,
  on: CivilDate,
): Promise<number> {
  const filter = await filterOf(db, question, on)
  return filter ? countAgencyRows(db, filter) : 0
}

/** Nothing was asked for in words that we can look for, or under an agency that does not exist: then nothing is found. */
async function filterOf(
  db: Db,
  { q = '', kinds = [], level, parent, status }: Omit<AgencyQuestion, 'limit'>,
  on: CivilDate,
): Promise<AgencyFilter | undefined> {
  const patterns = searchPatterns(q)
  if (q.trim() !== '' && patterns.length === 0) return undefined
  const above = parent === undefined ? undefined : await agencyByCode(db, { ...spelledAs(parent), on })
  if (parent !== undefined && !above) return undefined
  return {
    patterns,
    plainQuestion: plainFold(q),
    kinds,
    ...(level && { level }),
    ...(above && { parentId: above.id }),
    ...(status && { status }),
    on,
  }
}

function listed(row: ListRow, presentSuccessors: readonly PresentSuccessor[], on: CivilDate): ListedAgency {
  return {
    ...briefOf(row, on),
    ...(row.parentName !== null && { parentName: row.parentName }),
    ...(row.parentNameEn !== null && { parentNameEn: row.parentNameEn }),
    presentSuccessors,
  }
}

function cursorOf({ rank, sortKey, id }: ListPlace): string {
  return Buffer.from(`${rank} ${id} ${sortKey}`).toString('base64url')
}

const PLACE = /^([01]) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9a-z /]{1,300})$/

function placeIn(cursor: string): ListPlace {
  const [, rank, id, sortKey] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!rank || !id || !sortKey) throw new Refusal('directory.cursor_invalid')
  return { rank: Number(rank), id, sortKey }
}
