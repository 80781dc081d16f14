import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import type { PolicyActor } from './policy.ts'
import { type AccessEntryRow, accessEntries } from './queries/access-log.ts'

/** An opening as the person sees it, with the agency under its name of today. */
export type AccessEntry = AccessEntryRow & {
  readonly agencyName?: { readonly vi: string; readonly en: string }
}

export type AccessPage = { readonly entries: readonly AccessEntry[]; readonly nextBefore?: number }

/** Ai đã xem dữ liệu của tôi: the newest first. */
export async function listAccess(
  db: Db,
  actor: PolicyActor,
  { before, limit, now }: { before?: number | undefined; limit: number; now: Date },
): Promise<AccessPage> {
  const rows = await accessEntries(db, actor, { before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const agencies = await agencyBriefs(
    db,
    shown.flatMap(({ agency }) => agency ?? []),
    civilDate(now),
  )
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    entries: shown.map((row) => {
      const brief = row.agency === null ? undefined : agencies.get(row.agency)
      return brief ? { ...row, agencyName: { vi: brief.name, en: brief.nameEn } } : row
    }),
    ...(last && { nextBefore: last.place }),
  }
}
