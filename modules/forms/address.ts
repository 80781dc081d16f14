import { resolveUnit, type Unit, unitPath } from '#directory'
import type { CivilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'

/** What a typed place is today. */
export type PlaceFound =
  | { readonly kind: 'found'; readonly unit: string; readonly code: string }
  | { readonly kind: 'several'; readonly units: readonly string[] }
  | { readonly kind: 'province_only' }
  | { readonly kind: 'unknown'; readonly units: readonly string[] }

export type FindPlace = (typed: string) => Promise<PlaceFound>

const MOST_OFFERED = 12
const LONGEST = 300

/** Units change by a law that says from which day: the day is part of what is asked. */
const placesOf = shortMemory<PlaceFound>({ forMs: 300_000, most: 5_000 })

/** Looks places up by names of today or of before the reform, by addresses and by codes. What was asked lately is remembered. */
export function placeFinder(db: Db, today: CivilDate): FindPlace {
  return (typed) => {
    const text = typed.slice(0, LONGEST)
    return placesOf(db, `${today} ${text}`, () => find(db, text, today))
  }
}

async function find(db: Db, typed: string, today: CivilDate): Promise<PlaceFound> {
  const { candidates, suggestions } = await resolveUnit(db, { text: typed, today })
  const units = new Map<string, Unit>(
    candidates.flatMap((one) => one.today).map((unit) => [unitPath(unit), unit]),
  )
  // A name that was offered names one place of today in full: it is not asked about again.
  const chosen = units.get(typed)
  const communes = [...units].filter(([, { level }]) => level === 'commune')
  const [only, another] = chosen?.level === 'commune' ? [[typed, chosen] as const] : communes
  if (only && !another) return { kind: 'found', unit: only[0], code: only[1].code }
  if (only) return { kind: 'several', units: communes.slice(0, MOST_OFFERED).map(([path]) => path) }
  return units.size > 0
    ? { kind: 'province_only' }
    : { kind: 'unknown', units: suggestions.slice(0, MOST_OFFERED) }
}
