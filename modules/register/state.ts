import { Refusal } from '#kernel/refusal'
import type { Limit } from '#kernel/working-time-policy'
import { type Act, type ActRow, actsFrom, rowOf } from './acts.ts'
import { beginPause, type ClockRules, dueAfterPauses, endPause, firstDueTime, pickUpTime } from './clock.ts'
import type { DossierState } from './dossier.ts'
import { STATUS, type Status } from './status.ts'

/** What is done to a dossier, as far as the machine looks at it. */
export type Move = {
  readonly act: Act
  readonly at: Date
  readonly reason?: string | undefined
  /** With `receive`: the time limit of the revision; absent where the law sets none. */
  readonly limit?: Limit | undefined
  /** With `extend`: the new day. */
  readonly dueAt?: Date | undefined
  /** With a request to the applicant: until when to answer. */
  readonly supplementBy?: Date | undefined
  /** Does once more what may be done once, for the reason given; such overrides are counted. */
  readonly overrides?: boolean | undefined
}

const MOST_REASON = 2_000

/** Hồ sơ vừa đến: filed, and nobody has taken it up. */
export function submitted(at: Date, rules: ClockRules): DossierState {
  return {
    status: 1,
    turn: 'agency',
    submittedAt: at,
    pickUpBy: pickUpTime(at, rules),
    pauses: [],
    supplementRequests: 0,
    extensions: 0,
  }
}

/**
 * The state after an act (Nghị định 118/2025/NĐ-CP). Pure: the same events always give the same state.
 * @throws Refusal `register.not_allowed`, `register.reason_missing`, `register.asked_already`, `register.extended_already`,
 *   `register.due_not_later`, `register.before_last`
 */
export function afterMove(state: DossierState, move: Move, rules: ClockRules): DossierState {
  const row = rowOf(move.act)
  refuseWhatIsWrong(state, move, row)

  const status = row.to ?? state.status
  const turn = row.turn ?? state.turn
  const moved = { ...withClock(state, status, move, rules), status, turn }
  return { ...moved, ...whatElse(moved, move, rules) }
}

function refuseWhatIsWrong(state: DossierState, move: Move, row: ActRow): void {
  const { act, reason = '', overrides = false } = move
  if (!isOpenTo(state, act, row)) {
    throw new Refusal('register.not_allowed', { act, status: state.status, allowed: actsFrom(state.status) })
  }
  if (row.needs.includes('reason') && reason.trim() === '') throw new Refusal('register.reason_missing')
  if (reason.length > MOST_REASON) throw new Refusal('register.reason_too_long', { most: MOST_REASON })
  if (isRequest(act) && state.supplementRequests > 0 && !overrides)
    throw new Refusal('register.asked_already')
  if (act !== 'extend') return
  if (state.extensions > 0) throw new Refusal('register.extended_already')
  const { dueAt } = state
  if (!dueAt) throw new Refusal('register.no_due_time')
  if (!move.dueAt || move.dueAt <= dueAt || move.dueAt <= move.at) throw new Refusal('register.due_not_later')
}

/** Before reception the turn decides what may be done, since the status stays the same. */
function isOpenTo(state: DossierState, act: Act, row: ActRow): boolean {
  if (!row.from.includes(state.status)) return false
  if (act === 'ask_before_reception' || act === 'receive') return state.turn === 'agency'
  if (act === 'answer_before_reception') return state.turn === 'applicant'
  return true
}

function isRequest(act: Act): boolean {
  return act === 'ask_supplement' || act === 'ask_before_reception'
}

function withClock(state: DossierState, to: Status, { at }: Move, rules: ClockRules): DossierState {
  const [was, is] = [STATUS[state.status].clock, STATUS[to].clock]
  if (was === 'running' && is === 'paused') return { ...state, pauses: beginPause(state.pauses, at) }
  if (was !== 'paused' || is === 'paused') return state
  const pauses = endPause(state.pauses, at)
  return { ...state, pauses, dueAt: dueAfterPauses({ ...state, pauses }, rules) }
}

/** What an act brings beside status, turn and clock. */
function whatElse(state: DossierState, move: Move, rules: ClockRules): Partial<DossierState> {
  const { act, at, limit } = move
  switch (act) {
    case 'receive':
      return { receivedAt: at, limit, dueAt: firstDueTime(at, limit, rules), pickUpBy: undefined }
    case 'ask_before_reception':
    case 'ask_supplement':
      return {
        supplementRequests: state.supplementRequests + 1,
        supplementBy: move.supplementBy,
        ...(act === 'ask_before_reception' && { pickUpBy: undefined }),
      }
    case 'answer_before_reception':
      return { pickUpBy: pickUpTime(at, rules), supplementBy: undefined }
    case 'answer_supplement':
      return { supplementBy: undefined }
    case 'extend':
      return { dueAt: move.dueAt, dueSince: at, extensions: state.extensions + 1 }
    case 'finish':
      return { finishedAt: at }
    case 'return':
      return { returnedAt: at, endedAt: at }
    case 'reject':
    case 'withdraw':
      return { endedAt: at, pickUpBy: undefined, supplementBy: undefined }
    case 'stop':
      return { endedAt: at, supplementBy: undefined }
    case 'resume':
      return { endedAt: undefined }
    default:
      return {}
  }
}
