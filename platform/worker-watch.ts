import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, sql } from './db.ts'
import type { Logger } from './log.ts'

const LOOK_MS = 15_000
const RETRY_MS = 1_000
/** A worker takes its first job a moment before it can show that it lives. */
const SURELY_SHOWN_MS = 10_000

/**
 * Shows the other processes that the worker `id` lives, and gives back the jobs of those that no longer do: the queue itself would
 * leave them locked for four hours. Ends when the answered function is called.
 */
export async function keepWatch(db: Database, id: string, log: Logger): Promise<() => void> {
  const stop = new AbortController()
  const { signal } = stop
  let letGo = (): void => {}
  const show = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        letGo = await db.holdLock(id, () => void show())
        if (signal.aborted) letGo()
        return
      } catch (error) {
        log.debug({ err: error }, 'the worker cannot show that it lives')
        await sleep(RETRY_MS, undefined, { signal, ref: false }).catch(() => {})
      }
    }
  }
  const look = (): void => {
    freeAbandonedJobs(db, SURELY_SHOWN_MS).catch((error: unknown) =>
      log.debug({ err: error }, 'no look at the other workers'),
    )
  }
  await show()
  look()
  const timer = setInterval(look, LOOK_MS).unref()
  return () => {
    stop.abort()
    clearInterval(timer)
    letGo()
  }
}

/** Jobs that a worker took longer ago than that and will not finish, because it is gone, may be taken by others. Answers whose. */
export async function freeAbandonedJobs(db: Database, takenBeforeMs: number): Promise<readonly string[]> {
  return db.transaction(async (tx) => {
    const gone = await tx.many<{ worker: string }>(sql`
      with holder as materialized (
        select distinct locked_by as worker
          from graphile_worker.jobs
         where locked_at <= now() - ${takenBeforeMs} * interval '1 millisecond'
      )
      select worker
        from holder
       where pg_try_advisory_xact_lock(hashtextextended(worker, 0))
       order by worker`)
    const workers = gone.map(({ worker }) => worker)
    if (workers.length > 0) await tx.run(sql`select graphile_worker.force_unlock_workers(${workers})`)
    return workers
  })
}
