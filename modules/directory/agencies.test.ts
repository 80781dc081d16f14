import { describe, expect } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import { sql } from '#platform/db'
import { test } from '../../test/support/world.ts'
import { agencyForUnit, findAgency } from './agencies.ts'

const TODAY = asCivilDate('2026-05-11')

describe('who handles a procedure for somebody’s place', () => {
  test('the commune’s own committee for its level, handed in at a centre of its province', async ({
    world,
  }) => {
    const unit = { level: 'commune', code: '00004' } as const

    const handling = await agencyForUnit(world.db, { level: 'commune', unit }, TODAY)

    expect(handling?.agency.name).toBe('Ủy ban nhân dân phường Ba Đình')
    expect(handling?.serviceCentre?.name).toBe('Trung tâm Phục vụ hành chính công thành phố Hà Nội')
  })

  test('the provincial committee for the provincial level, asked for a commune or for the province', async ({
    world,
  }) => {
    for (const unit of [
      { level: 'commune', code: '23938' },
      { level: 'province', code: '52' },
    ] as const) {
      const handling = await agencyForUnit(world.db, { level: 'province', unit }, TODAY)
      expect(handling).toMatchObject({ agency: { code: 'H21' }, serviceCentre: { handle: 'trung-tam-52' } })
    }
  })

  test('the unit code 52 meant Bình Định before 1/7/2025', async ({ world }) => {
    const question = { level: 'province', unit: { level: 'province', code: '52' } } as const

    const before = await agencyForUnit(world.db, question, asCivilDate('2025-06-30'))

    expect(before?.agency.code).toBe('H08')
  })

  test('the ministry for the central level, or what it has become', async ({ world }) => {
    expect((await agencyForUnit(world.db, { level: 'ministry', ownerCode: 'G15' }, TODAY))?.agency.code).toBe(
      'G15',
    )
    expect((await agencyForUnit(world.db, { level: 'ministry', ownerCode: 'G05' }, TODAY))?.agency.code).toBe(
      'G12',
    )
    expect(await agencyForUnit(world.db, { level: 'ministry', ownerCode: 'G99' }, TODAY)).toBeUndefined()
  })

  test('nobody in particular for a commune’s procedure in a whole province, or in a unit that is gone', async ({
    world,
  }) => {
    const province = { level: 'province', code: '52' } as const
    const gone = { level: 'commune', code: '00001' } as const

    expect(await agencyForUnit(world.db, { level: 'commune', unit: province }, TODAY)).toBeUndefined()
    expect(await agencyForUnit(world.db, { level: 'commune', unit: gone }, TODAY)).toBeUndefined()
  })

  test('every commune of today has its agency for both levels', async ({ world }) => {
    const { without } = await world.db.one<{ without: number }>(sql`
      select count(*) as without
        from directory.unit u
       where u.level = 'commune' and u.valid_to is null
         and not exists (select from directory.agency_unit l
                          where (l.level, l.code, l.unit_valid_from) = (u.level, u.code, u.valid_from))`)

    expect(without).toBe(0)
  })
})

test('what an agency is now is found over several steps, and a circle in the data ends', async ({
  world,
}) => {
  await world.db.run(sql`
    insert into directory.agency_successor (agency_id, successor_id, on_day, legal_source, confidence)
    select a.id, s.id, date '2026-01-01', 'thử', 'assumed'
      from directory.agency a
      join directory.agency s on (a.handle, s.handle) in (('G17', 'G04'), ('G12', 'G22'))`)
  await world.db.run(sql`update directory.agency set valid_to = '2026-01-01' where handle in ('G17', 'G12')`)

  const planning = await findAgency(world.db, 'G05', TODAY)
  const transport = await findAgency(world.db, 'G04', TODAY)

  expect(planning?.presentSuccessors).toMatchObject([{ agency: { code: 'G22' }, takesAll: true }])
  expect(transport?.presentSuccessors).toMatchObject([{ agency: { code: 'G01' }, takesAll: false }])
})
