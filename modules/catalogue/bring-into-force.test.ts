import { expect } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import { sql } from '#platform/db'
import { test, type World } from '../../test/support/world.ts'
import { bringDueIntoForce } from './bring-into-force.ts'
import { importProcedures } from './import/import-procedures.ts'
import { findProcedure, findRevision } from './read-procedure.ts'
import type { ProcedureRecord } from './revision.ts'

const NOW = new Date('2026-05-11T09:30:00+07:00')
const IN_JULY = new Date('2026-07-01T00:05:00+07:00')

async function take(world: World, record: ProcedureRecord): Promise<void> {
  const lines = async function* () {
    yield { number: 1, text: JSON.stringify(record) }
  }
  const { rejected } = await importProcedures(world.db, lines(), { source: 'test', now: NOW })
  expect(rejected).toEqual([])
}

async function birthRegistration(world: World): Promise<ProcedureRecord> {
  const procedure = await findProcedure(world.db, '1.001193')
  if (!procedure) throw new Error('The seed has no birth registration')
  return { code: '1.001193', decision: {}, content: procedure.content }
}

test('a revision that takes effect later is not in force before its day, and is after', async ({ world }) => {
  const record = await birthRegistration(world)
  const before = await findProcedure(world.db, record.code)
  await take(world, {
    ...record,
    decision: { number: '500/QĐ-BTP', effectiveOn: asCivilDate('2026-07-01') },
    content: { ...record.content, requirements: 'Điều kiện mới' },
  })

  const today = await findProcedure(world.db, record.code)
  const moved = await bringDueIntoForce(world.db, IN_JULY)
  const movedAgain = await bringDueIntoForce(world.db, IN_JULY)
  const inJuly = await findProcedure(world.db, record.code)

  expect(today?.number).toBe(before?.number)
  expect(moved).toEqual(['1.001193'])
  expect(movedAgain).toEqual([])
  expect(inJuly?.content.requirements).toBe('Điều kiện mới')
})

test('what was filed under an old revision can still read it', async ({ world }) => {
  const old = await findRevision(world.db, '1.001193', 1)

  expect(old?.number).toBe(1)
  expect(old?.content.name).toContain('khai sinh')
})

test('an abolished procedure is kept, says what takes its place, and is no longer found by searching', async ({
  world,
}) => {
  const record = { ...(await birthRegistration(world)), code: '9.800001' }
  await take(world, { ...record, content: { ...record.content, name: 'Đăng ký bướm đêm' } })
  await take(world, {
    ...record,
    kind: 'abolished',
    replacedBy: ['1.001193'],
    content: { ...record.content, name: 'Đăng ký bướm đêm' },
  })

  const page = await world.app.inject('/thu-tuc/9.800001')

  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Thủ tục này đã bãi bỏ')
  expect(page.body).toContain('href="/thu-tuc/1.001193"')
  const row = await world.db.one(sql`select status from catalogue.procedure where code = '9.800001'`)
  expect(row).toEqual({ status: 'abolished' })
})

test('a change of the catalogue reaches the search of a running portal', async ({ world }) => {
  const record = { ...(await birthRegistration(world)), code: '9.800002' }
  await take(world, { ...record, content: { ...record.content, name: 'Cấp phép nuôi đà điểu sa mạc' } })

  const found = () => world.services.search.search('nuoi da dieu', {}).hits[0]?.code
  await expect.poll(found, { timeout: 10_000 }).toBe('9.800002')
})
