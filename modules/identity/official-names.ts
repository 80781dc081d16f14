import type { Db } from '#platform/db'
import { isAccountId } from './account.ts'
import { officialNameRows } from './queries/officials.ts'

/** The names of officials, by account. What is no account, or nobody's of theirs, is left out. */
export async function officialNames(
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await officialNameRows(db, accountIds.filter(isAccountId))
  return new Map(rows.map(({ accountId, name }) => [accountId, name]))
}
