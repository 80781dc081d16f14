import type { CivilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import type { AgencyBrief } from './agency.ts'
import { briefsByHandle, handlesAbove, handlesBelow } from './queries/agency-tree.ts'

/** Cơ quan và các cấp trên của nó: handles, the agency itself first. Empty for a handle that leads nowhere. */
export async function agencyLine(db: Db, handle: string): Promise<readonly string[]> {
  return handlesAbove(db, handle)
}

/** Cơ quan và mọi đơn vị trực thuộc, dissolved ones too: handles, the agency itself first. */
export async function agencyTree(db: Db, handle: string): Promise<readonly string[]> {
  return handlesBelow(db, handle)
}

/** Names of many agencies at once, by handle. A handle that leads nowhere is left out. */
export async function agencyBriefs(
  db: Db,
  handles: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, AgencyBrief>> {
  if (handles.length === 0) return new Map()
  const briefs = await briefsByHandle(db, [...new Set(handles)], on)
  return new Map(briefs.map((brief) => [brief.handle, brief]))
}
