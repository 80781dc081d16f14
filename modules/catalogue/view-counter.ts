import { civilDate } from '#kernel/civil-date'
import type { Database } from '#platform/db'
import { addViews } from './queries/views.ts'

/** Counts openings of procedures in memory and writes them down together: a page is never slower for being counted. */
export type ViewCounter = {
  readonly count: (code: string) => void
  /** Writes what was counted. What cannot be written now is kept for the next time. */
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
}

const FLUSH_MS = 10_000

export function openViewCounter(
  db: Database,
  clock: () => Date,
  onError: (error: unknown) => void,
): ViewCounter {
  let counted = new Map<string, number>()

  const flush = async (): Promise<void> => {
    const views = counted
    if (views.size === 0) return
    counted = new Map()
    try {
      await addViews(db, civilDate(clock()), views)
    } catch (error) {
      for (const [code, count] of views) counted.set(code, (counted.get(code) ?? 0) + count)
      onError(error)
    }
  }
  const timer = setInterval(() => void flush(), FLUSH_MS)
  timer.unref()

  return {
    count: (code) => {
      counted.set(code, (counted.get(code) ?? 0) + 1)
    },
    flush,
    close: async () => {
      clearInterval(timer)
      await flush()
    },
  }
}
