import { expect, test } from 'vitest'
import { moment, OFFICE, OFFICE_WEEK, SATURDAY_MORNINGS, SEEDED_DAYS } from '../test/support/calendars.ts'
import { asCivilDate, civilDate } from './civil-date.ts'
import { isoMoment } from './civil-date-text.ts'
import { dueTime, elapsed, handOverTime } from './working-time.ts'
import { WorkCalendar } from './working-time-calendar.ts'
import { weekHours } from './working-time-hours.ts'
import type { Pause } from './working-time-pauses.ts'
import {
  CIVIL_CODE,
  type CountingPolicy,
  EIGHT_HOUR_DAYS,
  type Limit,
  type LimitUnit,
  ONE_STOP,
  SAME_DAY,
} from './working-time-policy.ts'
import { NoWorkingTimeError } from './working-time-tally.ts'

function limitOf(text: string): Limit {
  const [value, unit] = text.split(' ')
  return { value: Number(value), unit: unit as LimitUnit }
}

function pausesOf(text: string): Pause[] {
  if (text === '') return []
  return text.split('; ').map((pause) => {
    const [from = '', until = ''] = pause.split(' → ')
    return { from: moment(from), until: moment(until) }
  })
}

function due(
  start: string,
  limit: string,
  pauses = '',
  calendar = OFFICE,
  policy: CountingPolicy = ONE_STOP,
): string {
  const dueAt = dueTime({
    start: moment(start),
    limit: limitOf(limit),
    calendar,
    policy,
    pauses: pausesOf(pauses),
  })
  return isoMoment(dueAt).slice(0, 16).replace('T', ' ')
}

// 2026: Tết 16–20/2 (Monday to Friday). 10/1 is a make-up Saturday for 2/1. 30/4 and 1/5 are Thursday and Friday.
test.each([
  ['an ordinary day', '2026-03-03 09:30', '1 working_day', '2026-03-04 09:30'],
  ['five days over a week end', '2026-03-05 14:00', '5 working_day', '2026-03-12 14:00'],
  ['Friday to Monday', '2026-03-06 16:00', '1 working_day', '2026-03-09 16:00'],
  ['half a day from the opening', '2026-03-03 07:30', '0.5 working_day', '2026-03-03 11:30'],
  ['half a day over lunch', '2026-03-03 09:30', '0.5 working_day', '2026-03-03 15:00'],
  ['half a day from the afternoon', '2026-03-03 15:00', '0.5 working_day', '2026-03-04 09:30'],
  ['half a day from one o’clock', '2026-03-03 13:00', '0.5 working_day', '2026-03-03 17:00'],
  ['one and a half days', '2026-03-06 09:30', '1.5 working_day', '2026-03-09 15:00'],
  ['received at lunch', '2026-03-03 12:10', '2 working_day', '2026-03-05 13:00'],
  ['received at the end of the morning', '2026-03-03 11:30', '2 working_day', '2026-03-05 11:30'],
  ['received before the opening', '2026-03-03 06:45', '1 working_day', '2026-03-04 07:30'],
  ['received at 17:00', '2026-03-03 17:00', '1 working_day', '2026-03-04 17:00'],
  ['received after 17:00', '2026-03-03 17:01', '1 working_day', '2026-03-05 07:30'],
  ['received on Friday evening', '2026-03-06 20:00', '1 working_day', '2026-03-10 07:30'],
  ['received on Sunday', '2026-03-08 10:00', '1 working_day', '2026-03-10 07:30'],
  ['the last day before Tết', '2026-02-13 15:30', '1 working_day', '2026-02-23 15:30'],
  ['half a day into Tết', '2026-02-13 15:00', '0.5 working_day', '2026-02-23 09:30'],
  ['received during Tết', '2026-02-18 10:00', '3 working_day', '2026-02-26 07:30'],
  ['over a make-up Saturday', '2026-01-09 10:00', '1 working_day', '2026-01-10 10:00'],
  ['received on a make-up Saturday', '2026-01-10 15:00', '1 working_day', '2026-01-12 15:00'],
  ['over New Year and the swapped Friday', '2025-12-31 10:00', '1 working_day', '2026-01-05 10:00'],
  ['over a substitute day', '2026-04-24 08:00', '2 working_day', '2026-04-29 08:00'],
  ['over the holiday of five days', '2026-08-28 09:00', '2 working_day', '2026-09-04 09:00'],
])('working days, %s: %s + %s is due %s', (_case, start, limit, expected) => {
  expect(due(start, limit)).toBe(expected)
})

test.each([
  ['within the morning', '2026-03-03 08:00', '2 hour', '2026-03-03 10:00'],
  ['over lunch', '2026-03-03 10:30', '2 hour', '2026-03-03 14:00'],
  ['to the end of the morning', '2026-03-03 09:30', '2 hour', '2026-03-03 11:30'],
  ['over night', '2026-03-03 16:00', '2 hour', '2026-03-04 08:30'],
  ['eight hours from the opening', '2026-03-03 07:30', '8 hour', '2026-03-03 17:00'],
  ['eight hours from Friday afternoon', '2026-03-06 15:30', '8 hour', '2026-03-09 15:30'],
  ['an hour and a half', '2026-03-03 11:00', '1.5 hour', '2026-03-03 14:00'],
  ['received online at night', '2026-03-03 22:15', '8 hour', '2026-03-04 17:00'],
  ['into Tết', '2026-02-13 16:30', '1 hour', '2026-02-23 08:00'],
])('working hours, %s: %s + %s is due %s', (_case, start, limit, expected) => {
  expect(due(start, limit)).toBe(expected)
})

test.each([
  ['received in the morning', '2026-03-03 09:00', '2026-03-03 17:00'],
  ['received at 15:00', '2026-03-03 15:00', '2026-03-03 17:00'],
  ['received after 15:00', '2026-03-03 15:01', '2026-03-04 17:00'],
  ['received on Friday after 15:00', '2026-03-06 16:00', '2026-03-09 17:00'],
  ['received after 17:00', '2026-03-03 18:00', '2026-03-04 17:00'],
  ['received on Saturday', '2026-03-07 09:00', '2026-03-09 17:00'],
  ['received late before Tết', '2026-02-13 15:30', '2026-02-23 17:00'],
])('within the day, %s: %s is due %s', (_case, start, expected) => {
  expect(due(start, `${SAME_DAY.value} ${SAME_DAY.unit}`)).toBe(expected)
})

test.each([
  ['the starting day is not counted', '2026-03-03 09:00', '10 day', '2026-03-13 17:00'],
  ['a last day on Saturday moves on', '2026-03-05 09:00', '2 day', '2026-03-09 17:00'],
  ['a last day in Tết moves on', '2026-02-06 09:00', '10 day', '2026-02-23 17:00'],
  ['a last day on 30/4 moves behind the week end', '2026-04-20 09:00', '10 day', '2026-05-04 17:00'],
  ['a last day on a make-up Saturday stays', '2026-01-05 09:00', '5 day', '2026-01-10 17:00'],
  ['a part of a day counts whole', '2026-03-03 09:00', '1.5 day', '2026-03-05 17:00'],
  ['received on Sunday starts on Monday', '2026-03-08 09:00', '1 day', '2026-03-10 17:00'],
  ['a month', '2026-03-03 09:00', '1 month', '2026-04-03 17:00'],
  ['a month without the day ends on its last', '2026-01-30 09:00', '1 month', '2026-03-02 17:00'],
  ['half a month is fifteen days', '2026-03-03 09:00', '0.5 month', '2026-03-18 17:00'],
  ['a month and a half', '2026-03-03 09:00', '1.5 month', '2026-04-20 17:00'],
  ['a year', '2026-03-03 09:00', '12 month', '2027-03-03 17:00'],
])('calendar time, %s: %s + %s is due %s', (_case, start, limit, expected) => {
  expect(due(start, limit)).toBe(expected)
})

test.each([
  ['a day with the citizen', '2 working_day', '2026-03-04 10:00 → 2026-03-05 10:00', '2026-03-06 09:30'],
  [
    'two pauses',
    '2 working_day',
    '2026-03-03 14:00 → 2026-03-03 16:00; 2026-03-04 08:00 → 2026-03-04 10:00',
    '2026-03-05 15:00',
  ],
  ['a pause over a week end', '4 working_day', '2026-03-06 16:00 → 2026-03-09 08:00', '2026-03-09 11:00'],
  ['a pause on a Sunday alone', '4 working_day', '2026-03-08 08:00 → 2026-03-08 20:00', '2026-03-09 09:30'],
  [
    'the same pause twice',
    '2 working_day',
    '2026-03-04 10:00 → 2026-03-05 10:00; 2026-03-04 10:00 → 2026-03-05 10:00',
    '2026-03-06 09:30',
  ],
  [
    'overlapping pauses',
    '2 working_day',
    '2026-03-04 10:00 → 2026-03-05 10:00; 2026-03-05 09:00 → 2026-03-06 10:00',
    '2026-03-09 09:30',
  ],
  ['a pause after the due time', '2 working_day', '2026-03-05 09:30 → 2026-03-09 10:00', '2026-03-05 09:30'],
  [
    'a pause from before the start',
    '2 working_day',
    '2026-03-02 08:00 → 2026-03-04 08:00',
    '2026-03-06 08:00',
  ],
  ['a pause for hours', '4 hour', '2026-03-03 10:30 → 2026-03-03 13:30', '2026-03-03 16:30'],
  ['a pause in calendar days', '10 day', '2026-03-04 10:00 → 2026-03-06 10:00', '2026-03-16 17:00'],
])('from 3/3 09:30, %s: %s paused %s is due %s', (_case, limit, pauses, expected) => {
  expect(due('2026-03-03 09:30', limit, pauses)).toBe(expected)
})

test('a pause over Tết stops only the working time in it', () => {
  expect(due('2026-02-12 09:30', '2 working_day', '2026-02-13 13:00 → 2026-02-23 13:00')).toBe(
    '2026-02-24 09:30',
  )
})

test('a Saturday morning counts as half a day', () => {
  expect(due('2026-03-06 15:00', '0.5 working_day', '', SATURDAY_MORNINGS)).toBe('2026-03-07 09:30')
  expect(due('2026-03-06 15:00', '1 working_day', '', SATURDAY_MORNINGS)).toBe('2026-03-09 09:30')
  expect(due('2026-03-07 10:00', '0 working_day', '', SATURDAY_MORNINGS)).toBe('2026-03-07 11:30')
})

test('a make-up Saturday is a full day even where Saturday is half a day', () => {
  expect(due('2026-01-09 15:00', '1 working_day', '', SATURDAY_MORNINGS)).toBe('2026-01-10 15:00')
})

test.each([
  ['the starting day is not counted', '2026-03-03 09:00', '1 working_day', '2026-03-04 17:00'],
  [
    'received after 17:00, the day is still the starting day',
    '2026-03-03 18:00',
    '1 working_day',
    '2026-03-04 17:00',
  ],
  ['received on Saturday', '2026-03-07 09:00', '1 working_day', '2026-03-09 17:00'],
  ['received before the opening', '2026-03-03 06:00', '1 working_day', '2026-03-04 17:00'],
  ['a part of a day counts whole', '2026-03-03 09:00', '0.5 working_day', '2026-03-04 17:00'],
  ['received on Sunday, calendar days run', '2026-03-08 09:00', '1 day', '2026-03-09 17:00'],
])('by the Civil Code, %s: %s + %s is due %s', (_case, start, limit, expected) => {
  expect(due(start, limit, '', OFFICE, CIVIL_CODE)).toBe(expected)
})

test.each([
  ['a day is eight hours', '2026-03-03 09:30', '1 working_day', '2026-03-04 09:30'],
  ['received after 17:00', '2026-03-03 18:00', '1 working_day', '2026-03-04 17:00'],
  ['received at lunch', '2026-03-03 12:00', '0.5 working_day', '2026-03-03 17:00'],
  ['a third of a day is whole minutes', '2026-03-03 07:30', '0.333 working_day', '2026-03-03 10:10'],
  ['a make-up day counts fully', '2026-01-09 13:00', '1.5 working_day', '2026-01-10 17:00'],
])('in days of eight hours, %s: %s + %s is due %s', (_case, start, limit, expected) => {
  expect(due(start, limit, '', OFFICE, EIGHT_HOUR_DAYS)).toBe(expected)
})

test('a dossier that came late in the day can be due at another hour', () => {
  const policy = { ...EIGHT_HOUR_DAYS, afterHour: { receivedAfterMinute: 16 * 60, dueAtMinute: 11 * 60 } }

  expect(due('2026-03-03 16:30', '1 working_day', '', OFFICE, policy)).toBe('2026-03-04 11:00')
  expect(due('2026-03-03 16:00', '1 working_day', '', OFFICE, policy)).toBe('2026-03-04 16:00')
  expect(due('2026-03-03 16:10', '0.1 working_day', '', OFFICE, policy)).toBe('2026-03-03 16:58')
})

test('a limit beyond the days that the policy looks ahead is refused', () => {
  expect(() => due('2026-03-03 09:00', '300 working_day', '', OFFICE, EIGHT_HOUR_DAYS)).toThrow(RangeError)
})

test('a dossier is handed over the same day, or after 15:00 when the office opens again', () => {
  const handOver = (at: string) => isoMoment(handOverTime(moment(at), OFFICE)).slice(0, 16)

  expect(handOver('2026-03-03 09:00')).toBe('2026-03-03T17:00')
  expect(handOver('2026-03-03 15:00')).toBe('2026-03-03T17:00')
  expect(handOver('2026-02-13 15:05')).toBe('2026-02-23T07:30')
})

test('working days are stepped forward and back', () => {
  const step = (from: string, days: number) => OFFICE.addWorkingDays(asCivilDate(from), days)

  expect(step('2026-02-13', 1)).toBe('2026-02-23')
  expect(step('2026-02-23', -1)).toBe('2026-02-13')
  expect(step('2026-02-18', 1)).toBe('2026-02-23')
  expect(step('2026-02-18', -1)).toBe('2026-02-13')
  expect(step('2026-02-18', 0)).toBe('2026-02-23')
  expect(step('2026-02-13', 0)).toBe('2026-02-13')
})

test('a pause that still lasts stops the count', () => {
  const count = { start: moment('2026-03-03 09:30'), limit: limitOf('5 working_day'), calendar: OFFICE }
  const pauses = [{ from: moment('2026-03-04 09:30') }]

  expect(elapsed({ ...count, pauses }, moment('2026-03-03 15:00'))).toBe(0.5)
  expect(elapsed({ ...count, pauses }, moment('2026-03-10 15:00'))).toBe(1)
  expect(elapsed(count, moment('2026-03-10 15:00'))).toBe(5.5)
  expect(elapsed(count, moment('2026-03-01 15:00'))).toBe(0)
})

test('a calendar in which nobody ever works is refused instead of searched for ever', () => {
  const closed = new WorkCalendar({
    officeHours: weekHours({}),
    days: new Map([[asCivilDate('2026-01-10'), 'work']]),
  })

  for (const unit of ['working_day', 'hour', 'day', 'month'] as const) {
    expect(() =>
      dueTime({ start: moment('2026-03-03 09:00'), limit: { value: 1, unit }, calendar: closed }),
    ).toThrow(NoWorkingTimeError)
  }
})

test('a long stretch of days off is crossed', () => {
  const days = new Map(SEEDED_DAYS)
  for (let day = 20_000; day < 22_000; day += 1) days.set(civilDate(new Date(day * 86_400_000)), 'off')
  const calendar = new WorkCalendar({ officeHours: weekHours(OFFICE_WEEK), days })

  expect(due('2024-10-03 09:30', '1 working_day', '', calendar)).toBe('2030-03-27 09:30')
})

test.each([
  { start: new Date(Number.NaN), limit: limitOf('1 day') },
  { start: moment('2026-03-03 09:00'), limit: { value: -1, unit: 'hour' } as const },
  { start: moment('2026-03-03 09:00'), limit: { value: Number.NaN, unit: 'hour' } as const },
  { start: moment('2026-03-03 09:00'), limit: { value: Number.POSITIVE_INFINITY, unit: 'hour' } as const },
  {
    start: moment('2026-03-03 09:00'),
    limit: limitOf('1 day'),
    pauses: [{ from: moment('2026-03-04 09:00'), until: moment('2026-03-03 10:00') }],
  },
])('nonsense is refused: %o', (count) => {
  expect(() => dueTime({ ...count, calendar: OFFICE })).toThrow(RangeError)
})
