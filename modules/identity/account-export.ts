import { actsAbout } from '#platform/acts'
import type { Db } from '#platform/db'
import { currentHolder, findAccount } from './account.ts'
import { accessAbout, consentsAbout, delegationsAbout, recoveriesAbout } from './queries/accounts-export.ts'
import { claimChangesOf } from './queries/accounts-history.ts'
import { allSessionsOf } from './queries/sessions.ts'

const MOST_ROWS = 10_000

type Section = {
  /** In the file. */
  readonly name: string
  /** The tables that it tells of: a test asks that no table about accounts is left out. */
  readonly tables: readonly string[]
  readonly read: (db: Db, accountId: string, limit: number) => Promise<unknown>
}

/** Everything that identity holds about an account. Who adds a table about people adds a line here. */
export const SECTIONS: readonly Section[] = [
  { name: 'account', tables: ['account'], read: findAccount },
  { name: 'data', tables: ['person', 'organization'], read: currentHolder },
  { name: 'changes', tables: ['claim_change'], read: claimChangesOf },
  { name: 'sessions', tables: ['session', 'sso_session'], read: allSessionsOf },
  { name: 'delegations', tables: ['delegation'], read: delegationsAbout },
  { name: 'accessLog', tables: ['access_entry'], read: accessAbout },
  { name: 'recoveries', tables: ['recovery'], read: recoveriesAbout },
  { name: 'consents', tables: ['sso_consent'], read: consentsAbout },
  { name: 'acts', tables: [], read: actsAbout },
]

/** Xuất dữ liệu: all of it, as the law gives everyone the right to (Luật Bảo vệ dữ liệu cá nhân 2025, Điều 4). */
export async function exportAccount(
  db: Db,
  accountId: string,
  now: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const parts: Record<string, unknown> = { exportedAt: now.toISOString(), format: 'motcua-account/1' }
  for (const { name, read } of SECTIONS) parts[name] = await read(db, accountId, MOST_ROWS)
  return parts
}
