import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import { isoMoment } from '#kernel/civil-date-text'
import { readCsv } from '#kernel/csv'
import { dueTime } from '#kernel/working-time'
import { sql } from '#platform/db'
import { moment } from '../../test/support/calendars.ts'
import { wherePresent } from '../../test/support/where-present.ts'
import { NOW, test } from '../../test/support/world.ts'
import { loadWorkCalendar } from './calendar.ts'
import { calendarDays } from './queries/calendar.ts'
import { seedCalendar } from './seed-calendar.ts'

/** The list lies beside the project, not in it. */
const CHECKED = new URL('../../../shared/data/calendar/vn_public_holidays_2019_2027.csv', import.meta.url)
const LATER = new Date(NOW.getTime() + 60_000)
const YEAR_2026 = [asCivilDate('2026-01-01'), asCivilDate('2026-12-31')] as const

test('the days off of 2018 to 2027 come with the product, and a second run changes nothing', async ({
  world,
}) => {
  await seedCalendar(world.db, NOW)

  const again = await seedCalendar(world.db, LATER)

  expect(again).toEqual({ days: 133, weekdays: 7, written: 0 })
})

wherePresent(CHECKED, 'against the list from which they were checked', () => {
  test('every day has the same kind and confidence', async ({ world }) => {
    const checked = readCsv(readFileSync(CHECKED, 'utf8'))

    const days = await calendarDays(world.db, asCivilDate('2018-01-01'), asCivilDate('2028-01-01'))

    expect(days.map(({ day, kind, confidence }) => [day, kind, confidence])).toEqual(
      checked.map(({ date, kind, confidence }) => [
        date,
        kind?.toLowerCase(),
        { A: 'sure', B: 'recalled', C: 'assumed' }[confidence ?? ''],
      ]),
    )
  })
})

test('a decision of the operator counts at once and outlives the next seed', async ({ world }) => {
  const { db } = world
  const start = moment('2026-11-23 09:00')
  const due = async () => {
    const calendar = await loadWorkCalendar(db, { on: asCivilDate('2026-11-23') })
    return isoMoment(dueTime({ start, limit: { value: 1, unit: 'working_day' }, calendar }))
  }
  expect(await due()).toBe('2026-11-25T09:00:00+07:00')

  await db.run(sql`
    insert into directory.calendar_day (day, recorded_at, kind, name, name_en, confidence, source, recorded_by)
    values ('2026-11-24', ${LATER}, 'ordinary', 'Ngày làm việc', 'Working day', 'sure', 'Thông báo số 1', 'lan')`)
  const report = await seedCalendar(db, new Date(LATER.getTime() + 60_000))

  expect(report.written).toBe(0)
  expect(await due()).toBe('2026-11-24T09:00:00+07:00')
  expect((await calendarDays(db, ...YEAR_2026)).map(({ day }) => day)).not.toContain('2026-11-24')
})

test('a seeded day that the product no longer lists is taken back', async ({ world }) => {
  const { db } = world
  await db.run(sql`
    insert into directory.calendar_day (day, recorded_at, kind, name, name_en, confidence, source, recorded_by)
    values ('2026-06-01', ${NOW}, 'holiday', 'Ngày cũ', 'Old day', 'assumed', 'Bản trước', 'seed')`)

  const report = await seedCalendar(db, LATER)

  expect(report.written).toBe(1)
  expect((await calendarDays(db, ...YEAR_2026)).map(({ day }) => day)).not.toContain('2026-06-01')
})

test('an agency counts by its own hours where it has some, by the national ones elsewhere', async ({
  world,
}) => {
  const { db } = world
  await db.run(sql`
    insert into directory.office_hours (agency_id, weekday, valid_from, recorded_at, spans, source, recorded_by)
    select a.id, 6, '2026-03-01', ${NOW}, '07:30-11:30', 'Thông báo của cơ quan', 'lan'
      from directory.agency a
     where a.handle = 'H29'`)
  const hoursOn = async (handle: string, on: string, day: string) =>
    (await loadWorkCalendar(db, { handle, on: asCivilDate(on) })).hoursOf(asCivilDate(day))

  expect(await hoursOn('H29', '2026-03-02', '2026-03-07')).toEqual([{ fromMinute: 450, toMinute: 690 }])
  expect(await hoursOn('H29', '2026-02-02', '2026-02-07')).toEqual([])
  expect(await hoursOn('H26', '2026-03-02', '2026-03-07')).toEqual([])
  expect(await hoursOn('H29', '2026-03-02', '2026-03-06')).toHaveLength(2)
})

test('the same facts give the same ready calendar', async ({ world }) => {
  const on = asCivilDate('2026-05-11')

  expect(await loadWorkCalendar(world.db, { on })).toBe(
    await loadWorkCalendar(world.db, { handle: 'H26', on }),
  )
})
