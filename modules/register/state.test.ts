import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal'
import { elapsed } from '#kernel/working-time'
import type { Limit } from '#kernel/working-time-policy'
import { moment, OFFICE } from '../../test/support/calendars.ts'
import { ACTS, type Act, actsFrom, rowOf } from './acts.ts'
import type { DossierState } from './dossier.ts'
import { afterMove, type Move, submitted } from './state.ts'
import { STATUS } from './status.ts'

const RULES = { calendar: OFFICE }
const START = moment('2026-02-09 08:00')
const HOUR_MS = 3_600_000
const ALL_ACTS = Object.keys(ACTS) as Act[]

const step = fc.record({
  /** One of the acts that the table allows at that moment, or now and then any act at all. */
  pick: fc.nat({ max: 10_000 }),
  isWild: fc.integer({ min: 0, max: 4 }).map((die) => die === 0),
  /** Until the next act, in quarters of an hour: nights, week ends and Tết lie in between. */
  quarters: fc.integer({ min: 0, max: 400 }),
  overrides: fc.boolean(),
  extraDays: fc.integer({ min: -2, max: 20 }),
})

type Step = { pick: number; isWild: boolean; quarters: number; overrides: boolean; extraDays: number }

const limits = fc.oneof(
  fc.record({
    value: fc.constantFrom(0.5, 1, 2, 3, 5, 10, 15, 30),
    unit: fc.constant('working_day' as const),
  }),
  fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constant('hour' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 60 }), unit: fc.constant('day' as const) }),
)

type Run = {
  readonly moves: readonly Move[]
  readonly states: readonly DossierState[]
  readonly refused: number
}

/** A history: what the table allows happens, what it does not is refused and leaves no trace. */
function run(steps: readonly Step[], limit: Limit): Run {
  let at = START
  const states = [submitted(at, RULES)]
  const moves: Move[] = []
  let refused = 0
  for (const { pick, isWild, quarters, overrides, extraDays } of steps) {
    at = new Date(at.getTime() + (quarters * HOUR_MS) / 4)
    const state = states.at(-1) as DossierState
    const allowed = actsFrom(state.status)
    const acts = isWild || allowed.length === 0 ? ALL_ACTS : allowed
    const act = acts[pick % acts.length] as Act
    const dueAt = state.dueAt && new Date(state.dueAt.getTime() + extraDays * 24 * HOUR_MS)
    const move: Move = { act, at, reason: 'lý do', limit, overrides, dueAt }
    try {
      states.push(afterMove(state, move, RULES))
      moves.push(move)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused += 1
    }
  }
  return { moves, states, refused }
}

test('10,000 random histories keep the rules of the state machine and of the clocks', () => {
  const seen = { moves: 0, refused: 0, overrides: 0, pauses: 0, extensions: 0, ends: 0 }

  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), limits, (steps, limit) => {
      const { moves, states, refused } = run(steps, limit)
      for (const [at, move] of moves.entries()) {
        keepsTheTable(states[at] as DossierState, move, states[at + 1] as DossierState)
      }
      for (const state of states) keepsItsClocks(state)
      // The same events give the same state, whoever replays them.
      expect(moves.reduce((state, move) => afterMove(state, move, RULES), submitted(START, RULES))).toEqual(
        states.at(-1),
      )

      const last = states.at(-1) as DossierState
      expect(last.supplementRequests).toBe(
        moves.filter(({ act }) => act.startsWith('ask_') && act !== 'ask_payment').length,
      )
      expect(last.extensions).toBeLessThanOrEqual(1)
      seen.moves += moves.length
      seen.refused += refused
      seen.overrides += last.supplementRequests > 1 ? 1 : 0
      seen.pauses += last.pauses.length
      seen.extensions += last.extensions
      seen.ends += last.endedAt ? 1 : 0
    }),
    { numRuns: 10_000, seed: 20_261_126 },
  )

  // The histories were worth it: every part of the machine was met.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
})

function keepsTheTable(before: DossierState, move: Move, after: DossierState): void {
  const row = rowOf(move.act)
  expect(row.from).toContain(before.status)
  expect(after.status).toBe(row.to ?? before.status)
  expect(after.submittedAt).toEqual(before.submittedAt)
  // A due time changes by reception, by an extension, or when a pause ends; never by anything else.
  const endsPause = STATUS[before.status].clock === 'paused' && STATUS[after.status].clock !== 'paused'
  if (move.act !== 'receive' && move.act !== 'extend' && !endsPause) expect(after.dueAt).toEqual(before.dueAt)
  if (endsPause && before.dueAt && after.dueAt)
    expect(after.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime())
}

function keepsItsClocks(state: DossierState): void {
  const { status, pauses, receivedAt, dueAt, dueSince, limit } = state
  const open = pauses.filter(({ until }) => !until)
  expect(open).toHaveLength(STATUS[status].clock === 'paused' ? 1 : 0)
  expect(pauses.every(({ from, until }) => !until || from <= until)).toBe(true)
  expect(status === 1 || status === 3 || receivedAt !== undefined || status === 7).toBe(true)
  if (!receivedAt || !dueAt || !limit || dueSince) return
  // What has been counted by the due moment, the closed pauses left out, is the limit. (Calendar days end when a day closes.)
  if (limit.unit === 'day' || open.length > 0) return
  const counted = elapsed({ start: receivedAt, limit, calendar: OFFICE, pauses }, dueAt)
  expect(Math.abs(counted - limit.value)).toBeLessThan(1e-6)
}

test('what the table does not allow is refused with what may be done instead', () => {
  const state = submitted(START, RULES)

  const refusal = refusalOf(() => afterMove(state, { act: 'finish', at: START }, RULES))

  expect(refusal).toMatchObject({
    code: 'register.not_allowed',
    details: { act: 'finish', status: 1, allowed: actsFrom(1) },
  })
})

test('a second request for a supplement is refused, and an override is counted', () => {
  const asked = [
    { act: 'receive', limit: { value: 5, unit: 'working_day' } },
    { act: 'ask_supplement', reason: 'thiếu giấy' },
    { act: 'answer_supplement' },
  ] as const
  const state = asked.reduce<DossierState>(
    (sofar, move) => afterMove(sofar, { ...move, at: START }, RULES),
    submitted(START, RULES),
  )
  const again = { act: 'ask_supplement', at: START, reason: 'còn thiếu' } as const

  expect(refusalOf(() => afterMove(state, again, RULES))).toMatchObject({ code: 'register.asked_already' })
  expect(afterMove(state, { ...again, overrides: true }, RULES).supplementRequests).toBe(2)
})

test('before reception a paper is asked for without a new status, and the hours of the agency start again with the answer', () => {
  const asked = afterMove(
    submitted(START, RULES),
    { act: 'ask_before_reception', at: moment('2026-02-09 09:00'), reason: 'ảnh mờ' },
    RULES,
  )
  const answered = afterMove(asked, { act: 'answer_before_reception', at: moment('2026-02-10 09:00') }, RULES)

  expect(asked).toMatchObject({ status: 1, turn: 'applicant', pickUpBy: undefined, supplementRequests: 1 })
  expect(answered).toMatchObject({ status: 1, turn: 'agency', pickUpBy: moment('2026-02-11 09:00') })
  expect(() => afterMove(asked, { act: 'receive', at: START }, RULES)).toThrow('register.not_allowed')
})

test('a reason of 2,001 characters, an extension into the past, and a second extension are refused', () => {
  const received = afterMove(
    submitted(START, RULES),
    { act: 'receive', at: START, limit: { value: 2, unit: 'working_day' } },
    RULES,
  )
  const later = moment('2026-02-13 09:00')
  const extended = afterMove(received, { act: 'extend', at: START, reason: 'x', dueAt: later }, RULES)

  const codes = [
    () => afterMove(received, { act: 'stop', at: START, reason: 'x'.repeat(2001) }, RULES),
    () => afterMove(received, { act: 'stop', at: START, reason: '  ' }, RULES),
    () => afterMove(received, { act: 'extend', at: START, reason: 'x', dueAt: START }, RULES),
    () =>
      afterMove(
        extended,
        { act: 'extend', at: START, reason: 'x', dueAt: moment('2026-03-13 09:00') },
        RULES,
      ),
  ].map((act) => refusalOf(act)?.code)

  expect(codes).toEqual([
    'register.reason_too_long',
    'register.reason_missing',
    'register.due_not_later',
    'register.extended_already',
  ])
})

function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return undefined
}
