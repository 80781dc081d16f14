import type { Db } from '#platform/db'
import type { ProcedureLine } from './procedures.ts'

/** A row as it was last sent, and which version of it that was. */
export type KeptLine = { readonly version: string; readonly line: ProcedureLine }

/** About 500 bytes each. */
const MOST_KEPT = 20_000

const KEPT = new WeakMap<Db, Map<string, KeptLine>>()

/** What this process has of the rows of this database. */
export function keptLine(db: Db, code: string): KeptLine | undefined {
  return KEPT.get(db)?.get(code)
}

export function keepLine(db: Db, code: string, line: KeptLine): void {
  const kept = KEPT.get(db) ?? new Map<string, KeptLine>()
  if (kept.size >= MOST_KEPT) kept.clear()
  KEPT.set(db, kept.set(code, line))
}
