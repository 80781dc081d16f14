import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OFFICE, SATURDAY_MORNINGS, UNEVEN } from '../test/support/calendars.ts'
import { asCivilDate, civilDate, dayNumberAt, momentAt, timeOfDayMs } from './civil-date.ts'
import { addWorkingTime, dueTime, elapsed, workingTimeBetween } from './working-time.ts'
import type { WorkCalendar } from './working-time-calendar.ts'
import type { Pause } from './working-time-pauses.ts'
import {
  CIVIL_CODE,
  COUNTING_POLICIES,
  EIGHT_HOUR_DAYS,
  type Limit,
  ONE_STOP,
} from './working-time-policy.ts'

/** The laws of counting, each tried on 10,000 random cases from 2019 to 2027, so that many lie across a Tết. */
const CASES = { numRuns: 10_000 }
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MINUTES = 1_440
const FROM = momentAt(asCivilDate('2019-01-01')).getTime()
const MINUTES = (momentAt(asCivilDate('2027-12-31')).getTime() - FROM) / MINUTE_MS

const start = fc.integer({ min: 0, max: MINUTES }).map((minutes) => new Date(FROM + minutes * MINUTE_MS))
/** To the millisecond, where a law must hold for any moment. */
const exactStart = fc.integer({ min: 0, max: MINUTES * MINUTE_MS }).map((ms) => new Date(FROM + ms))
const calendar = fc.constantFrom(OFFICE, SATURDAY_MORNINGS, UNEVEN)
const policy = fc.constantFrom(...COUNTING_POLICIES)
const halves = (most: number) => fc.integer({ min: 1, max: most * 2 }).map((value) => value / 2)
const workingLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ value: halves(40), unit: fc.constant('working_day' as const) }),
  fc.record({ value: halves(80), unit: fc.constant('hour' as const) }),
)
const limit: fc.Arbitrary<Limit> = fc.oneof(
  workingLimit,
  fc.record({ value: fc.integer({ min: 0, max: 90 }), unit: fc.constant('day' as const) }),
  fc.record({ value: halves(6), unit: fc.constant('month' as const) }),
  fc.constant({ value: 0, unit: 'working_day' } as const),
)
/** Pauses as minutes after the start (some before it) and minutes long, so that most of them matter. */
const gaps = fc.array(
  fc.record({ after: fc.integer({ min: -10_000, max: 60_000 }), lasts: fc.integer({ min: 0, max: 20_000 }) }),
  { maxLength: 4 },
)
type Gap = { readonly after: number; readonly lasts: number }

function pausesFrom(at: Date, all: readonly Gap[]): Pause[] {
  return all.map(({ after, lasts }) => {
    const from = at.getTime() + after * MINUTE_MS
    return { from: new Date(from), until: new Date(from + lasts * MINUTE_MS) }
  })
}

function isOpen(at: Date, { hoursOf }: { hoursOf: WorkCalendar['hoursOf'] }): boolean {
  const minute = timeOfDayMs(at) / MINUTE_MS
  return hoursOf(civilDate(at)).some((span) => minute >= span.fromMinute && minute <= span.toMinute)
}

const hoursIn = (of: WorkCalendar) => ({ hoursOf: of.hoursOf.bind(of) })

test('a dossier is never due while the office is closed', () => {
  fc.assert(
    fc.property(exactStart, limit, calendar, policy, gaps, (at, until, days, by, paused) => {
      const due = dueTime({
        start: at,
        limit: until,
        calendar: days,
        policy: by,
        pauses: pausesFrom(at, paused),
      })

      expect(isOpen(due, hoursIn(days))).toBe(true)
    }),
    CASES,
  )
})

test('whoever comes later is never due earlier', () => {
  const laterBy = fc.oneof(
    fc.integer({ min: 0, max: 120 * MINUTE_MS }),
    fc.integer({ min: 0, max: 30 * 24 * HOUR_MS }),
  )
  fc.assert(
    fc.property(exactStart, laterBy, limit, calendar, policy, gaps, (at, delay, until, days, by, paused) => {
      const count = { limit: until, calendar: days, policy: by, pauses: pausesFrom(at, paused) }

      const due = dueTime({ ...count, start: at })
      const laterDue = dueTime({ ...count, start: new Date(at.getTime() + delay) })

      expect(laterDue.getTime()).toBeGreaterThanOrEqual(due.getTime())
    }),
    CASES,
  )
})

test('a longer limit or one more pause never brings the due time forward', () => {
  fc.assert(
    fc.property(exactStart, workingLimit, calendar, policy, gaps, (at, until, days, by, paused) => {
      const pauses = pausesFrom(at, paused)
      const count = { start: at, limit: until, calendar: days, policy: by, pauses }

      const due = dueTime(count).getTime()

      expect(
        dueTime({ ...count, limit: { ...until, value: until.value + 0.5 } }).getTime(),
      ).toBeGreaterThanOrEqual(due)
      expect(dueTime({ ...count, pauses: pauses.slice(1) }).getTime()).toBeLessThanOrEqual(due)
    }),
    CASES,
  )
})

test('working time added twice is the sum added once', () => {
  const duration = fc.integer({ min: 1, max: 400 * HOUR_MS })
  fc.assert(
    fc.property(exactStart, duration, duration, calendar, (at, a, b, days) => {
      const twice = addWorkingTime(addWorkingTime(at, a, days), b, days)

      expect(twice).toEqual(addWorkingTime(at, a + b, days))
      expect(workingTimeBetween({ from: at, to: twice }, days)).toBe(a + b)
      expect(workingTimeBetween({ from: twice, to: at }, days)).toBe(-a - b)
    }),
    CASES,
  )
})

test('working days added twice are the sum added once', () => {
  const wholeDays = fc.integer({ min: 1, max: 60 })
  const end = (from: Date, value: number) =>
    dueTime({ start: from, limit: { value, unit: 'working_day' }, calendar: OFFICE })
  fc.assert(
    fc.property(exactStart, wholeDays, wholeDays, (at, a, b) => {
      expect(end(end(at, a), b)).toEqual(end(at, a + b))
    }),
    CASES,
  )
})

test('the working time from start to due, pauses left out, is the limit', () => {
  fc.assert(
    fc.property(
      exactStart,
      workingLimit,
      gaps,
      fc.constantFrom(ONE_STOP, EIGHT_HOUR_DAYS),
      (at, until, paused, by) => {
        const pauses = pausesFrom(at, paused)
        const hours = until.unit === 'hour' ? until.value : until.value * 8

        const due = dueTime({ start: at, limit: until, calendar: OFFICE, policy: by, pauses })

        expect(workingTimeBetween({ from: at, to: due, pauses }, OFFICE)).toBe(hours * HOUR_MS)
      },
    ),
    CASES,
  )
})

test('what has elapsed at the due time is the limit, whatever the office hours', () => {
  fc.assert(
    fc.property(exactStart, workingLimit, calendar, gaps, (at, until, days, paused) => {
      const count = { start: at, limit: until, calendar: days, pauses: pausesFrom(at, paused) }

      // A day of uneven length is divided into milliseconds, so the last one may be shared.
      expect(elapsed(count, dueTime(count))).toBeCloseTo(until.value, 6)
    }),
    CASES,
  )
})

test('pauses count once, in whatever order and however often they are told', () => {
  fc.assert(
    fc.property(exactStart, limit, calendar, policy, gaps, (at, until, days, by, paused) => {
      const count = { start: at, limit: until, calendar: days, policy: by }
      const pauses = pausesFrom(at, paused)
      const halved = pauses.flatMap(({ from, until: end }) => {
        const middle = new Date((from.getTime() + end.getTime()) / 2)
        return [
          { from: middle, until: end },
          { from, until: middle },
        ]
      })

      const due = dueTime({ ...count, pauses })

      expect(dueTime({ ...count, pauses: pauses.toReversed() })).toEqual(due)
      expect(dueTime({ ...count, pauses: [...pauses, ...pauses] })).toEqual(due)
      expect(dueTime({ ...count, pauses: halved })).toEqual(due)
    }),
    CASES,
  )
})

test('the Civil Code counts exactly so many working days after the starting day', () => {
  fc.assert(
    fc.property(exactStart, fc.integer({ min: 1, max: 60 }), (at, value) => {
      const due = dueTime({
        start: at,
        limit: { value, unit: 'working_day' },
        calendar: OFFICE,
        policy: CIVIL_CODE,
      })

      expect(civilDate(due)).toBe(OFFICE.addWorkingDays(civilDate(at), value))
      expect(due).toEqual(OFFICE.closing(dayNumberAt(due)))
    }),
    CASES,
  )
})

test('a clock that is watched minute by minute agrees', () => {
  const open = new Map([OFFICE, UNEVEN].map((days) => [days, openMinutes(days)]))
  const cases = fc.record({
    at: start,
    hours: halves(60),
    days: fc.constantFrom(OFFICE, UNEVEN),
    paused: gaps,
  })
  fc.assert(
    fc.property(cases, ({ at, hours, days, paused }) => {
      const pauses = pausesFrom(at, paused)
      const watched = watch({ at, minutes: hours * 60, pauses, open: open.get(days) ?? new Uint8Array() })

      expect(dueTime({ start: at, limit: { value: hours, unit: 'hour' }, calendar: days, pauses })).toEqual(
        watched,
      )
    }),
    CASES,
  )
})

/** Each minute from the start of 2019 into 2029: 1 when the office works in it. */
function openMinutes(days: WorkCalendar): Uint8Array {
  const open = new Uint8Array(MINUTES + 400 * DAY_MINUTES)
  for (let midnight = 0; midnight < open.length; midnight += DAY_MINUTES) {
    for (const span of days.hoursOf(civilDate(new Date(FROM + midnight * MINUTE_MS)))) {
      open.fill(1, midnight + span.fromMinute, midnight + span.toMinute)
    }
  }
  return open
}

type Watch = { at: Date; minutes: number; pauses: readonly Pause[]; open: Uint8Array }

function watch({ at, minutes, pauses, open }: Watch): Date {
  const minuteOf = (when: Date) => (when.getTime() - FROM) / MINUTE_MS
  const isPaused = (minute: number) =>
    pauses.some((pause) => minute >= minuteOf(pause.from) && minute < minuteOf(pause.until))
  let minute = minuteOf(at)
  for (let left = minutes; left > 0; minute += 1) {
    if (open[minute] === 1 && !isPaused(minute)) left -= 1
  }
  return new Date(FROM + minute * MINUTE_MS)
}
