import { raw } from 'sql-template-tag'
import { expect } from 'vitest'
import { dumpSchema } from '#platform/schema-dump'
import { emptyDatabase, test } from './support/world.ts'

test('the sum of all migrations is the committed schema', async ({ world }) => {
  await expect(await dumpSchema(world.db)).toMatchFileSnapshot('../db/schema.sql')
})

test('the dump makes the same structure again, down to the last comment', async ({ world }) => {
  const dump = await dumpSchema(world.db)
  const { db, drop } = await emptyDatabase()

  await db.run(raw(dump))

  expect(await dumpSchema(db)).toBe(dump)
  await drop()
})
