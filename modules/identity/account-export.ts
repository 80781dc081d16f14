import type { Db } from '#platform/db'
import { currentHolder, findAccount } from './account.ts'
import { claimChangesOf } from './queries/accounts-history.ts'
import { allSessionsOf } from './queries/sessions.ts'

/** One part of what the portal holds about an account: its name in the file, and how it is read. */
export type ExportSection = {
  readonly name: string
  readonly read: (db: Db, accountId: string) => Promise<unknown>
}

const MOST_ROWS = 10_000

/** Everything that identity holds about an account. Who adds a table about people adds a line here. */
export const SECTIONS: readonly ExportSection[] = [
  { name: 'account', read: findAccount },
  { name: 'data', read: currentHolder },
  { name: 'changes', read: (db, accountId) => claimChangesOf(db, accountId, MOST_ROWS) },
  { name: 'sessions', read: (db, accountId) => allSessionsOf(db, accountId, MOST_ROWS) },
]

/** Xuất dữ liệu: all of it, as the law gives everyone the right to (Luật Bảo vệ dữ liệu cá nhân 2025, Điều 4). */
export async function exportAccount(
  db: Db,
  accountId: string,
  { now, sections = SECTIONS }: { now: Date; sections?: readonly ExportSection[] },
): Promise<Readonly<Record<string, unknown>>> {
  const parts: Record<string, unknown> = { exportedAt: now.toISOString(), format: 'motcua-account/1' }
  for (const { name, read } of sections) parts[name] = await read(db, accountId)
  return parts
}
