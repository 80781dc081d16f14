import { expect } from 'vitest'
import { sql } from '#platform/db'
import { NOW, test, type World } from '../../test/support/world.ts'

async function ask(world: World, query: string) {
  const response = await world.app.inject({ url: `/api/v1/working-time${query}` })
  return { status: response.statusCode, body: response.json() }
}

test('a limit over Tết is due after it, and the answer says which days were passed and why', async ({
  world,
}) => {
  const { status, body } = await ask(world, '?from=2026-02-12T15:30&limit=2&unit=working_day')

  expect(status).toBe(200)
  expect(body).toMatchObject({
    receivedAt: '2026-02-12T15:30:00+07:00',
    startsAt: '2026-02-12T15:30:00+07:00',
    dueAt: '2026-02-23T15:30:00+07:00',
    policy: { id: 'one_stop' },
    countedMinutes: 960,
    knownUntil: '2027-12-31',
    doubts: { vi: [], en: [] },
  })
  expect(body.days).toHaveLength(12)
  expect(body.days[4]).toMatchObject({
    day: '2026-02-16',
    weekday: 1,
    role: 'off',
    officeHours: '',
    counted: [],
    reason: { name: 'Tết Nguyên đán', confidence: 'sure' },
  })
  expect(body.days[11]).toMatchObject({ role: 'counted', isDue: true, ordinal: 2 })
  expect(body.explanation.vi).toEqual([
    'Nộp lúc 15:30 thứ Năm, 12/02/2026.',
    'Thứ Năm, 12/02/2026 là ngày bắt đầu nên không tính (Bộ luật Dân sự 2015, Điều 147).',
    'Không tính 4 ngày nghỉ hằng tuần.',
    'Không tính ngày nghỉ: Tết Nguyên đán (16/02/2026 đến 20/02/2026).',
    'Hẹn trả lúc 15:30 thứ Hai, 23/02/2026.',
  ])
  expect(body.explanation.en).toHaveLength(5)
})

test('pauses may be repeated, and an overlap counts once', async ({ world }) => {
  const pauses = '&pause=2026-03-04T10:00/2026-03-05T10:00&pause=2026-03-05T09:00/2026-03-06T10:00'

  const { body } = await ask(world, `?from=2026-03-03T09:30%2B07:00&limit=2${pauses}`)

  expect(body.dueAt).toBe('2026-03-09T09:30:00+07:00')
  expect(body.explanation.vi).toContain(
    'Tạm dừng từ 10:00 thứ Tư, 04/03/2026 đến 10:00 thứ Sáu, 06/03/2026: thời gian này không tính.',
  )
})

test('a calendar limit that ends on a holiday says where it moved', async ({ world }) => {
  const { body } = await ask(world, '?from=2026-04-20T09:00&limit=10&unit=day')

  expect(body.dueAt).toBe('2026-05-04T17:00:00+07:00')
  expect(body.explanation.vi.at(-2)).toBe(
    'Ngày cuối cùng là Thứ Năm, 30/04/2026, không làm việc, nên thời hạn kết thúc vào Thứ Hai, 04/05/2026 (Bộ luật Dân sự 2015, Điều 148).',
  )
})

test('days that nobody has announced are named as doubts', async ({ world }) => {
  const { body } = await ask(world, '?from=2027-02-04T09:00&limit=1')

  expect(body.dueAt).toBe('2027-02-12T09:00:00+07:00')
  expect(body.doubts.vi[0]).toMatch(
    /^Chưa có thông báo chính thức: Tết Nguyên đán \(05\/02\/2027 đến 09\/02\/2027\)/,
  )
})

test('beyond the recorded years the answer says so', async ({ world }) => {
  const { body } = await ask(world, '?from=2028-03-01T09:00&limit=1')

  expect(body.doubts.en).toEqual([
    'Days off are known until 31/12/2027. After that only weekly days off are left out, so the due time may change.',
  ])
})

test('an agency counts by its own office hours', async ({ world }) => {
  await world.db.run(sql`
    insert into directory.office_hours (agency_id, weekday, valid_from, recorded_at, spans, source, recorded_by)
    select a.id, 6, '2026-01-01', ${NOW}, '07:30-11:30', 'Thông báo của cơ quan', 'lan'
      from directory.agency a
     where a.handle = 'H29'`)

  const own = await ask(world, '?from=2026-03-06T15:00&limit=1&agency=000.00.00.H29')
  const national = await ask(world, '?from=2026-03-06T15:00&limit=1')

  expect(own.body).toMatchObject({ dueAt: '2026-03-09T09:30:00+07:00', agency: { code: 'H29' } })
  expect(own.body.days[1]).toMatchObject({ day: '2026-03-07', role: 'counted', officeHours: '07:30-11:30' })
  expect(national.body.dueAt).toBe('2026-03-09T15:00:00+07:00')
})

test('an agency that never opens is refused with a reason', async ({ world }) => {
  await world.db.run(sql`
    insert into directory.office_hours (agency_id, weekday, valid_from, recorded_at, spans, source, recorded_by)
    select a.id, w, '2026-01-01', ${NOW}, '', 'Thông báo của cơ quan', 'lan'
      from directory.agency a, generate_series(1, 7) w
     where a.handle = 'H26'`)

  const { status, body } = await ask(world, '?from=2026-03-06T15:00&limit=1&agency=H26')

  expect(status).toBe(409)
  expect(body.code).toBe('directory.no_office_hours')
})

test.for([
  ['?from=2026-02-30T09:00&limit=1', 400, 'directory.count_invalid', ['from']],
  ['?from=1945-09-02T09:00&limit=751&pause=x', 400, 'directory.count_invalid', ['from', 'limit', 'pause']],
  ['?from=2026-03-06T15:00&limit=751', 400, 'directory.count_invalid', ['limit']],
  [
    '?from=2026-03-06T15:00&limit=1&pause=2026-03-07T09:00/2026-03-06T09:00',
    400,
    'directory.count_invalid',
    ['pause'],
  ],
  ['?from=2026-03-06T15:00&limit=300&policy=eight_hour_days', 422, 'directory.limit_too_far', undefined],
  ['?from=2026-03-06T15:00&limit=1&agency=H99', 404, 'directory.agency_unknown', undefined],
  ['?limit=1', 400, 'request.invalid', undefined],
  ['?from=2026-03-06T15:00&limit=abc', 400, 'request.invalid', undefined],
  ['?from=2026-03-06T15:00&limit=1&unit=week', 400, 'request.invalid', undefined],
] as const)('%s is refused with %i %s', async ([query, status, code, fields], { world }) => {
  const answer = await ask(world, query)

  expect(answer.status).toBe(status)
  expect(answer.body.code).toBe(code)
  if (fields) expect(answer.body.details.fields).toEqual(fields)
})

test('the calendar of a year lists days off and make-up days with their source', async ({ world }) => {
  const { status, body } = await ask(world, '/calendar?year=2026')

  expect(status).toBe(200)
  expect(body.officeHours[0]).toEqual({ weekday: 1, hours: '07:30-11:30,13:00-17:00' })
  expect(body.days).toHaveLength(17)
  expect(body.days[2]).toEqual({
    day: '2026-01-10',
    weekday: 6,
    kind: 'makeup_work',
    name: 'Làm bù',
    nameEn: 'Make-up working day',
    confidence: 'sure',
    source: 'Công văn 12729/VPCP-KGVX ngày 25/12/2025; thay cho ngày 2/1/2026',
  })
})

test('without a year it is this one; a year without records says so', async ({ world }) => {
  const now = await ask(world, '/calendar')
  const far = await ask(world, '/calendar?year=2040')

  expect(now.body).toMatchObject({ year: 2026, isKnown: true })
  expect(far.body).toMatchObject({ year: 2040, isKnown: false, days: [] })
})
