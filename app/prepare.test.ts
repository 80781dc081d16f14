import { expect } from 'vitest'
import { sql } from '#platform/db'
import { testOnEmpty as test } from '../test/support/world.ts'
import { prepareDatabase } from './prepare.ts'

test('two processes that meet an empty database prepare it together, once', async ({ db }) => {
  const said: string[] = []
  const prepare = () =>
    prepareDatabase(db, { seedsDemo: false }, (line) => said.push(line.replace(/ \(.*/, '')))

  await Promise.all([prepare(), prepare()])
  await prepare()

  expect(said.filter((line) => line.startsWith('Migrated'))).toHaveLength(1)
  expect(said.filter((line) => line.startsWith('Loaded'))).toHaveLength(new Set(said).size - 1)
  const { units } = await db.one<{ units: number }>(sql`select count(*) as units from directory.unit`)
  expect(units).toBeGreaterThan(10_000)
})
