import { type AgencyBrief, agencyForUnit, resolveUnit, type Unit, unitPath } from '#directory'
import type { CivilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import type { Level, ProcedureContent } from './procedure.ts'

/** Whose desk a procedure is handed in at, for somebody of one place. */
export type Desk = {
  readonly level: Level
  readonly agency: AgencyBrief
  readonly serviceCentre?: AgencyBrief
}

export type PlaceAnswer =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'unknown'; readonly typed: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'several'; readonly typed: string; readonly units: readonly Unit[] }
  | { readonly kind: 'found'; readonly typed: string; readonly unit: Unit; readonly desks: readonly Desk[] }

export type PlaceQuestion = {
  /** A name of today or of before the reform, an address, or a code. */
  readonly typed: string
  readonly content: Pick<ProcedureContent, 'levels' | 'owner'>
  readonly today: CivilDate
}

const MOST_TYPED = 200
const MOST_UNITS = 30

/** Nơi nộp ở chỗ tôi: the desks of the levels that handle the procedure, for the place that was typed. */
export async function findPlace(db: Db, { typed, content, today }: PlaceQuestion): Promise<PlaceAnswer> {
  const text = typed.trim().slice(0, MOST_TYPED)
  if (!text) return { kind: 'unasked' }

  const { candidates, suggestions } = await resolveUnit(db, { text, today })
  const units = [
    ...new Map(candidates.flatMap((one) => one.today).map((unit) => [unitPath(unit), unit])).values(),
  ]
  // A choice that was offered names one place of today in full: it is not asked about again.
  const chosen = units.find((one) => unitPath(one) === text)
  const [unit, another] = chosen ? [chosen] : units
  if (!unit) return { kind: 'unknown', typed: text, suggestions }
  if (another) return { kind: 'several', typed: text, units: units.slice(0, MOST_UNITS) }
  return { kind: 'found', typed: text, unit, desks: await desksOf(db, { unit, content, today }) }
}

type DeskQuestion = Omit<PlaceQuestion, 'typed'> & { readonly unit: Unit }

async function desksOf(db: Db, { unit, content, today }: DeskQuestion): Promise<Desk[]> {
  const desks: Desk[] = []
  for (const level of content.levels) {
    const handling =
      level === 'ministry'
        ? content.owner.code && (await agencyForUnit(db, { level, ownerCode: content.owner.code }, today))
        : (level === 'province' || level === 'commune') && (await agencyForUnit(db, { level, unit }, today))
    if (handling) desks.push({ level, ...handling })
  }
  return desks
}
