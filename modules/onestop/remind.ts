import { type OfficerAt, officersAt } from '#identity'
import { DAY_MS } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import { addWorkingTime } from '#kernel/working-time'
import { HOUR_MS } from '#kernel/working-time-clock'
import { tell } from '#notify'
import type { Database, Tx } from '#platform/db'
import { clockRulesOf, findDossier } from '#register'
import { agenciesWithWork, insertReminder, type Remindable, remindable } from './queries/reminders.ts'

/**
 * Mức nhắc việc: who is told, how many working hours before a dossier has to be taken up (`new`) or done (`handling`). 0 is the moment
 * itself: from then on it is late. The law gives the due time, not the reminders: the house's own choice, to be changed here.
 */
const LEVELS = [
  { level: 1, tells: 'officer', hours: { new: 2, handling: 8 } },
  { level: 2, tells: 'administrator', hours: { new: 1, handling: 4 } },
  { level: 3, tells: 'administrator', hours: { new: 0, handling: 0 } },
] as const
const LATE = 3
const QUEUES = ['new', 'handling'] as const

/** How far ahead the tally is read: the longest time off and the hours before it. */
const AHEAD_MS = 14 * DAY_MS
/** What has been late for longer was told when it became late, or before this existed. */
const BEHIND_MS = 2 * DAY_MS
const MOST_AT_ONCE = 500
const MOST_TOLD = 20

/**
 * Nhắc việc trước hạn và báo quá hạn: the officer first, then whoever answers for the agency, each once for every due time. Answers how
 * many dossiers somebody was told of. Safe to call again at any moment.
 */
export async function remind(db: Database, now: Date): Promise<number> {
  const span = {
    queues: QUEUES,
    from: new Date(now.getTime() - BEHIND_MS),
    until: new Date(now.getTime() + AHEAD_MS),
  }
  let count = 0
  for (const agency of await agenciesWithWork(db, span)) {
    count += await db.transaction((tx) => remindAt(tx, { agency, from: span.from, now }))
  }
  return count
}

async function remindAt(
  tx: Tx,
  { agency, from, now }: { agency: string; from: Date; now: Date },
): Promise<number> {
  const { calendar } = await clockRulesOf(tx, agency, now)
  const people = new Map<string, readonly OfficerAt[]>()
  const peopleAs = async (role: 'officer' | 'administrator') => {
    const known = people.get(role) ?? (await officersAt(tx, agency, now, role))
    people.set(role, known)
    return known
  }
  let count = 0
  // The highest first: what is late already is not said to be due soon.
  for (const { level, tells, hours } of LEVELS.toReversed()) {
    for (const queue of QUEUES) {
      const until = hours[queue] === 0 ? now : addWorkingTime(now, hours[queue] * HOUR_MS, calendar)
      const due = await remindable(tx, { agency, queue, level, from, until, limit: MOST_AT_ONCE })
      if (due.length === 0) continue
      const among = await peopleAs(tells)
      const officers = await peopleAs('officer')
      for (const work of due) {
        const whom = tells === 'officer' ? handlers(work, officers) : [...handlers(work, officers), ...among]
        count += (await remindOf(tx, { agency, work, level, whom, now })) ? 1 : 0
      }
    }
  }
  return count
}

/** Whoever has it; nobody yet: everybody who may take it up. */
function handlers({ assignee }: Remindable, officers: readonly OfficerAt[]): readonly OfficerAt[] {
  const own = officers.filter(({ accountId }) => accountId === assignee)
  return own.length > 0 ? own : officers
}

type Reminding = {
  readonly agency: string
  readonly work: Remindable
  readonly level: number
  readonly whom: readonly OfficerAt[]
  readonly now: Date
}

async function remindOf(tx: Tx, { agency, work, level, whom, now }: Reminding): Promise<boolean> {
  const { dossierCode, actBy } = work
  const told = [...new Map(whom.map((one) => [one.accountId, one])).values()].slice(0, MOST_TOLD)
  const accounts = told.map(({ accountId }) => accountId)
  if (!(await insertReminder(tx, { agency, dossierCode, actBy, level, told: accounts, at: now })))
    return false
  const dossier = await findDossier(tx, dossierCode)
  for (const { accountId, email } of told) {
    await tell(tx, {
      account: accountId,
      email,
      kind: level === LATE ? 'overdue' : 'due_soon',
      told: {
        code: dossierCode,
        agency: dossier?.agencyName ?? agency,
        procedure: work.procedureName,
        when: formatMoment(actBy),
      },
      eventKey: `${dossierCode} ${actBy.toISOString()} ${level}`,
      now,
    })
  }
  return true
}
