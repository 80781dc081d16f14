import type { Db } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { readAgencyFacts } from './agency-seed-files.ts'
import { agencySeedRows } from './agency-seed-rows.ts'
import {
  analyzeAgencies,
  putAgencies,
  putCodes,
  putNames,
  putParents,
  putSuccessors,
  putUnitLinks,
  unitsForAgencies,
} from './queries/seed-agencies.ts'
import { REFORM_DAY } from './units.ts'

/** What is there now, and how many rows had to be written for it: none when nothing has changed. */
export type AgencySeedReport = { readonly agencies: number; readonly codes: number; readonly written: number }

/**
 * Loads the agencies: level 1 of the code list with what became of it, the departments that are known, and for each
 * unit of today's map its people's committee and, in a province, its public service centre. Runs after the units are
 * loaded; may run again at any time. Contacts that were entered meanwhile stay.
 */
export async function seedAgencies(db: Db, now: Date): Promise<AgencySeedReport> {
  const units = await unitsForAgencies(db, REFORM_DAY)
  if (units.length === 0) throw new Error('Agencies need the territorial units, and none are loaded')

  const { agencies, names, codes, links, successors } = agencySeedRows(readAgencyFacts(), units)
  const ids = agencies.map(() => timeOrderedId(now))
  // One after another: each step finds the agencies of the step before.
  const written =
    (await putAgencies(db, ids, agencies)) +
    (await putParents(db, agencies)) +
    (await putNames(db, names)) +
    (await putCodes(db, codes)) +
    (await putUnitLinks(db, links)) +
    (await putSuccessors(db, successors))
  if (written > 0) await analyzeAgencies(db)
  return { agencies: agencies.length, codes: codes.length, written }
}
