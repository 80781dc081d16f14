import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import { type Sql, sql } from '#platform/db'
import type { AgencyBrief, AgencyKind, AgencyLevel } from '../agency.ts'

export type BriefRow = {
  readonly id: string
  readonly handle: string
  readonly code: string | null
  readonly name: string
  readonly nameEn: string
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly validTo: string | null
}

/** The columns of a brief: `a` is the agency, `n` its name and `c` its code as `briefJoins` finds them. */
export const briefColumns: Sql = sql`
  a.id, a.handle, c.code, n.name, n.name_en, a.kind, a.level, a.valid_to`

/** Each agency by the name that it had on `on`, or its last before that day, and its left-to-right code. */
export function briefJoins(on: CivilDate): Sql {
  return sql`
    cross join lateral (
         select x.name, x.name_en
           from directory.agency_name x
          where x.agency_id = a.id
          order by x.valid_from > ${on}::date, x.valid_from desc
          limit 1) n
      left join lateral (
         select x.code
           from directory.agency_code x
          where x.agency_id = a.id and x.format = 'v2'
          order by x.valid_to desc nulls first, x.code
          limit 1) c on true`
}

export function briefOf(row: BriefRow, on: CivilDate): AgencyBrief {
  const { handle, code, name, nameEn, kind, level } = row
  const dissolvedOn = row.validTo !== null && row.validTo <= on ? asCivilDate(row.validTo) : undefined
  return {
    handle,
    ...(code !== null && { code }),
    name,
    nameEn,
    kind,
    level,
    status: dissolvedOn ? 'dissolved' : 'current',
    ...(dissolvedOn && { dissolvedOn }),
  }
}

/** A first or last day as it is stored: null and `-infinity` mean that there is none. */
export function dayOf(text: string | null): CivilDate | undefined {
  return text === null || text === '-infinity' ? undefined : asCivilDate(text)
}
