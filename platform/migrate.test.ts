import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { testOnEmpty as test } from '../test/support/world.ts'
import { Database, sql } from './db.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const FIRST: Migration = { number: 1, name: 'first', text: 'create table platform.first (id int)' }
const SECOND: Migration = { number: 2, name: 'second', text: 'create table platform.second (id int)' }
const BROKEN: Migration = {
  number: 2,
  name: 'broken',
  text: 'create table platform.second (id int); insert into platform.second values (1); select 1 / 0',
}

async function tablesOf(db: Database): Promise<readonly string[]> {
  const tables = await db.many<{ name: string }>(sql`
    select tablename as name
      from pg_tables
     where schemaname = 'platform'
     order by tablename`)
  return tables.map(({ name }) => name)
}

test('migrations run in order, once', async ({ db }) => {
  const ran = await migrate(db, [FIRST])
  const ranThen = await migrate(db, [FIRST, SECOND])
  const ranAgain = await migrate(db, [FIRST, SECOND])

  expect([ran, ranThen, ranAgain]).toEqual([['first'], ['second'], []])
  expect(await tablesOf(db)).toEqual(['first', 'migration', 'second'])
})

test('a migration that fails leaves nothing of itself, and what ran before stays', async ({ db }) => {
  await expect(migrate(db, [FIRST, BROKEN])).rejects.toThrow('division by zero')
  expect(await tablesOf(db)).toEqual(['first', 'migration'])

  const ran = await migrate(db, [FIRST, SECOND])

  expect(ran).toEqual(['second'])
})

test('a migration that was changed after it ran stops the start', async ({ db }) => {
  await migrate(db, [FIRST])
  const changed = { ...FIRST, text: 'create table platform.first (id bigint)' }

  const migrated = migrate(db, [changed, SECOND])

  await expect(migrated).rejects.toThrow(
    'Migration 1-first was changed after it ran here: add a new one instead',
  )
  expect(await tablesOf(db)).toEqual(['first', 'migration'])
})

test('several processes that start at once run each migration once', async ({ db }) => {
  const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(db, [FIRST, SECOND])))

  expect(ran.flat().sort()).toEqual(['first', 'second'])
})

test('a migration may take longer than any other statement', async ({ database }) => {
  const hasty = new Database(database.urlOfDatabase, { statementTimeoutMs: 50 })

  const ran = await migrate(hasty, [{ ...FIRST, text: 'select pg_sleep(0.2)' }])

  expect(ran).toEqual(['first'])
  await hasty.close()
})

test('a database that is ahead of this version is left alone', async ({ db }) => {
  await migrate(db, [FIRST, SECOND])

  const migrated = migrate(db, [FIRST])

  await expect(migrated).rejects.toThrow('newer version')
})

test('our own migrations run on an empty database', async ({ db }) => {
  const ran = await migrate(db)

  expect(ran).toEqual(readMigrations().map(({ name }) => name))
})

test('a gap or a double number in the folder is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of ['0001-one.sql', '0003-three.sql', 'README.md']) writeFileSync(join(folder, file), '')

  expect(() => readMigrations(folder)).toThrow('Migration 3-three stands at place 2')
  writeFileSync(join(folder, '0002-two.sql'), '')
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(['one', 'two', 'three'])
  writeFileSync(join(folder, '0003-another.sql'), '')
  expect(() => readMigrations(folder)).toThrow('stands at place')
})
