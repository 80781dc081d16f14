import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  asCivilDate,
  civilDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  momentAt,
  weekday,
  ZONE,
} from './civil-date.ts'
import {
  formatDate,
  formatMoment,
  formatTime,
  isoMoment,
  parseCivilDate,
  parseMoment,
  parseTimeOfDay,
  parseTypedMoment,
} from './civil-date-text.ts'

const anyDate = fc.integer({ min: 0, max: 50_000 }).map(dateOfDayNumber)
const anyMoment = fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

test('late evening in UTC is already the next day in Hà Nội', () => {
  expect(civilDate(new Date('2026-04-28T16:59:59.999Z'))).toBe('2026-04-28')
  expect(civilDate(new Date('2026-04-28T17:00:00Z'))).toBe('2026-04-29')
})

test('the fast arithmetic agrees with the zone database', () => {
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE })

  fc.assert(fc.property(anyMoment, (at) => civilDate(at) === zone.format(at)))
})

test.each([
  ['22/11/2026', '2026-11-22'],
  ['22-11-2026', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['22 11 2026', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['2026/11/22', '2026-11-22'],
  [' 1 / 2 / 2026 ', '2026-02-01'],
  ['ngày 9 tháng 5 năm 1954', '1954-05-09'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', undefined],
  ['31/04/2026', undefined],
  ['11/22/2026', undefined],
  ['22/11/26', undefined],
  ['00/01/2026', undefined],
  ['22/11', undefined],
  ['hôm nay', undefined],
  ['', undefined],
])('"%s" typed as a date is %s', (typed, date) => {
  expect(parseCivilDate(typed)).toBe(date)
})

test.each([
  ['14:30', 870],
  ['14h30', 870],
  ['14 giờ 30 phút', 870],
  ['7:05', 425],
  ['9h', 540],
  ['9', 540],
  ['00:00', 0],
  ['24:00', undefined],
  ['14:60', undefined],
  ['1430', undefined],
  ['trưa', undefined],
])('"%s" typed as a time is %s minutes', (typed, minutes) => {
  expect(parseTimeOfDay(typed)).toBe(minutes)
})

test.each([
  ['2026-11-22T14:30', '2026-11-22T07:30:00.000Z'],
  ['2026-11-22T14:30:15.5', '2026-11-22T07:30:15.500Z'],
  ['2026-11-22T14:30:00+07:00', '2026-11-22T07:30:00.000Z'],
  ['2026-11-22T07:30:00Z', '2026-11-22T07:30:00.000Z'],
  ['2026-11-22T02:30-05:00', '2026-11-22T07:30:00.000Z'],
])('%s is the moment %s', (typed, moment) => {
  expect(parseMoment(typed)?.toISOString()).toBe(moment)
})

test.each([
  '2026-02-30T10:00',
  '2026-11-22',
  '2026-11-22T25:00',
  '2026-11-22T10:00+99:00',
  '2026-11-22T10:00:75',
  'x',
])('%s is no moment', (typed) => {
  expect(parseMoment(typed)).toBeUndefined()
})

test.each([
  ['22/11/2026 14:30', '2026-11-22T07:30:00.000Z'],
  ['14h30 22-11-2026', '2026-11-22T07:30:00.000Z'],
  ['14:30, ngày 22 tháng 11 năm 2026', '2026-11-22T07:30:00.000Z'],
  ['14 giờ 30 phút 2026-11-22', '2026-11-22T07:30:00.000Z'],
  ['2026-11-22T14:30', '2026-11-22T07:30:00.000Z'],
  ['2026-11-22', undefined],
  ['14:30', undefined],
  ['30/02/2026 14:30', undefined],
  ['', undefined],
])('"%s" typed as a moment is %s', (typed, moment) => {
  expect(parseTypedMoment(typed)?.toISOString()).toBe(moment)
})

test('dates and moments are shown as people write them', () => {
  const at = new Date('2026-11-22T07:05:09Z')

  expect(formatDate(civilDate(at))).toBe('22/11/2026')
  expect(formatTime(at)).toBe('14:05')
  expect(formatMoment(at)).toBe('14:05 22/11/2026')
  expect(isoMoment(at)).toBe('2026-11-22T14:05:09+07:00')
})

test('a date survives being shown and typed again', () => {
  fc.assert(fc.property(anyDate, (date) => parseCivilDate(formatDate(date)) === date))
})

test('a moment survives being written for machines and read again', () => {
  fc.assert(fc.property(anyMoment, (at) => parseMoment(isoMoment(at))?.getTime() === at.getTime()))
})

test('days are counted across months, leap days and the epoch', () => {
  expect(addDays(asCivilDate('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(asCivilDate('1970-01-01'), -1)).toBe('1969-12-31')
  fc.assert(
    fc.property(
      anyDate,
      fc.integer({ min: -9_999, max: 9_999 }),
      (date, days) => daysBetween(date, addDays(date, days)) === days,
    ),
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-15', -4, '2025-11-15'],
  ['2026-05-31', 12, '2027-05-31'],
] as const)('%s and %i months is %s', (date, months, then) => {
  expect(addMonths(asCivilDate(date), months)).toBe(then)
})

test('Monday is 1 and Sunday is 7', () => {
  expect(weekday(asCivilDate('2026-11-23'))).toBe(1)
  expect(weekday(asCivilDate('2026-11-22'))).toBe(7)
  expect(weekday(asCivilDate('1969-12-31'))).toBe(3)
})

test('what is no date is refused, not bent', () => {
  expect(() => asCivilDate('2026-02-29')).toThrow(RangeError)
  expect(() => asCivilDate('22/11/2026')).toThrow(RangeError)
  expect(() => addMonths(asCivilDate('9999-12-01'), 1)).toThrow(RangeError)
  expect(() => dateOfDayNumber(dayNumber(asCivilDate('9999-12-31')) + 1)).toThrow(RangeError)
})

test('a moment is made from a day and the minutes on its clock', () => {
  expect(momentAt(asCivilDate('2026-11-22'), 14 * 60 + 30).toISOString()).toBe('2026-11-22T07:30:00.000Z')
  expect(momentAt(asCivilDate('2026-11-22')).toISOString()).toBe('2026-11-21T17:00:00.000Z')
})
