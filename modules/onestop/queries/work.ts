import type { CivilDate } from '#kernel/civil-date'
import { type Db, empty, type Sql, sql, type Tx } from '#platform/db'
import type { Queue } from '../queue.ts'

export type WorkRow = {
  readonly agency: string
  readonly dossierCode: string
  readonly version: number
  readonly queue: Queue
  /** `infinity` arrives as the number. */
  readonly actBy: Date | number
  readonly procedureCode: string
  readonly procedureName: string
  readonly applicant: string
  readonly step: string
  readonly assignee: string | null
  readonly assigneeName: string | null
  readonly consulted: string | null
  readonly arrivedAt: Date
}

const COLUMNS = sql`
  w.agency, w.dossier_code, w.version, w.queue, w.act_by, w.procedure_code, w.procedure_name, w.applicant, w.step, w.assignee,
  w.assignee_name, w.consulted, w.arrived_at`

/** By primary key. */
export async function workOf(db: Db, agency: string, code: string): Promise<WorkRow | undefined> {
  return db.maybeOne<WorkRow>(sql`
    select ${COLUMNS}
      from onestop.work w
     where w.agency = ${agency}
       and w.dossier_code = ${code}`)
}

export async function lockWork(tx: Tx, agency: string, code: string): Promise<WorkRow | undefined> {
  return tx.maybeOne<WorkRow>(sql`
    select ${COLUMNS}
      from onestop.work w
     where w.agency = ${agency}
       and w.dossier_code = ${code}
       for update`)
}

export type NewWork = Omit<WorkRow, 'actBy'> & { readonly actBy: Date | 'infinity' }

/** Answers whether the row was written: a newer version that is there already stays. */
export async function putWork(tx: Tx, w: NewWork): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into onestop.work as o (
           agency, dossier_code, version, queue, act_by, procedure_code, procedure_name, applicant, step, assignee, assignee_name,
           consulted, arrived_at)
    values (${w.agency}, ${w.dossierCode}, ${w.version}, ${w.queue}, ${w.actBy}, ${w.procedureCode}, ${w.procedureName},
            ${w.applicant}, ${w.step}, ${w.assignee}, ${w.assigneeName}, ${w.consulted}, ${w.arrivedAt})
    on conflict (agency, dossier_code) do update
       set version = excluded.version, queue = excluded.queue, act_by = excluded.act_by, step = excluded.step,
           assignee = excluded.assignee, assignee_name = excluded.assignee_name, consulted = excluded.consulted
     where o.version <= excluded.version
    returning o.agency`)
  return rows.length === 1
}

export type TallyChange = { readonly queue: Queue; readonly day: CivilDate; readonly by: 1 | -1 }

const SLOTS = 8

/** Adds to the counts, in one order, so that two changes cannot block each other for good. */
export async function changeTally(
  tx: Tx,
  agency: string,
  changes: readonly TallyChange[],
  seed: number,
): Promise<void> {
  const slot = seed % SLOTS
  const sorted = [...changes].sort((a, b) => (`${a.queue} ${a.day}` < `${b.queue} ${b.day}` ? -1 : 1))
  for (const { queue, day, by } of sorted) {
    await tx.many(sql`
      insert into onestop.tally as t (agency, queue, day, slot, count)
      values (${agency}, ${queue}, ${day}, ${slot}, ${by})
      on conflict (agency, queue, day, slot) do update set count = t.count + excluded.count`)
  }
}

export type TallyRow = { readonly queue: Queue; readonly total: number; readonly before: number }

/** What lies in each queue, and how much of it was due before a day: a few hundred rows of one agency, by primary key. */
export async function talliesOf(db: Db, agency: string, today: CivilDate): Promise<TallyRow[]> {
  return db.many<TallyRow>(sql`
    select t.queue, sum(t.count)::int as total,
           coalesce(sum(t.count) filter (where t.day < ${today}::date), 0)::int as before
      from onestop.tally t
     where t.agency = ${agency}
     group by t.queue
     order by t.queue`)
}

/** How many of a queue are due between two moments of one day. By the index of queues, a day at most. */
export async function countBetween(
  db: Db,
  { agency, queue, from, until }: { agency: string; queue: Queue; from: Date; until: Date },
): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count
      from onestop.work w
     where w.agency = ${agency}
       and w.queue = ${queue}
       and w.act_by >= ${from}
       and w.act_by < ${until}`)
  return count
}

export type WorkCursor = { readonly actBy: string; readonly code: string }

export type WorkQuestion = {
  readonly agency: string
  readonly queues: readonly Queue[]
  readonly dueFrom?: Date | undefined
  readonly dueUntil?: Date | undefined
  readonly assignee?: string | undefined
  readonly after?: WorkCursor | undefined
  readonly limit: number
}

export type WorkLine = WorkRow & { readonly cursor: string }

/** A page of a queue, what is due first comes first. Each queue by its own index range, then the first of all. */
export async function listWork(db: Db, question: WorkQuestion): Promise<WorkLine[]> {
  const parts =
    question.assignee === undefined
      ? question.queues.map((queue) => rangeOf(question, queue))
      : [ofAssignee(question)]
  const pages = await Promise.all(parts.map((part) => db.many<WorkLine>(part)))
  return pages
    .flat()
    .sort((a, b) => Number(a.actBy) - Number(b.actBy) || (a.dossierCode < b.dossierCode ? -1 : 1))
    .slice(0, question.limit)
}

function rangeOf({ agency, dueFrom, dueUntil, after, limit }: WorkQuestion, queue: Queue): Sql {
  return sql`
    select ${COLUMNS}, w.act_by::text as cursor
      from onestop.work w
     where w.agency = ${agency}
       and w.queue = ${queue}
       and w.act_by >= ${dueFrom ?? '-infinity'}::timestamptz
       ${dueUntil ? sql`and w.act_by < ${dueUntil}` : empty}
       and (w.act_by, w.dossier_code) > (${after?.actBy ?? '-infinity'}::timestamptz, ${after?.code ?? ''})
     order by w.act_by, w.dossier_code
     limit ${limit}`
}

function ofAssignee({ agency, assignee = '', after, limit }: WorkQuestion): Sql {
  return sql`
    select ${COLUMNS}, w.act_by::text as cursor
      from onestop.work w
     where w.agency = ${agency}
       and w.assignee = ${assignee}
       and w.queue in ('new', 'handling', 'other_unit', 'return')
       and (w.act_by, w.dossier_code) > (${after?.actBy ?? '-infinity'}::timestamptz, ${after?.code ?? ''})
     order by w.act_by, w.dossier_code
     limit ${limit}`
}
