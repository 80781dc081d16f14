import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, vi } from 'vitest'
import { runProgram, startProgram } from '../test/support/programs.ts'
import { NOW, test, type World } from '../test/support/world.ts'
import { sql } from './db.ts'
import { countJobs, listTroubledJobs, retryJob, startWorker, type Task } from './jobs.ts'
import { announce, type Handler } from './outbox.ts'
import { freeAbandonedJobs } from './worker-watch.ts'

const NONE = { waiting: 0, running: 0, retrying: 0, dead: 0 }
const SOON = { timeout: 10_000, interval: 20 }

async function work({ db }: World, { tasks = [], handlers = [] }: { tasks?: Task[]; handlers?: Handler[] }) {
  const log = pino({ level: 'silent' })
  const stop = await startWorker({ db, log, handlers, tasks, clock: () => NOW })
  onTestFinished(stop)
}

async function addJob({ db }: World, task: string, payload: object = {}, maxAttempts = 25): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    select id
      from graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts})`)
  return id
}

test('a task gets what was asked for, and the time of the clock', async ({ world }) => {
  const seen = vi.fn()
  await work(world, { tasks: [{ name: 'test.see', run: async (_db, payload, now) => seen(payload, now) }] })

  await addJob(world, 'test.see', { code: 'H01' })

  await vi.waitFor(() => expect(seen).toHaveBeenCalledWith({ code: 'H01' }, NOW), SOON)
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})

test('a job that failed too often is seen with its error, and done when it is tried again', async ({
  world,
}) => {
  let isLineDead = true
  const run = async () => {
    if (isLineDead) throw new Error('the line is dead')
  }
  await work(world, { tasks: [{ name: 'test.call', run }] })
  const id = await addJob(world, 'test.call', {}, 1)
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual({ ...NONE, dead: 1 }), SOON)
  const [troubled] = await listTroubledJobs(world.db)

  isLineDead = false
  const isRetried = await retryJob(world.db, id)

  expect(troubled).toMatchObject({ id, task: 'test.call', attempts: 1, maxAttempts: 1 })
  expect(troubled?.lastError).toContain('the line is dead')
  expect(isRetried).toBe(true)
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})

test('a job that failed once waits for its next attempt, and is seen with it', async ({ world }) => {
  await work(world, { tasks: [{ name: 'test.fail', run: () => Promise.reject(new Error('not now')) }] })

  const id = await addJob(world, 'test.fail')

  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual({ ...NONE, retrying: 1 }), SOON)
  const [troubled] = await listTroubledJobs(world.db)
  expect(troubled).toMatchObject({
    id,
    attempts: 1,
    maxAttempts: 25,
    lastError: expect.stringContaining('not now'),
  })
  expect(troubled?.nextAt.getTime()).toBeGreaterThan(Date.now() - 1_000)
  await world.db.run(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`)
})

test('an operator lists failed jobs at the terminal, and has one tried again', async ({ world }) => {
  const id = await addJob(world, 'test.print', {}, 1)
  await world.db.run(
    sql`select graphile_worker.permanently_fail_jobs(array[${id}::bigint], ${'no paper\nat line 3'})`,
  )
  const bin = (...args: string[]) =>
    runProgram('app/commands/jobs.ts', args, { DATABASE_URL: world.urlOfDatabase })

  const listed = await bin()
  const retried = await bin('retry', String(id))
  const unknown = await bin('retry', '999999999')
  const nameless = await bin('retry', 'all')

  expect(listed.stdout).toContain('0 waiting, 0 running, 0 to be tried again, 1 given up')
  expect(listed.stdout).toMatch(new RegExp(`job ${id} test.print: attempt 1 of 1, next .*\n +no paper\n$`))
  expect(retried).toMatchObject({ code: 0, stdout: `  Job ${id} will be tried again now\n` })
  expect(await countJobs(world.db)).toEqual({ ...NONE, waiting: 1 })
  expect(unknown.stdout).toContain('There is no job 999999999')
  expect(nameless).toMatchObject({ code: 1, stderr: 'Which job? bin/jobs retry NUMBER\n' })
  await world.db.run(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`)
})

test('a job whose worker was killed is taken up by another, and never from one that lives', async ({
  world,
}) => {
  const url = `${world.urlOfDatabase}${world.urlOfDatabase.includes('?') ? '&' : '?'}application_name=doomed`
  const doomed = startProgram('test/support/hanging-worker.ts', [url])
  await addJob(world, 'test.slow')
  await doomed.says(/the job is running/)
  const freedAlive = await freeAbandonedJobs(world.db, 0)

  doomed.child.kill('SIGKILL')
  await doomed.ended
  // What the killed worker still asked for is answered by the server, and could take the job once more.
  await vi.waitFor(async () => {
    const left = await world.db.many(sql`select pid from pg_stat_activity where application_name = 'doomed'`)
    expect(left).toEqual([])
  }, SOON)
  const freedDead = await vi.waitFor(async () => {
    const workers = await freeAbandonedJobs(world.db, 0)
    expect(workers).toHaveLength(1)
    return workers
  }, SOON)

  expect(freedAlive).toEqual([])
  expect(freedDead[0]).toMatch(/^pool-/)
  const done = vi.fn(async () => {})
  await work(world, { tasks: [{ name: 'test.slow', run: done }] })
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), SOON)
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})

test('a worker that lost every connection works on, and still shows that it lives', async ({ world }) => {
  let finish = (): void => {}
  const run = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  await work(world, { tasks: [{ name: 'test.hold', run }] })

  await world.db.run(sql`
    select pg_terminate_backend(pid)
      from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`)
  // Every connection of the pool is asked once: a dead one is noticed here, and not by the job at its end.
  await Promise.allSettled(
    Array.from({ length: world.db.pool.options.max }, () => world.db.one(sql`select 1`)),
  )
  await addJob(world, 'test.hold')

  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce(), SOON)
  await vi.waitFor(async () => {
    const { locks } = await world.db.one<{ locks: number }>(sql`
      select count(*) as locks from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`)
    expect(locks).toBe(1)
  }, SOON)
  expect(await freeAbandonedJobs(world.db, 0)).toEqual([])
  finish()
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})

test('a worker whose first look for jobs failed looks again', async ({ world }) => {
  const done = vi.fn(async () => {})
  await world.db.run(sql`alter table graphile_worker._private_tasks rename to tasks_away`)
  await work(world, { tasks: [{ name: 'test.late', run: done }] })
  await sleep(100)
  await world.db.run(sql`alter table graphile_worker.tasks_away rename to _private_tasks`)

  await addJob(world, 'test.late')

  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), SOON)
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})

test('a task with a timetable is in the book of the queue', async ({ world }) => {
  await work(world, { tasks: [{ name: 'test.nightly', cron: '5 17 * * *', run: async () => {} }] })

  await vi.waitFor(async () => {
    const book = await world.db.many(sql`select identifier from graphile_worker._private_known_crontabs`)
    expect(book).toEqual([{ identifier: 'test.nightly' }])
  }, SOON)
})

test('an event reaches its handlers through the queue, and only if the change was saved', async ({
  world,
}) => {
  const heard = vi.fn()
  const handler: Handler = {
    name: 'notify.tell',
    event: 'dossier.submitted',
    act: async (_tx, { payload }) => heard(payload),
  }
  await work(world, { handlers: [handler] })

  await world.db.transaction((tx) => announce(tx, 'dossier.submitted', { code: 'H01.1' }))
  await world.db
    .transaction(async (tx) => {
      await announce(tx, 'dossier.submitted', { code: 'H01.2' })
      throw new Error('the paper jammed')
    })
    .catch(() => {})
  await world.db.transaction((tx) => announce(tx, 'dossier.submitted', { code: 'H01.3' }))

  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), SOON)
  expect(heard.mock.calls.flat()).toEqual([{ code: 'H01.1' }, { code: 'H01.3' }])
  await vi.waitFor(async () => expect(await countJobs(world.db)).toEqual(NONE), SOON)
})
