import { agencyBriefs, findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { shortMemory } from '#platform/short-memory'
import { plainCode } from './account.ts'
import type { SyncServices } from './services.ts'

/** The agency of a code. One that the directory does not know goes by its code: its dossiers are kept all the same. */
export async function agencyOf(
  { db, clock }: SyncServices,
  code: string,
): Promise<{ handle: string; name: string }> {
  const plain = plainCode(code)
  return agencies(db, plain, async () => {
    const on = civilDate(clock())
    const agency = await findAgency(db, plain, on)
    if (!agency) return { handle: plain, name: plain }
    const name = (await agencyBriefs(db, [agency.handle], on)).get(agency.handle)?.name
    return { handle: agency.handle, name: name ?? plain }
  })
}

const agencies = shortMemory<{ handle: string; name: string }>({ forMs: 60_000, most: 10_000 })
