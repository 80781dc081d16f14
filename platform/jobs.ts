import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CronItem,
  parseCronItems,
  Logger as QueueLogger,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { isDatabaseAway } from './database-away.ts'
import { type Database, type Db, sql, type Tx } from './db.ts'
import type { Logger } from './log.ts'
import { DELIVERY, deliver, type Handler } from './outbox.ts'
import { keepWatch } from './worker-watch.ts'

/** Background work that is asked for by name. It may be called twice: it must be safe to. */
export type Task = {
  readonly name: string
  /** When to run by itself, in the notation of cron and in UTC; absent: only when asked for. */
  readonly cron?: string
  readonly run: (db: Database, payload: unknown, now: Date) => Promise<void>
}

export type JobCounts = {
  readonly waiting: number
  readonly running: number
  /** Failed at least once, will be tried again. */
  readonly retrying: number
  /** Failed too often: an operator has to look (`bin/jobs`). */
  readonly dead: number
}

export type TroubledJob = {
  readonly id: number
  readonly task: string
  readonly attempts: number
  readonly maxAttempts: number
  readonly nextAt: Date
  readonly lastError: string
}

/** The queue's own tables, in its own schema. */
export async function migrateJobs(db: Database): Promise<void> {
  await runMigrations({ pgPool: db.pool, logger: silent() })
}

export type WorkerParts = {
  readonly db: Database
  readonly log: Logger
  readonly handlers: readonly Handler[]
  readonly tasks: readonly Task[]
  readonly clock?: () => Date
  readonly concurrency?: number
}

const RESTART_MS = 2_000

/** Works on jobs until stopped. What the worker cannot mend by itself, such as a long absence of the database, starts it anew. */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const stop = new AbortController()
  const { signal } = stop
  let runner = await startRunner(parts)
  const stopListening = whenQueueGivesUp((error) => {
    parts.log.error(
      { err: error },
      'the worker could not say what became of its jobs and is being started again',
    )
    // Under another name, so that the jobs of the old one are given back.
    void runner.stop()
  })
  const watching = (async () => {
    while (!signal.aborted) {
      try {
        await runner.ended
      } catch (error) {
        parts.log.error({ err: error }, 'the worker stopped and is being started again')
      }
      await sleep(RESTART_MS, undefined, { signal, ref: false }).catch(() => {})
      if (!signal.aborted) runner = await startRunner(parts).catch(failed)
    }
  })()
  return async () => {
    stopListening()
    stop.abort()
    await runner.stop()
    await watching
    // One that was just being started when we were told to stop.
    await runner.stop()
  }
}

/**
 * When the database goes away just as jobs end, the queue throws where nobody can catch it. That must not take the portal along; any
 * other error that nobody catches still does.
 */
function whenQueueGivesUp(told: (error: Error) => void): () => void {
  const listener = (error: unknown): void => {
    if (error instanceof Error && isDatabaseAway(error)) told(error)
    else
      setImmediate(() => {
        throw error
      })
  }
  process.on('unhandledRejection', listener)
  return () => process.off('unhandledRejection', listener)
}

type Running = { readonly ended: Promise<void>; readonly stop: () => Promise<void> }

function failed(error: unknown): Running {
  return { ended: Promise.reject(error), stop: async () => {} }
}

async function startRunner(parts: WorkerParts): Promise<Running> {
  const { db, log, concurrency = 4 } = parts
  const { taskList, cron } = workOf(parts)
  const events: WorkerEvents = new EventEmitter()
  const id = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id))
  })
  const firstLook = new Promise<'fine' | 'failed'>((resolve) => {
    events.once('job:start', () => resolve('fine'))
    events.once('worker:getJob:empty', () => resolve('fine'))
    events.once('worker:getJob:error', () => resolve('failed'))
  })
  const runner = await run({
    pgPool: db.pool,
    taskList,
    parsedCronItems: parseCronItems(cron),
    concurrency,
    noHandleSignals: true,
    logger: toLog(log),
    events,
  })
  // The queue remembers the failure of its first look at the names of its tasks, and would never find a job: this one makes way.
  void firstLook.then((look) => {
    if (look === 'failed') void runner.stop().catch(() => {})
  })
  const stopWatching = await keepWatch(db, await id, log)
  return {
    ended: runner.promise.finally(stopWatching),
    stop: () => runner.stop().catch(() => {}),
  }
}

function workOf({ db, handlers, tasks, clock = () => new Date() }: WorkerParts): {
  taskList: TaskList
  cron: CronItem[]
} {
  const taskList: TaskList = {
    [DELIVERY]: (payload) => deliver(db, eventIdOf(payload), handlers),
  }
  const cron: CronItem[] = []
  for (const task of tasks) {
    taskList[task.name] = (payload) => task.run(db, payload, clock())
    if (task.cron) cron.push({ task: task.name, match: task.cron })
  }
  return { taskList, cron }
}

/** Asks for a task in the caller's transaction: it is done if and only if the change is saved. */
export async function askFor(
  tx: Tx,
  { task, payload, attempts }: { task: string; payload: object; attempts: number },
): Promise<void> {
  await tx.run(sql`
    select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, max_attempts := ${attempts}::int)`)
}

export async function countJobs(db: Db): Promise<JobCounts> {
  return db.one<JobCounts>(sql`
    select count(*) filter (where locked_at is null and attempts = 0) as waiting,
           count(*) filter (where locked_at is not null) as running,
           count(*) filter (where locked_at is null and attempts between 1 and max_attempts - 1) as retrying,
           count(*) filter (where locked_at is null and attempts >= max_attempts) as dead
      from graphile_worker.jobs`)
}

/** Jobs that failed, those that nobody will try again first. At most 100. */
export async function listTroubledJobs(db: Db): Promise<TroubledJob[]> {
  return db.many<TroubledJob>(sql`
    select id, task_identifier as task, attempts, max_attempts, run_at as next_at,
           coalesce(last_error, '') as last_error
      from graphile_worker.jobs
     where attempts > 0 and locked_at is null
     order by attempts >= max_attempts desc, run_at, id
     limit 100`)
}

/** Has a failed job tried again now, with a fresh count of attempts. Answers whether there was such a job. */
export async function retryJob(db: Db, id: number): Promise<boolean> {
  const jobs = await db.many(sql`
    select id
      from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now(), attempts := 0)`)
  return jobs.length === 1
}

function eventIdOf(payload: unknown): number {
  const id =
    typeof payload === 'object' && payload !== null && 'eventId' in payload ? payload.eventId : undefined
  if (typeof id !== 'number') throw new TypeError('A delivery without the id of an event')
  return id
}

function silent(): QueueLogger {
  return new QueueLogger(() => () => {})
}

/** The queue's own words: failures of jobs are warnings with their task, its small talk is for debugging. */
function toLog(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    const fields = { part: 'jobs', ...(meta?.['error'] instanceof Error ? { err: meta['error'] } : {}) }
    if (level === 'error') log.error(fields, message)
    else if (level === 'warning') log.warn(fields, message)
    else log.debug(fields, message)
  })
}
