import { type CivilDate, civilDate } from '#kernel/civil-date'
import type { Database, Tx } from '#platform/db'
import { announceChange } from './change.ts'
import {
  type InForce,
  type ListRow,
  revisionsInForce,
  staleProcedures,
  storeListRows,
} from './queries/in-force.ts'
import { slugOf } from './slug.ts'

/** Makes the list row of each procedure say what the revision in force on `today` says. */
export async function bringIntoForce(tx: Tx, codes: readonly string[], today: CivilDate): Promise<void> {
  if (codes.length === 0) return
  const revisions = await revisionsInForce(tx, codes, today)
  await storeListRows(tx, revisions.map(listRowOf))
}

/**
 * Revisions whose day has come take force: the list rows follow, and what can be found is told anew. Runs shortly after
 * midnight; running it twice changes nothing.
 */
export async function bringDueIntoForce(db: Database, now: Date): Promise<readonly string[]> {
  return db.transaction(async (tx) => {
    const today = civilDate(now)
    const codes = await staleProcedures(tx, today)
    if (codes.length === 0) return codes
    await bringIntoForce(tx, codes, today)
    await announceChange(tx, 'revisions took force', now)
    return codes
  })
}

function listRowOf({ code, number, kind, content }: InForce): ListRow {
  return {
    code,
    revisionNumber: number,
    status: kind === 'abolished' || kind === 'replaced' ? 'abolished' : 'public',
    name: content.name,
    summary: content.summary ?? null,
    fieldSlug: slugOf(content.field.name),
    fieldName: content.field.name,
    ownerCode: content.owner.code ?? null,
    ownerName: content.owner.name,
    levels: content.levels,
    subjects: content.subjects.map(({ name }) => slugOf(name)),
    onlineLevel: content.onlineLevel,
    isInternal: content.isInternal,
  }
}
