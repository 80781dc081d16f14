import { agencyBriefs } from '#directory'
import { addDays, civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import { type FeedLine, feedLines } from './queries/feeds.ts'

const DAYS = 30
const HOUR_MS = 3_600_000
/** Near real time is what agencies owe; a working day of silence is asked about. */
const FRESH_HOURS = 8
const SILENT_HOURS = 24

/** Luồng đồng bộ của một cơ quan over thirty days, as everybody may see it. */
export type Feed = FeedLine & {
  readonly agencyName: string
  readonly freshness: 'fresh' | 'slow' | 'silent'
  /** Hours from what is said to have happened to its arrival, on the average; absent when nothing was stored. */
  readonly lagHours: number | undefined
  /** Of the items, as a part of 1. */
  readonly refusedShare: number
}

/** Chất lượng đồng bộ, agency by agency; the same for everybody for a few seconds. */
export async function feedsOf(db: Db, now: Date): Promise<readonly Feed[]> {
  return memory(db, 'feeds', async () => {
    const today = civilDate(now)
    const lines = await feedLines(db, addDays(today, -DAYS))
    const names = await agencyBriefs(
      db,
      lines.map(({ agency }) => agency),
      today,
    )
    return lines.map((line) => ({
      ...line,
      ...judged(line, now),
      agencyName: names.get(line.agency)?.name ?? line.agency,
    }))
  })
}

const memory = shortMemory<readonly Feed[]>({ forMs: 5_000, most: 2 })

function judged({ lastAt, stored, lagSeconds, items, refused }: FeedLine, now: Date) {
  const silentHours = (now.getTime() - lastAt.getTime()) / HOUR_MS
  const freshness = silentHours < FRESH_HOURS ? 'fresh' : silentHours < SILENT_HOURS ? 'slow' : 'silent'
  return {
    freshness,
    lagHours: stored > 0 ? lagSeconds / 3_600 / stored : undefined,
    refusedShare: items > 0 ? refused / items : 0,
  } as const
}
