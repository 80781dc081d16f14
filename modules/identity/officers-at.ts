import type { Db } from '#platform/db'
import type { Role } from './officials/role.ts'
import { type OfficerAt, officersAtRows } from './queries/officers-at.ts'

export type { OfficerAt } from './queries/officers-at.ts'

/** Cán bộ một cửa của một cơ quan at this moment: to whom work there may be given. Or its administrators, who answer for the desk. */
export async function officersAt(
  db: Db,
  agency: string,
  now: Date,
  role: Extract<Role, 'officer' | 'administrator'> = 'officer',
): Promise<readonly OfficerAt[]> {
  return officersAtRows(db, { agency, role, now })
}
