import { expect, test } from 'vitest'
import { type Attempts, countAttempt, LOCKOUT } from './lockout.ts'

const NOW = new Date('2026-05-11T09:30:00+07:00')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** Wrong again and again, each time as soon as it is allowed: the waits in minutes. */
function waits(times: number): number[] {
  let [state, now]: [Attempts | undefined, Date] = [undefined, NOW]
  const found: number[] = []
  for (let i = 0; i < times; i += 1) {
    const next = countAttempt(state, LOCKOUT.account, now)
    if (next === 'locked') throw new Error('asked too early')
    found.push(next.lockedUntil ? (next.lockedUntil.getTime() - now.getTime()) / 60_000 : 0)
    now = next.lockedUntil ?? now
    state = next
  }
  return found
}

test('four wrong answers are free, then the wait doubles up to an hour', () => {
  expect(waits(13)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('nothing is looked at before the wait is over, and the wait does not grow by asking', () => {
  const locked = { failures: 6, lastAt: NOW, lockedUntil: later(2) }

  expect(countAttempt(locked, LOCKOUT.account, later(1))).toBe('locked')
  expect(countAttempt(locked, LOCKOUT.account, later(2))).toMatchObject({ failures: 7 })
})

test('a day without a wrong answer wipes the slate', () => {
  const old = { failures: 9, lastAt: NOW, lockedUntil: later(16) }

  expect(countAttempt(old, LOCKOUT.account, later(24 * 60))).toEqual({
    failures: 1,
    lastAt: later(24 * 60),
    lockedUntil: null,
  })
})
