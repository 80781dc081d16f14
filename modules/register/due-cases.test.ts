import { expect, test } from 'vitest'
import { isoMoment } from '#kernel/civil-date-text'
import type { LimitUnit } from '#kernel/working-time-policy'
import { moment, OFFICE, SATURDAY_MORNINGS } from '../../test/support/calendars.ts'
import type { Act } from './acts.ts'
import type { DossierState } from './dossier.ts'
import { afterMove, submitted } from './state.ts'

/** Where the expected day comes from: an article, or the way in which live one-stop systems count. */
const CIVIL_CODE = 'Bộ luật Dân sự 2015, Điều 147–148'
const DAYS_OFF = 'Bộ luật Lao động 2019, Điều 111–112'
const SWAP = 'Công văn 12729/VPCP-KGVX (10/1 làm bù cho 2/1/2026)'
const HABIT = 'Cách tính của bộ phận một cửa: ngày nhận là ngày 0, giữ giờ trong ngày'
const SAME_DAY = 'Cách tính của bộ phận một cửa: trong ngày, nhận sau 15 giờ thì sang ngày làm việc sau'
const PAUSE = 'Nghị định 118/2025/NĐ-CP: thời gian chờ người nộp không tính'
const EXTENSION = 'Nghị định 118/2025/NĐ-CP: hẹn lại một lần, có văn bản xin lỗi'

/** `2026-03-05 10:00 ask_supplement`, or `2026-03-05 10:00 extend 2026-03-20 09:00`. */
function after(state: DossierState, step: string, calendar = OFFICE): DossierState {
  const [day, time, act, dueDay, dueTime] = step.split(' ')
  return afterMove(
    state,
    {
      act: act as Act,
      at: moment(`${day} ${time}`),
      reason: 'thiếu giấy',
      dueAt: dueDay ? moment(`${dueDay} ${dueTime}`) : undefined,
    },
    { calendar },
  )
}

function received(at: string, limit: string, calendar = OFFICE): DossierState {
  const [value, unit] = limit.split(' ')
  return afterMove(
    submitted(moment(at), { calendar }),
    { act: 'receive', at: moment(at), limit: { value: Number(value), unit: unit as LimitUnit } },
    { calendar },
  )
}

function dueOf(state: DossierState): string {
  return state.dueAt ? isoMoment(state.dueAt).slice(0, 16).replace('T', ' ') : 'none'
}

const NO_PAUSE: readonly (readonly [string, string, string, string])[] = [
  ['2026-03-03 09:30', '1 working_day', '2026-03-04 09:30', HABIT],
  ['2026-03-03 09:30', '3 working_day', '2026-03-06 09:30', HABIT],
  ['2026-03-05 14:00', '5 working_day', '2026-03-12 14:00', CIVIL_CODE],
  ['2026-03-06 16:00', '1 working_day', '2026-03-09 16:00', HABIT],
  ['2026-03-06 16:59', '2 working_day', '2026-03-10 16:59', HABIT],
  ['2026-03-03 07:30', '0.5 working_day', '2026-03-03 11:30', HABIT],
  ['2026-03-03 09:30', '0.5 working_day', '2026-03-03 15:00', HABIT],
  ['2026-03-06 09:30', '1.5 working_day', '2026-03-09 15:00', HABIT],
  ['2026-03-03 12:10', '2 working_day', '2026-03-05 13:00', HABIT],
  ['2026-03-03 17:00', '1 working_day', '2026-03-04 17:00', HABIT],
  ['2026-03-03 17:01', '1 working_day', '2026-03-05 07:30', HABIT],
  ['2026-03-06 20:00', '1 working_day', '2026-03-10 07:30', HABIT],
  ['2026-03-07 09:00', '1 working_day', '2026-03-10 07:30', HABIT],
  ['2026-03-08 22:00', '3 working_day', '2026-03-12 07:30', HABIT],
  ['2026-03-03 14:59', '0 working_day', '2026-03-03 17:00', SAME_DAY],
  ['2026-03-03 15:00', '0 working_day', '2026-03-03 17:00', SAME_DAY],
  ['2026-03-03 15:01', '0 working_day', '2026-03-04 17:00', SAME_DAY],
  ['2026-03-06 15:30', '0 working_day', '2026-03-09 17:00', SAME_DAY],
  ['2026-03-03 06:10', '0 working_day', '2026-03-03 17:00', SAME_DAY],
  ['2026-02-13 15:30', '1 working_day', '2026-02-23 15:30', DAYS_OFF],
  ['2026-02-13 08:00', '5 working_day', '2026-02-27 08:00', DAYS_OFF],
  ['2026-02-18 10:00', '3 working_day', '2026-02-26 07:30', DAYS_OFF],
  ['2026-02-13 15:01', '0 working_day', '2026-02-23 17:00', SAME_DAY],
  ['2026-01-09 10:00', '1 working_day', '2026-01-10 10:00', SWAP],
  ['2026-01-10 15:00', '1 working_day', '2026-01-12 15:00', SWAP],
  ['2026-01-08 08:00', '3 working_day', '2026-01-12 08:00', SWAP],
  ['2025-12-31 10:00', '1 working_day', '2026-01-05 10:00', SWAP],
  ['2026-04-24 08:00', '2 working_day', '2026-04-29 08:00', DAYS_OFF],
  ['2026-04-29 16:00', '1 working_day', '2026-05-04 16:00', DAYS_OFF],
  ['2026-08-28 09:00', '2 working_day', '2026-09-04 09:00', DAYS_OFF],
  ['2026-08-21 09:00', '1 working_day', '2026-08-22 09:00', DAYS_OFF],
  ['2027-04-29 09:00', '2 working_day', '2027-05-05 09:00', DAYS_OFF],
  ['2026-03-03 08:00', '2 hour', '2026-03-03 10:00', HABIT],
  ['2026-03-03 10:30', '2 hour', '2026-03-03 14:00', HABIT],
  ['2026-03-06 16:00', '4 hour', '2026-03-09 10:30', HABIT],
  ['2026-03-03 09:30', '10 day', '2026-03-13 17:00', CIVIL_CODE],
  ['2026-03-04 09:30', '10 day', '2026-03-16 17:00', CIVIL_CODE],
  ['2026-04-20 09:30', '10 day', '2026-05-04 17:00', CIVIL_CODE],
  ['2026-01-31 09:30', '1 month', '2026-03-02 17:00', CIVIL_CODE],
  ['2026-03-03 09:30', '1 month', '2026-04-03 17:00', CIVIL_CODE],
]

test.each(NO_PAUSE)('received %s with %s is due %s (%s)', (at, limit, expected) => {
  expect(dueOf(received(at, limit))).toBe(expected)
})

const WITH_STEPS: readonly (readonly [string, string, readonly string[], string, string])[] = [
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-04 09:30 ask_supplement', '2026-03-06 09:30 answer_supplement'],
    '2026-03-12 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-04 10:00 ask_supplement', '2026-03-04 15:00 answer_supplement'],
    '2026-03-10 14:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '3 working_day',
    ['2026-03-04 11:30 ask_supplement', '2026-03-04 13:00 answer_supplement'],
    '2026-03-06 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '3 working_day',
    ['2026-03-06 08:00 ask_supplement', '2026-03-09 08:00 answer_supplement'],
    '2026-03-09 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '3 working_day',
    ['2026-03-05 17:30 ask_supplement', '2026-03-08 12:00 answer_supplement'],
    '2026-03-09 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '3 working_day',
    ['2026-03-05 17:30 ask_supplement', '2026-03-06 06:00 answer_supplement'],
    '2026-03-06 09:30',
    PAUSE,
  ],
  [
    '2026-02-12 09:00',
    '3 working_day',
    ['2026-02-13 09:00 ask_supplement', '2026-02-23 09:00 answer_supplement'],
    '2026-02-25 09:00',
    DAYS_OFF,
  ],
  [
    '2026-02-11 09:00',
    '5 working_day',
    ['2026-02-12 09:00 ask_supplement', '2026-02-18 09:00 answer_supplement'],
    '2026-02-26 17:00',
    DAYS_OFF,
  ],
  [
    '2026-01-08 08:00',
    '3 working_day',
    ['2026-01-09 08:00 ask_supplement', '2026-01-12 08:00 answer_supplement'],
    '2026-01-14 08:00',
    SWAP,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    [
      '2026-03-03 10:00 start',
      '2026-03-04 09:30 ask_supplement',
      '2026-03-05 09:30 answer_supplement',
      '2026-03-06 09:30 ask_payment',
      '2026-03-09 09:30 confirm_payment',
    ],
    '2026-03-12 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    [
      '2026-03-03 10:00 start',
      '2026-03-04 09:30 ask_payment',
      '2026-03-04 10:30 confirm_payment',
      '2026-03-05 14:00 ask_payment',
      '2026-03-05 16:00 confirm_payment',
    ],
    '2026-03-10 14:00',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '2 working_day',
    ['2026-03-05 09:30 ask_supplement', '2026-03-09 09:30 answer_supplement'],
    '2026-03-05 09:30',
    'Đã đến hạn thì việc chờ sau đó không dời hạn',
  ],
  [
    '2026-03-03 09:30',
    '2 working_day',
    ['2026-03-06 09:30 ask_supplement', '2026-03-09 09:30 answer_supplement'],
    '2026-03-05 09:30',
    'Đã đến hạn thì việc chờ sau đó không dời hạn',
  ],
  [
    '2026-03-03 08:00',
    '4 hour',
    ['2026-03-03 09:00 ask_supplement', '2026-03-03 14:00 answer_supplement'],
    '2026-03-03 17:00',
    PAUSE,
  ],
  [
    '2026-03-03 08:00',
    '8 hour',
    ['2026-03-03 16:00 ask_supplement', '2026-03-04 08:30 answer_supplement'],
    '2026-03-04 10:00',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '10 day',
    ['2026-03-05 09:30 ask_supplement', '2026-03-10 09:30 answer_supplement'],
    '2026-03-18 17:00',
    CIVIL_CODE,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-05 09:30 start', '2026-03-06 09:30 stop', '2026-03-16 09:30 resume'],
    '2026-03-18 09:30',
    PAUSE,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-09 08:00 extend 2026-03-13 09:30'],
    '2026-03-13 09:30',
    EXTENSION,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-11 08:00 extend 2026-03-13 09:30'],
    '2026-03-13 09:30',
    EXTENSION,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    [
      '2026-03-04 09:30 ask_supplement',
      '2026-03-05 09:30 answer_supplement',
      '2026-03-06 09:30 extend 2026-03-16 09:30',
    ],
    '2026-03-16 09:30',
    EXTENSION,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    [
      '2026-03-06 09:30 extend 2026-03-16 09:30',
      '2026-03-12 09:30 ask_supplement',
      '2026-03-13 09:30 answer_supplement',
    ],
    '2026-03-17 09:30',
    EXTENSION,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    [
      '2026-03-06 09:30 extend 2026-03-16 09:30',
      '2026-03-13 14:00 ask_supplement',
      '2026-03-13 16:00 answer_supplement',
    ],
    '2026-03-16 11:30',
    EXTENSION,
  ],
  [
    '2026-03-03 09:30',
    '5 working_day',
    ['2026-03-05 09:30 ask_supplement', '2026-03-20 09:30 withdraw'],
    '2026-03-25 09:30',
    PAUSE,
  ],
]

test.each(WITH_STEPS)('received %s with %s, then %j, is due %s (%s)', (at, limit, steps, expected) => {
  const state = steps.reduce((sofar, step) => after(sofar, step), received(at, limit))

  expect(dueOf(state)).toBe(expected)
})

test.each([
  ['2026-03-06 16:00', '1 working_day', '2026-03-09 10:30'],
  ['2026-03-06 09:30', '1 working_day', '2026-03-07 09:30'],
  ['2026-03-07 10:00', '0.5 working_day', '2026-03-09 10:00'],
])(
  'at a centre with Saturday mornings, each half a day, received %s with %s is due %s',
  (at, limit, expected) => {
    expect(dueOf(received(at, limit, SATURDAY_MORNINGS))).toBe(expected)
  },
)

test.each([
  ['2026-03-03 09:30', '2026-03-04 09:30'],
  ['2026-03-03 20:00', '2026-03-04 17:00'],
  ['2026-03-06 15:00', '2026-03-09 15:00'],
  ['2026-02-13 16:00', '2026-02-23 16:00'],
  ['2026-02-17 01:00', '2026-02-23 17:00'],
])('filed online %s, an agency has until %s to take it up: 8 working hours', (at, expected) => {
  const { pickUpBy } = submitted(moment(at), { calendar: OFFICE })

  expect(pickUpBy).toEqual(moment(expected))
})

test('the table has at least 60 cases, each with where it comes from', () => {
  const cases = [...NO_PAUSE, ...WITH_STEPS]

  expect(cases.length).toBeGreaterThanOrEqual(60)
  expect(cases.filter((one) => (one.at(-1) as string).length < 10)).toEqual([])
})
