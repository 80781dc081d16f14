import { expect, test } from 'vitest'
import { moment } from '../test/support/calendars.ts'
import { judge } from './working-time-judge.ts'

const DUE = moment('2026-03-04 14:00')

test.each([
  ['exact', '2026-03-04 13:59', 'early'],
  ['exact', '2026-03-04 14:00', 'on_time'],
  ['exact', '2026-03-04 14:01', 'overdue'],
  ['half_day', '2026-03-04 11:59', 'early'],
  ['half_day', '2026-03-04 12:00', 'on_time'],
  ['half_day', '2026-03-04 14:00', 'on_time'],
  ['half_day', '2026-03-04 14:01', 'overdue'],
  ['day', '2026-03-03 23:59', 'early'],
  ['day', '2026-03-04 00:00', 'on_time'],
  ['day', '2026-03-04 18:00', 'on_time'],
  ['day', '2026-03-05 00:00', 'overdue'],
] as const)('by the rule %s, due 4/3 at 14:00 and finished %s is %s', (rule, done, judgement) => {
  expect(judge(moment(done), DUE, rule)).toBe(judgement)
})

test('due in the morning, the half day begins at midnight', () => {
  const due = moment('2026-03-04 10:00')

  expect(judge(moment('2026-03-03 17:00'), due, 'half_day')).toBe('early')
  expect(judge(moment('2026-03-04 07:30'), due, 'half_day')).toBe('on_time')
})

test('a dossier without a due time is on time', () => {
  expect(judge(moment('2026-03-04 10:00'), undefined, 'exact')).toBe('on_time')
})
