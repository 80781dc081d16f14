import { agencyLine, findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'

/** A working agency, and its line: itself first, then the agencies above. */
export type AgencyPlace = { readonly handle: string; readonly line: readonly string[] }

/**
 * The agency of any spelling of its code, or of its handle. Read before a transaction begins: it asks several questions at once.
 * @throws Refusal `identity.agency_gone` for one that does not exist or no longer works
 */
export async function placeOf(db: Db, written: string, now: Date): Promise<AgencyPlace> {
  const agency = await findAgency(db, written, civilDate(now))
  if (agency?.status !== 'current') throw new Refusal('identity.agency_gone')
  return { handle: agency.handle, line: await agencyLine(db, agency.handle) }
}
