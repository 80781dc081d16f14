/** Wrong answers so far, and until when no further one is looked at. */
export type Attempts = {
  readonly failures: number
  readonly lastAt: Date
  readonly lockedUntil: Date | null
}

/** How many wrong answers are free, and how the wait grows after them: it doubles, up to the longest. */
export type LockoutRule = { readonly free: number; readonly firstMs: number; readonly longestMs: number }

const MINUTE_MS = 60_000
const FORGOTTEN_MS = 24 * 60 * MINUTE_MS

/** Settings, not law. An address is shared by a whole office, so it may be wrong more often than an account. */
export const LOCKOUT = {
  account: { free: 5, firstMs: MINUTE_MS, longestMs: 60 * MINUTE_MS },
  address: { free: 30, firstMs: MINUTE_MS, longestMs: 60 * MINUTE_MS },
} as const satisfies Record<string, LockoutRule>

/**
 * Khóa tạm: counts an answer before it is looked at, so that many at once gain nothing. A right answer sets the count back.
 * Answers the wait instead when there is one. Wrong answers are forgotten a day after the last.
 */
export function countAttempt(
  before: Attempts | undefined,
  rule: LockoutRule,
  now: Date,
): Attempts | 'locked' {
  if (before?.lockedUntil && before.lockedUntil > now) return 'locked'
  const isForgotten = !before || now.getTime() - before.lastAt.getTime() >= FORGOTTEN_MS
  const failures = isForgotten ? 1 : before.failures + 1
  return { failures, lastAt: now, lockedUntil: lockAfter(failures, rule, now) }
}

function lockAfter(failures: number, { free, firstMs, longestMs }: LockoutRule, now: Date): Date | null {
  if (failures < free) return null
  const waitMs = Math.min(firstMs * 2 ** Math.min(failures - free, 30), longestMs)
  return new Date(now.getTime() + waitMs)
}
