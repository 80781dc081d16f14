import { expect, vi } from 'vitest'
import { cloneDatabase, test } from '../test/support/world.ts'
import { Database, sql } from './db.ts'

const SOON = { timeout: 10_000, interval: 20 }

test('a row comes in camel case, days as text and whole numbers as numbers', async ({ world }) => {
  const row = await world.db.one(sql`
    select bigint '1250000' as fee_dong,
           date '2026-04-29' as due_on,
           timestamptz '2026-04-29 08:00+07' as received_at,
           array[date '2026-04-30', null] as days_off,
           array[bigint '1', null] as numbers,
           array['ministry', 'commune'] as levels,
           array['a, b', '{"c"}', '', null, 'NULL', 'd\\e'] as odd_texts,
           array[array['a', 'b'], array['c', 'd']] as rows_of_texts,
           array[]::text[] as nothing,
           null::date as returned_on`)

  expect(row).toEqual({
    feeDong: 1_250_000,
    dueOn: '2026-04-29',
    receivedAt: new Date('2026-04-29T01:00:00Z'),
    daysOff: ['2026-04-30', null],
    numbers: [1, null],
    levels: ['ministry', 'commune'],
    oddTexts: ['a, b', '{"c"}', '', null, 'NULL', 'd\\e'],
    rowsOfTexts: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    nothing: [],
    returnedOn: null,
  })
})

test('a number that would lose a digit is a fault', async ({ world }) => {
  const row = world.db.one(sql`select bigint '9007199254740993' as fee_dong`)

  await expect(row).rejects.toThrow('outside the safe range')
})

test('what people type stays a value, whatever it looks like', async ({ world }) => {
  const typed = `'; drop table platform.event; --`

  const row = await world.db.one(sql`select ${typed} as typed`)

  expect(row).toEqual({ typed })
})

test('one row means one row', async ({ world }) => {
  const none = world.db.one(sql`select 1 as one where false`)
  const two = world.db.maybeOne(sql`select generate_series(1, 2) as number`)

  await Promise.all([
    expect(none).rejects.toThrow('select 1 as one where false'),
    expect(two).rejects.toThrow('generate_series'),
  ])
  expect(await world.db.maybeOne(sql`select 1 as one where false`)).toBeUndefined()
})

test('a failure that is passed over inside a transaction does not count as success', async ({ world }) => {
  const saved = world.db.transaction(async (tx) => {
    await tx.run(sql`insert into platform.event (name, payload) values ('paper.lost', '{}')`)
    await tx.run(sql`select 1 / 0`).catch(() => 'never mind')
  })

  await expect(saved).rejects.toThrow('nothing was saved')
  expect(await world.db.many(sql`select id from platform.event where name = 'paper.lost'`)).toEqual([])
})

test('a connection lost in a transaction fails that transaction, and nothing else', async ({ world }) => {
  const lost = world.db.transaction((tx) => tx.run(sql`select pg_terminate_backend(pg_backend_pid())`))

  await expect(lost).rejects.toThrow('terminating connection')
  expect(await world.db.one(sql`select 1 as alive`)).toEqual({ alive: 1 })
})

test('a statement that takes too long is cancelled by the server', async ({ world }) => {
  const db = new Database(world.urlOfDatabase, { size: 1, statementTimeoutMs: 100 })

  const slow = db.many(sql`select pg_sleep(5)`)

  await expect(slow).rejects.toThrow('statement timeout')
  await db.close()
})

test('a notice reaches who listens, until they stop', async ({ world }) => {
  const heard = vi.fn()
  const stop = await world.db.listen('news of the day', heard, () => {})

  await world.db.run(sql`select pg_notify('news of the day', 'one')`)
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['one']]), SOON)
  stop()
  stop()
  await world.db.run(sql`select pg_notify('news of the day', 'two')`)

  expect(heard).toHaveBeenCalledOnce()
})

test('who listens is told of a lost connection, and its place in the pool is free again', async ({
  world,
}) => {
  const db = new Database(world.urlOfDatabase, { size: 2 })
  const lost = vi.fn()
  for (let times = 1; times <= 5; times += 1) {
    const stop = await db.listen('news', () => {}, lost)
    await endOthers(db)
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(times), SOON)
    stop()
  }

  const both = await Promise.all([
    db.one(sql`select 1 as one`),
    db.one(sql`select pg_sleep(0.05)::text, 2 as two`),
  ])

  expect(both).toMatchObject([{ one: 1 }, { two: 2 }])
  await db.close()
})

test('a lock is held until it is let go of, or its holder is gone', async ({ world }) => {
  const holder = new Database(world.urlOfDatabase, { size: 2 })
  const isFree = async () => {
    const { free } = await world.db.one<{ free: boolean }>(sql`
      select pg_try_advisory_xact_lock(hashtextextended('reading room', 0)) as free`)
    return free
  }

  const letGo = await holder.holdLock('reading room', () => {})
  expect(await isFree()).toBe(false)
  letGo()
  await vi.waitFor(async () => expect(await isFree()).toBe(true), SOON)
  const lost = vi.fn()
  await holder.holdLock('reading room', lost)
  await endOthers(holder)

  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce(), SOON)
  expect(await isFree()).toBe(true)
  await holder.close()
})

test('a database that is not there fails the query, not the process', async () => {
  const { urlOfDatabase, db, drop } = await cloneDatabase()
  const gone = new Database(urlOfDatabase)
  await gone.one(sql`select 1 as one`)
  await db.close()
  await drop()

  await expect(gone.one(sql`select 1 as one`)).rejects.toThrow()

  await gone.close()
})

/** Ends every other connection that this pool has open. */
async function endOthers(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.run(sql`
      select pg_terminate_backend(pid)
        from pg_stat_activity
       where datname = current_database()
         and pid <> pg_backend_pid()
         and query ~ '^(listen|select pg_advisory_lock)'`)
  })
}
