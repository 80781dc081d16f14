import { createHash } from 'node:crypto'
import { addDays, civilDate, momentAt } from '#kernel/civil-date'
import { HOUR_MS } from '#kernel/working-time-clock'
import type { Db, Tx } from '#platform/db'
import { findDossier } from '#register'
import { DEFAULT_PROCESS } from './process.ts'
import {
  changeTally,
  countThisHour,
  lockWork,
  putWork,
  type TallyChange,
  talliesOf,
  type WorkRow,
} from './queries/work.ts'
import { placeOf, type Queue, shortName } from './queue.ts'

/** Việc: a dossier as its agency sees it. */
export type Work = WorkRow

/** What an officer changes about the work itself, beside what the register says. */
export type WorkChange = {
  readonly step?: string
  readonly assignee?: { readonly id: string; readonly name: string } | null
  readonly consulted?: string | null
}

/**
 * Xếp việc: puts a dossier into the queue where the register says it waits, and keeps the counts right, in the caller's transaction.
 * Twice, or out of order, changes nothing: an older version than the one that is there is left aside.
 */
export async function placeWork(tx: Tx, code: string, change: WorkChange = {}): Promise<void> {
  const dossier = await findDossier(tx, code)
  if (!dossier || dossier.door === 'sync') return
  const before = await lockWork(tx, dossier.agency, code)
  if (before && before.version > dossier.version) return

  const consulted = change.consulted === undefined ? (before?.consulted ?? null) : change.consulted
  const { queue, actBy } = placeOf(dossier, consulted !== null)
  const assignee = change.assignee === undefined ? assigneeOf(before) : change.assignee
  const isWritten = await putWork(tx, {
    agency: dossier.agency,
    dossierCode: code,
    version: dossier.version,
    queue,
    actBy: actBy ?? 'infinity',
    procedureCode: dossier.procedureCode,
    procedureName: dossier.procedureName,
    applicant: shortName(dossier.applicant.name),
    step: change.step ?? before?.step ?? DEFAULT_PROCESS[0]?.id ?? 'reception',
    assignee: assignee?.id ?? null,
    assigneeName: assignee?.name ?? null,
    consulted: queue === 'closed' ? null : consulted,
    arrivedAt: dossier.submittedAt,
  })
  if (isWritten) await changeTally(tx, dossier.agency, tallyChanges(before, { queue, actBy }), slotOf(code))
}

function assigneeOf(before: Work | undefined): { id: string; name: string } | null {
  return before?.assignee ? { id: before.assignee, name: before.assigneeName ?? '' } : null
}

/** Closed work is not counted: it only grows. */
function tallyChanges(
  before: Work | undefined,
  after: { queue: Queue; actBy: Date | undefined },
): TallyChange[] {
  const was =
    before && before.queue !== 'closed' ? { queue: before.queue, hour: hourOf(before.actBy) } : undefined
  const is = after.queue === 'closed' ? undefined : { queue: after.queue, hour: hourOf(after.actBy) }
  if (was && is && was.queue === is.queue && was.hour.valueOf() === is.hour.valueOf()) return []
  return [...(was ? [{ ...was, by: -1 as const }] : []), ...(is ? [{ ...is, by: 1 as const }] : [])]
}

function hourOf(actBy: Date | number | undefined): Date | 'infinity' {
  return actBy instanceof Date ? new Date(Math.floor(actBy.getTime() / HOUR_MS) * HOUR_MS) : 'infinity'
}

function slotOf(code: string): number {
  return createHash('sha256').update(code).digest().readUInt8(0)
}

/** Số việc in each queue, with what is late and what is due today. */
export type WorkCounts = Readonly<Record<Queue, number>> & {
  readonly late: number
  readonly today: number
}

/**
 * Counts that are right at every moment and never count everything: whole hours from the tally, the hour that is now by its index
 * range. Late is what has not been taken up in time or is past its due time; what waits for somebody else is not late.
 */
export async function countWork(db: Db, agency: string, now: Date): Promise<WorkCounts> {
  const thisHour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const hours = {
    thisHour,
    nextHour: new Date(thisHour.getTime() + HOUR_MS),
    endOfDay: momentAt(addDays(civilDate(now), 1)),
  }
  const running: readonly Queue[] = ['new', 'handling']
  const [tallies, here] = await Promise.all([
    talliesOf(db, agency, hours),
    countThisHour(db, { agency, queues: running, now, ...hours }),
  ])
  const total = Object.fromEntries(tallies.map(({ queue, total: count }) => [queue, count]))
  const ofRunning = tallies.filter(({ queue }) => running.includes(queue))
  const sum = (part: 'past' | 'later') => ofRunning.reduce((sofar, row) => sofar + row[part], here[part])
  return {
    new: total['new'] ?? 0,
    handling: total['handling'] ?? 0,
    applicant: total['applicant'] ?? 0,
    payment: total['payment'] ?? 0,
    other_unit: total['other_unit'] ?? 0,
    stopped: total['stopped'] ?? 0,
    return: total['return'] ?? 0,
    closed: 0,
    late: sum('past'),
    today: sum('later'),
  }
}
