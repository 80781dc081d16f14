import {
  type CronItem,
  parseCronItems,
  Logger as QueueLogger,
  run,
  runMigrations,
  type TaskList,
} from 'graphile-worker'
import { type Database, type Db, sql, type Tx } from './db.ts'
import type { Logger } from './log.ts'
import { DELIVERY, deliver, type Handler } from './outbox.ts'

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

/** Works on jobs until stopped. A job that was running when the process died is taken up again by the queue. */
export async function startWorker({
  db,
  log,
  handlers,
  tasks,
  clock = () => new Date(),
  concurrency = 4,
}: WorkerParts): Promise<() => Promise<void>> {
  const taskList: TaskList = {
    [DELIVERY]: (payload) => deliver(db, eventIdOf(payload), handlers),
  }
  const cron: CronItem[] = []
  for (const task of tasks) {
    taskList[task.name] = (payload) => task.run(db, payload, clock())
    if (task.cron) cron.push({ task: task.name, match: task.cron })
  }
  const runner = await run({
    pgPool: db.pool,
    taskList,
    parsedCronItems: parseCronItems(cron),
    concurrency,
    noHandleSignals: true,
    logger: toLog(log),
  })
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the worker stopped'))
  return () => runner.stop()
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
