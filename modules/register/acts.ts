import type { Status } from './status.ts'

/** Whose turn it is. */
export type Turn = 'agency' | 'applicant' | 'payment' | 'nobody'

/** What an act asks for beside a person and a time. */
type Need = 'reason' | 'limit' | 'once'

export type ActRow = {
  /** The statuses in which the act may be done. */
  readonly from: readonly Status[]
  /** The status after it; absent where it stays as it was. */
  readonly to?: Status
  /** Whose turn it is after it; absent where that stays as it was. */
  readonly turn?: Turn
  readonly needs: readonly Need[]
  /** By whom: the applicant's side, the agency's side, or either. */
  readonly by: 'applicant' | 'official' | 'either'
}

/**
 * The acts of the trade on a dossier of our own doors, each with the statuses it leads from and to (Nghị định 118/2025/NĐ-CP,
 * Thông tư 03/2025/TT-VPCP). A paper that is missing before reception is asked for without a change of status: form 02 goes out,
 * and the dossier stays "mới đăng ký". What no row allows is refused. Another system's reports are not held to this table:
 * they are recorded and flagged.
 */
export const ACTS = {
  receive: { from: [1], to: 2, turn: 'agency', needs: ['limit'], by: 'official' },
  reject: { from: [1], to: 3, turn: 'nobody', needs: ['reason'], by: 'official' },
  start: { from: [2], to: 4, turn: 'agency', needs: [], by: 'official' },
  ask_before_reception: { from: [1], turn: 'applicant', needs: ['reason', 'once'], by: 'official' },
  answer_before_reception: { from: [1], turn: 'agency', needs: [], by: 'either' },
  ask_supplement: { from: [2, 4], to: 5, turn: 'applicant', needs: ['reason', 'once'], by: 'official' },
  answer_supplement: { from: [5], to: 4, turn: 'agency', needs: [], by: 'either' },
  ask_payment: { from: [4], to: 6, turn: 'payment', needs: ['reason'], by: 'official' },
  confirm_payment: { from: [6], to: 4, turn: 'agency', needs: [], by: 'either' },
  withdraw: { from: [1, 2, 4, 5, 6], to: 7, turn: 'nobody', needs: ['reason'], by: 'either' },
  stop: { from: [2, 4, 5, 6], to: 8, turn: 'nobody', needs: ['reason'], by: 'official' },
  resume: { from: [8], to: 4, turn: 'agency', needs: ['reason'], by: 'official' },
  extend: { from: [2, 4], needs: ['reason', 'once'], by: 'official' },
  finish: { from: [4], to: 9, turn: 'applicant', needs: [], by: 'official' },
  return: { from: [9], to: 10, turn: 'nobody', needs: [], by: 'official' },
} as const satisfies Readonly<Record<string, ActRow>>

export type Act = keyof typeof ACTS

/** Acts that say something about a dossier and change neither status nor clock. */
export const REMARKS = [
  'assigned',
  'handed_over',
  'consulted',
  'opinion_given',
  'noted',
  'message',
  'rated',
  'result_delivered',
] as const
export type Remark = (typeof REMARKS)[number]

export function rowOf(act: Act): ActRow {
  return ACTS[act]
}

/** What may be done to a dossier in this status, whoever does it. */
export function actsFrom(status: Status): readonly Act[] {
  return (Object.keys(ACTS) as Act[]).filter((act) => rowOf(act).from.includes(status))
}
