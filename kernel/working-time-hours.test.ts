import { expect, test } from 'vitest'
import { formatDayHours, minutesOf, parseDayHours, weekHours } from './working-time-hours.ts'

test('office hours are read and written as agencies write them', () => {
  const hours = parseDayHours('07:30-11:30, 13:30-17:00')

  expect(hours).toEqual([
    { fromMinute: 450, toMinute: 690 },
    { fromMinute: 810, toMinute: 1_020 },
  ])
  expect(minutesOf(hours)).toBe(450)
  expect(formatDayHours(hours)).toBe('07:30-11:30,13:30-17:00')
})

test('an empty text is a day off, and so is a weekday that is not named', () => {
  expect(parseDayHours(' ')).toEqual([])
  expect(weekHours({ 1: '00:00-24:00' })[1]).toEqual([{ fromMinute: 0, toMinute: 1_440 }])
  expect(weekHours({ 1: '08:00-12:00' })[7]).toEqual([])
})

test.each([
  '7:30-11:30',
  '07:30',
  '11:30-07:30',
  '07:30-07:30',
  '07:30-11:30,11:00-17:00',
  '07:60-11:30',
  '08:00-24:01',
  'x',
  ',',
])('what are no office hours is refused: %s', (text) => {
  expect(() => parseDayHours(text)).toThrow(RangeError)
})
