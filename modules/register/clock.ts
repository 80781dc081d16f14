import { addWorkingTime, dueTime, workingTimeBetween } from '#kernel/working-time'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import { HOUR_MS } from '#kernel/working-time-clock'
import type { OpenPause, Pause } from '#kernel/working-time-pauses'
import { type CountingPolicy, type Limit, ONE_STOP } from '#kernel/working-time-policy'
import type { DossierState } from './dossier.ts'

/** Giờ làm việc within which an agency takes up what was filed online. A setting: the texts were not compared. */
const PICK_UP_HOURS = 8

/** By which days off and rules the clocks of one dossier run. */
export type ClockRules = { readonly calendar: WorkCalendar; readonly policy?: CountingPolicy }

/** Thời hạn tiếp nhận of a dossier that arrived, or that came back to the agency, at a moment. */
export function pickUpTime(at: Date, { calendar }: ClockRules): Date {
  return addWorkingTime(at, PICK_UP_HOURS * HOUR_MS, calendar)
}

/** Ngày hẹn trả at reception. `undefined` where the law sets no limit. */
export function firstDueTime(
  receivedAt: Date,
  limit: Limit | undefined,
  { calendar, policy = ONE_STOP }: ClockRules,
): Date | undefined {
  return limit && dueTime({ start: receivedAt, limit, calendar, policy })
}

/**
 * The due time of a dossier whose last pause has just ended. Under its first due time the whole limit is counted anew with all
 * pauses; after an extension, the new day moves by the working time of the pauses since. A pause that began when the dossier was
 * late already moves nothing.
 */
export function dueAfterPauses(
  state: Pick<DossierState, 'receivedAt' | 'limit' | 'dueAt' | 'dueSince' | 'pauses'>,
  { calendar, policy = ONE_STOP }: ClockRules,
): Date | undefined {
  const { receivedAt, limit, dueAt, dueSince, pauses } = state
  if (!receivedAt || !dueAt) return dueAt
  const ended = pauses.filter((pause): pause is Pause => pause.until !== undefined)
  if (!dueSince) return limit ? dueTime({ start: receivedAt, limit, calendar, policy, pauses: ended }) : dueAt

  const last = ended.at(-1)
  if (!last || last.from < dueSince || last.from >= dueAt) return dueAt
  return addWorkingTime(dueAt, workingTimeBetween({ from: last.from, to: last.until }, calendar), calendar)
}

export function beginPause(pauses: readonly OpenPause[], at: Date): readonly OpenPause[] {
  return [...pauses, { from: at }]
}

/** Ends the pause that still lasts, if there is one. */
export function endPause(pauses: readonly OpenPause[], at: Date): readonly OpenPause[] {
  return pauses.map((pause) =>
    pause.until ? pause : { from: pause.from, until: at < pause.from ? pause.from : at },
  )
}
