import { expect } from 'vitest'
import { sql } from '#platform/db'
import { cloneDatabase, test } from '../../../test/support/world.ts'
import { readProcedure } from './procedures.ts'

const CODE = '1.001193'

test('a content that was read before is the same the second time, and is not sent again', async ({
  world,
}) => {
  const first = await readProcedure(world.db, CODE)
  const again = await readProcedure(world.db, CODE)

  expect(first?.content.name).toMatch(/khai sinh/)
  expect(again).toEqual(first)
  expect(again?.content).toBe(first?.content)
})

test('a database where the same number says something else is believed', async ({ world }) => {
  const here = await readProcedure(world.db, CODE)
  const other = await cloneDatabase()
  await other.db.run(sql`
    update catalogue.revision
       set content = jsonb_set(content, '{name}', '"Tên khác"'), digest = 'another'
     where procedure_code = ${CODE}`)

  const there = await readProcedure(other.db, CODE)
  const hereAgain = await readProcedure(world.db, CODE)

  expect(there?.content.name).toBe('Tên khác')
  expect(hereAgain).toEqual(here)
  await other.db.close()
  await other.drop()
})
