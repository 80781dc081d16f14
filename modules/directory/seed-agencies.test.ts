import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { readAgencyCode } from '#kernel/agency-code'
import { asCivilDate } from '#kernel/civil-date'
import { cell, readCsv } from '#kernel/csv'
import { sql } from '#platform/db'
import { wherePresent } from '../../test/support/where-present.ts'
import { NOW, test } from '../../test/support/world.ts'
import { findAgency } from './agencies.ts'
import { seedAgencies } from './seed-agencies.ts'

const TODAY = asCivilDate('2026-05-11')

/** Lists that were published by the state lie beside the project, not in it. */
const PUBLISHED = new URL('../../../shared/data/agencies/', import.meta.url)
const published = (name: string) => readCsv(readFileSync(new URL(name, PUBLISHED), 'utf8'))

test('every code of level 1, every province and every commune has its agency', async ({ world }) => {
  const kinds = await world.db.many(sql`
    select a.kind, count(*) as count
      from directory.agency a
     group by a.kind
     order by a.kind`)

  expect(kinds).toEqual([
    { kind: 'commune_committee', count: 3321 },
    { kind: 'department', count: 14 },
    { kind: 'government_body', count: 6 },
    { kind: 'joint_council', count: 3 },
    { kind: 'ministerial_body', count: 3 },
    { kind: 'ministry', count: 19 },
    { kind: 'provincial_committee', count: 63 },
    { kind: 'service_centre', count: 34 },
  ])
})

test('seeding again writes nothing, and leaves what people entered alone', async ({ world }) => {
  await world.db.run(sql`update directory.agency set phone = '024 3000 0000' where handle = 'G15'`)

  const report = await seedAgencies(world.db, NOW)

  expect(report).toEqual({ agencies: 3463, codes: 216, written: 0 })
  expect((await findAgency(world.db, 'G15', TODAY))?.contact.phone).toBe('024 3000 0000')
})

test('no code is made up: communes and service centres have none', async ({ world }) => {
  const { count } = await world.db.one<{ count: number }>(sql`
    select count(*) as count
      from directory.agency_code c
      join directory.agency a on a.id = c.agency_id
     where a.kind in ('commune_committee', 'service_centre')`)

  expect(count).toBe(0)
})

test('every dissolved agency leads to one that works, and every working one below level 1 has one above', async ({
  world,
}) => {
  const lost = await world.db.many(sql`
    select a.handle
      from directory.agency a
     where (a.valid_to is not null
            and not exists (select from directory.agency_successor s
                             where s.agency_id = a.id and s.scope is null))
        or (a.kind in ('department', 'service_centre', 'commune_committee') and a.parent_id is null)`)

  expect(lost).toEqual([])
})

describe('a province took the name of one and the unit code of another', () => {
  test.for([
    ['H38', '10', '15'],
    ['H05', '27', '24'],
    ['H50', '45', '44'],
    ['H21', '64', '52'],
    ['H53', '72', '80'],
    ['H20', '87', '82'],
    ['H01', '89', '91'],
  ])('%s served unit %s and serves unit %s', async ([code = '', before, now], { world }) => {
    const [then, today] = [
      await findAgency(world.db, code, asCivilDate('2025-06-30')),
      await findAgency(world.db, code, TODAY),
    ]

    expect(then?.unit?.code).toBe(before)
    expect(today?.unit?.code).toBe(now)
  })
})

test('a commune that became a ward keeps its people’s committee, with both names', async ({ world }) => {
  const { handle } = await world.db.one<{ handle: string }>(sql`
    select 'ubnd-' || u.code as handle
      from directory.unit u
     where u.level = 'commune' and u.valid_from = '2026-04-30'
     order by u.code
     limit 1`)
  const committee = await findAgency(world.db, handle, TODAY)

  expect(committee?.names.map(({ name }) => name.split(' ')[4])).toEqual(['xã', 'phường'])
  expect((await findAgency(world.db, handle, asCivilDate('2026-04-29')))?.name).toContain('xã')
})

wherePresent(PUBLISHED, 'against the lists that the state published', () => {
  test('all 94 codes of level 1 are there, with the same successor', async ({ world }) => {
    const rows = published('level1_codes.csv')
    const held = await world.db.many<{ code: string; successor: string | null }>(sql`
      select a.handle as code, s.handle as successor
        from directory.agency a
        left join directory.agency_successor x on x.agency_id = a.id and x.scope is null
        left join directory.agency s on s.id = x.successor_id
       where length(a.handle) = 3
       order by a.handle`)

    const expected = rows.map((row) => ({
      code: cell(row, 'code'),
      successor: cell(row, 'successor_code') || null,
    }))
    expect(held).toEqual(expected.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
  })

  test('of 455 real ids one is malformed; the others are read, and their level 1 is known', async ({
    world,
  }) => {
    const ids = published('organ_ids_tay_ninh_2020.csv').map((row) => cell(row, 'organ_id'))
    const unread = ids.filter((id) => readAgencyCode(id)?.format !== 'v1')
    const levels = new Set(ids.filter((id) => !unread.includes(id)).map((id) => id.slice(-3)))

    expect(ids).toHaveLength(455)
    expect(unread).toEqual(['000.1137.H53'])
    for (const level of levels) {
      // Party bodies reuse the number of the province under another letter; their list is not published.
      if (!level.startsWith('A')) expect(await findAgency(world.db, level, TODAY), level).toBeDefined()
    }
  })
})
