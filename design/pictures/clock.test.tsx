import { expect, test } from 'vitest'
import { textOf } from '#platform/html-text'
import { Clock } from './clock.tsx'

const clock = (used: number, limit: number, state: 'running' | 'paused' | 'done' = 'running') =>
  textOf(<Clock label="Thời hạn" used={used} limit={limit} state={state} />)

test.each([
  [0, 10, 'clock--good', 'còn 10 ngày làm việc'],
  [7, 10, 'clock--good', 'còn 3 ngày làm việc'],
  [7.5, 10, 'clock--due', 'còn 2,5 ngày làm việc'],
  [10, 10, 'clock--due', 'còn 0 ngày làm việc'],
  [10.5, 10, 'clock--late', 'quá hạn 0,5 ngày làm việc'],
  [1, 0, 'clock--late', 'quá hạn 1 ngày làm việc'],
])('%d of %d days used is %s: %s', (used, limit, tone, words) => {
  const html = clock(used, limit)

  expect(html).toContain(tone)
  expect(html).toContain(words)
})

test('a paused clock says that it stands still, and shows no alarm', () => {
  expect(clock(9, 10, 'paused')).toContain('clock--paused')
  expect(clock(9, 10, 'paused')).toContain('đang tạm dừng')
})

test('a dossier returned late stays late', () => {
  expect(clock(12, 10, 'done')).toContain('quá hạn 2 ngày làm việc')
})

test('the bar never leaves its frame', () => {
  for (const html of [clock(0, 0), clock(50, 10), clock(3, 10)]) {
    for (const [, width] of html.matchAll(/<rect[^>]* width="(\d+)"/g))
      expect(Number(width)).toBeLessThanOrEqual(300)
  }
})
