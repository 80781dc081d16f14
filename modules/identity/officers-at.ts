import type { Db } from '#platform/db'
import { type OfficerAt, officersAtRows } from './queries/officers-at.ts'

export type { OfficerAt } from './queries/officers-at.ts'

/** Cán bộ một cửa của một cơ quan at this moment: to whom work there may be given. */
export async function officersAt(db: Db, agency: string, now: Date): Promise<readonly OfficerAt[]> {
  return officersAtRows(db, agency, now)
}
