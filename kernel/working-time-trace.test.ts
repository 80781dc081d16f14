import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moment, OFFICE, SATURDAY_MORNINGS, UNEVEN } from '../test/support/calendars.ts'
import { formatTime } from './civil-date-text.ts'
import { dueTime, workingTimeBetween } from './working-time.ts'
import type { Count } from './working-time-course.ts'
import { CIVIL_CODE, COUNTING_POLICIES, type Limit, ONE_STOP } from './working-time-policy.ts'
import { traceDueTime } from './working-time-trace.ts'

function trace(start: string, limit: Limit, rest: Partial<Count> = {}) {
  return traceDueTime({ start: moment(start), limit, calendar: OFFICE, ...rest })
}

/** One line a day: `12/2 start 0.75`, the due day marked. */
function lines({ days }: ReturnType<typeof trace>): string[] {
  return days.map(({ date, role, ordinal, isDue }) =>
    [date.slice(5), role, ordinal, isDue ? 'due' : undefined].filter((word) => word !== undefined).join(' '),
  )
}

test('working days over Tết are numbered, days off are passed over', () => {
  const traced = trace('2026-02-12 15:30', { value: 2, unit: 'working_day' })

  expect(lines(traced)).toEqual([
    '02-12 start',
    '02-13 counted 1',
    ...['02-14', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22'].map(
      (day) => `${day} off`,
    ),
    '02-23 counted 2 due',
  ])
  expect(traced.delay).toBeUndefined()
})

test('a paused day is shown as one and takes no number', () => {
  const pauses = [{ from: moment('2026-03-04 07:30'), until: moment('2026-03-05 07:30') }]

  expect(lines(trace('2026-03-03 09:30', { value: 2, unit: 'working_day' }, { pauses }))).toEqual([
    '03-03 start',
    '03-04 paused',
    '03-05 counted 1',
    '03-06 counted 2 due',
  ])
})

test('a limit of one and a half days says so on the due day', () => {
  expect(lines(trace('2026-03-06 09:30', { value: 1.5, unit: 'working_day' }))).toEqual([
    '03-06 start',
    '03-07 off',
    '03-08 off',
    '03-09 counted 1.5 due',
  ])
})

test('hours are shown as the spans that were worked', () => {
  const { days } = trace('2026-03-03 10:30', { value: 6, unit: 'hour' })

  expect(
    days.map(({ spans }) => spans.map(({ from, to }) => `${formatTime(from)}-${formatTime(to)}`)),
  ).toEqual([['10:30-11:30', '13:00-17:00'], ['07:30-08:30']])
})

test('a last day that is a holiday is counted, and what follows is moved over', () => {
  expect(lines(trace('2026-04-27 09:00', { value: 2, unit: 'day' }))).toEqual([
    '04-27 before',
    '04-28 start',
    '04-29 counted 1',
    '04-30 counted 2',
    '05-01 moved',
    '05-02 moved',
    '05-03 moved',
    '05-04 moved due',
  ])
})

test('by the Civil Code no time of the starting day is counted', () => {
  const { days } = trace('2026-03-03 09:30', { value: 1, unit: 'working_day' }, { policy: CIVIL_CODE })

  expect(days.map(({ role, spans }) => [role, spans.length])).toEqual([
    ['start', 0],
    ['counted', 2],
  ])
})

test.each([
  ['2026-03-03 18:00', 1, 'closed'],
  ['2026-03-03 12:00', 1, 'closed'],
  ['2026-03-08 09:00', 1, 'day_off'],
  ['2026-03-03 15:30', 0, 'cut_off'],
  ['2026-03-03 15:00', 0, undefined],
] as const)('received %s with a limit of %i days, the clock waits because of: %s', (start, value, delay) => {
  expect(trace(start, { value, unit: 'working_day' }).delay).toBe(delay)
})

test('received while the ball is with the citizen, the clock waits for the pause', () => {
  const pauses = [{ from: moment('2026-03-03 08:00'), until: moment('2026-03-04 08:00') }]

  expect(trace('2026-03-03 09:00', { value: 1, unit: 'working_day' }, { pauses })).toMatchObject({
    delay: 'pause',
    startsAt: moment('2026-03-04 08:00'),
  })
})

test('the explanation adds up to the due time in every case', () => {
  const minutes = (moment('2027-12-31 00:00').getTime() - moment('2019-01-01 00:00').getTime()) / 60_000
  const cases = fc.record({
    after: fc.integer({ min: 0, max: minutes }),
    limit: fc.record({
      value: fc.integer({ min: 0, max: 60 }).map((value) => value / 2),
      unit: fc.constantFrom('working_day', 'hour', 'day', 'month'),
    }),
    calendar: fc.constantFrom(OFFICE, SATURDAY_MORNINGS, UNEVEN),
    policy: fc.constantFrom(...COUNTING_POLICIES),
    gap: fc.option(
      fc.record({
        after: fc.integer({ min: -5_000, max: 20_000 }),
        lasts: fc.integer({ min: 0, max: 9_000 }),
      }),
    ),
  })
  fc.assert(
    fc.property(cases, ({ after, limit, calendar, policy, gap }) => {
      fc.pre(policy.mostDays === undefined || limit.value < 10 || limit.unit === 'hour')
      const start = new Date(moment('2019-01-01 00:00').getTime() + after * 60_000)
      const from = start.getTime() + (gap?.after ?? 0) * 60_000
      const pauses = gap ? [{ from: new Date(from), until: new Date(from + gap.lasts * 60_000) }] : []
      const count = { start, limit, calendar, policy, pauses }

      const traced = traceDueTime(count)

      expect(traced.dueAt).toEqual(dueTime(count))
      expect(traced.days.at(-1)?.isDue).toBe(true)
      expect(traced.days.filter((day) => day.isDue)).toHaveLength(1)
      if (limit.unit === 'hour' || (policy === ONE_STOP && limit.unit === 'working_day')) {
        const counted = traced.days
          .flatMap((day) => day.spans)
          .reduce((sum, { from: a, to: b }) => sum + b.getTime() - a.getTime(), 0)
        expect(counted).toBe(
          workingTimeBetween({ from: traced.startsAt, to: traced.dueAt, pauses }, calendar),
        )
      }
      if (policy !== COUNTING_POLICIES[2] && limit.unit === 'working_day' && limit.value >= 1) {
        const numbers = traced.days.flatMap((day) => day.ordinal ?? [])
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        expect(numbers.at(-1)).toBe(policy === CIVIL_CODE ? Math.ceil(limit.value) : limit.value)
      }
    }),
    { numRuns: 3_000 },
  )
})
