import { expect } from 'vitest'
import { sql } from '#platform/db'
import { test } from '../../../test/support/world.ts'
import { readLines } from './procedures.ts'

const CODES = ['1.004222', '9.999999', '1.001193', '1.004222']

test('lines come in the order asked for, unknown codes left out, and are not sent a second time', async ({
  world,
}) => {
  const first = await readLines(world.db, CODES)
  const again = await readLines(world.db, CODES)

  expect(first.map(({ code }) => code)).toEqual(['1.004222', '1.001193', '1.004222'])
  expect(again).toEqual(first)
  expect(again[1]).toBe(first[1])
})

test('what the database has changed since is what is shown', async ({ world }) => {
  await readLines(world.db, CODES)
  await world.db.run(sql`
    update catalogue.procedure
       set status = 'abolished'
     where code = '1.001193'`)

  const lines = await readLines(world.db, CODES)

  expect(lines.map(({ status }) => status)).toEqual(['public', 'abolished', 'public'])
})

test('a row that is gone is gone', async ({ world }) => {
  await readLines(world.db, CODES)
  await world.db.transaction(async (tx) => {
    await tx.run(sql`delete from catalogue.revision where procedure_code = '1.001193'`)
    await tx.run(sql`delete from catalogue.procedure where code = '1.001193'`)
  })

  const lines = await readLines(world.db, CODES)

  expect(lines.map(({ code }) => code)).toEqual(['1.004222', '1.004222'])
})
