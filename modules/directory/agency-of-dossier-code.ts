import { type AgencyCodeReading, codeAbove, spellingsOf } from '#kernel/agency-code'
import type { CivilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { findAgency } from './agencies.ts'
import type { Agency } from './agency.ts'

export type NamedAgency = {
  readonly agency: Agency
  /** False: the agency itself is not in the directory, and this is the nearest one above it that is. */
  readonly isExact: boolean
  /** The working agency that can be asked: the same, or what it has become. */
  readonly toAsk?: Agency
}

/**
 * The agency that a dossier code names, for display: the receiving agency itself, else the nearest one above, of which
 * the last is level 1. Departments number themselves, so many of them are unknown while their province is known.
 */
export async function agencyNamedBy(
  db: Db,
  reading: AgencyCodeReading,
  on: CivilDate,
): Promise<NamedAgency | undefined> {
  for (const code of [reading.code, ...codesAbove(reading)]) {
    const agency = await findAgency(db, code, on)
    if (!agency) continue

    const toAsk = await workingNow(db, agency, on)
    return { agency, isExact: code === reading.code, ...(toAsk && { toAsk }) }
  }
  return undefined
}

async function workingNow(db: Db, agency: Agency, on: CivilDate): Promise<Agency | undefined> {
  if (agency.status === 'current') return agency
  const heir = agency.presentSuccessors.find(({ takesAll }) => takesAll)
  return heir && findAgency(db, heir.agency.handle, on)
}

function codesAbove(reading: AgencyCodeReading): string[] {
  const { v2 } = spellingsOf(reading)
  // Without a spelling from left to right only the last group, level 1, is certain.
  if (!v2) return [reading.code.slice(-3)]
  const codes: string[] = []
  for (let code = codeAbove(v2); code; code = codeAbove(code)) codes.push(code)
  return codes
}
