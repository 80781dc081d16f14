import { civilDate, momentAt, timeOfDayMs } from './civil-date.ts'
import { MINUTE_MS } from './working-time-clock.ts'
import type { JudgementRule } from './working-time-policy.ts'

/** Trước hạn, đúng hạn, quá hạn. */
export type Judgement = 'early' | 'on_time' | 'overdue'

const NOON_MINUTE = 12 * 60

/**
 * Judges when a dossier was finished against when it was due.
 *
 * - `exact`: before, at or after the due moment itself.
 * - `half_day`: early when finished before the half day (morning, afternoon) that holds the due moment; on time until it.
 * - `day`, as reports group it: before the due day, within it, after it.
 *
 * A dossier without a due time is on time.
 */
export function judge(doneAt: Date, dueAt: Date | undefined, rule: JudgementRule): Judgement {
  if (!dueAt) return 'on_time'
  if (rule === 'day') return compare(civilDate(doneAt), civilDate(dueAt))
  if (rule === 'exact') return compare(doneAt.getTime(), dueAt.getTime())
  if (doneAt > dueAt) return 'overdue'
  return doneAt < halfDayOf(dueAt) ? 'early' : 'on_time'
}

function compare<Value extends number | string>(done: Value, due: Value): Judgement {
  if (done === due) return 'on_time'
  return done < due ? 'early' : 'overdue'
}

function halfDayOf(dueAt: Date): Date {
  const isMorning = timeOfDayMs(dueAt) < NOON_MINUTE * MINUTE_MS
  return momentAt(civilDate(dueAt), isMorning ? 0 : NOON_MINUTE)
}
