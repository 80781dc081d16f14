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

/** Work that its officer has still to do: as the index of assignees has it. */
const IS_SOMEBODYS = sql`w.queue in ('new', 'handling', 'other_unit', 'return')`

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

/** `hour` is the hour in which the work is due. */
export type TallyChange = { readonly queue: Queue; readonly hour: Date | 'infinity'; readonly by: 1 | -1 }

const SLOTS = 4

/** Adds to the counts, in one order, so that two changes cannot block each other for good. */
export async function changeTally(
  tx: Tx,
  agency: string,
  changes: readonly TallyChange[],
  seed: number,
): Promise<void> {
  const slot = seed % SLOTS
  const sorted = [...changes].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  for (const { queue, hour, by } of sorted) {
    await tx.many(sql`
      insert into onestop.tally as t (agency, queue, hour, slot, count)
      values (${agency}, ${queue}, ${hour}, ${slot}, ${by})
      on conflict (agency, queue, hour, slot) do update set count = t.count + excluded.count`)
  }
}

function orderOf({ queue, hour }: TallyChange): string {
  return `${queue} ${hour instanceof Date ? hour.toISOString() : hour}`
}

export type Hours = { readonly thisHour: Date; readonly nextHour: Date; readonly endOfDay: Date }

export type TallyRow = {
  readonly queue: Queue
  readonly total: number
  /** Due in an hour that is over, and in one that is still to come today. */
  readonly past: number
  readonly later: number
}

/** What lies in each queue: some hundred rows of one agency, by primary key. */
export async function talliesOf(
  db: Db,
  agency: string,
  { thisHour, nextHour, endOfDay }: Hours,
): Promise<TallyRow[]> {
  return db.many<TallyRow>(sql`
    select t.queue, sum(t.count)::int as total,
           coalesce(sum(t.count) filter (where t.hour < ${thisHour}), 0)::int as past,
           coalesce(sum(t.count) filter (where t.hour >= ${nextHour} and t.hour < ${endOfDay}), 0)::int as later
      from onestop.tally t
     where t.agency = ${agency}
     group by t.queue
     order by t.queue`)
}

/** What is due in this hour, before and after now. By the index of queues, an hour of it. */
export async function countThisHour(
  db: Db,
  {
    agency,
    queues,
    now,
    thisHour,
    nextHour,
  }: { agency: string; queues: readonly Queue[]; now: Date } & Hours,
): Promise<{ readonly past: number; readonly later: number }> {
  return db.one(sql`
    select count(*) filter (where w.act_by < ${now})::int as past,
           count(*) filter (where w.act_by >= ${now})::int as later
      from onestop.work w
     where w.agency = ${agency}
       and w.queue = any (${[...queues]}::text[])
       and w.act_by >= ${thisHour}
       and w.act_by < ${nextHour}`)
}

/** How much open work each officer of an agency has. By the index of assignees. */
export async function loadsOf(db: Db, agency: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.many<{ assignee: string; count: number }>(sql`
    select w.assignee, count(*)::int as count
      from onestop.work w
     where w.agency = ${agency}
       and w.assignee is not null
       and ${IS_SOMEBODYS}
     group by w.assignee`)
  return new Map(rows.map(({ assignee, count }) => [assignee, count]))
}

/** Takes away what counts nothing any more. */
export async function dropEmptyTallies(db: Db, before: Date): Promise<number> {
  return db.run(sql`
    delete from onestop.tally
     where hour < ${before} and count = 0`)
}

export type WorkCursor = { readonly actBy: string; readonly code: string }

/** What of a queue is looked at. `null` of an assignee: nobody has it yet. */
export type WorkFilter = {
  readonly procedureCode?: string | undefined
  readonly step?: string | undefined
  readonly assignee?: string | null | undefined
}

export type WorkQuestion = {
  readonly agency: string
  readonly queues: readonly Queue[]
  readonly dueFrom?: Date | undefined
  readonly dueUntil?: Date | undefined
  readonly assignee?: string | undefined
  readonly filter?: WorkFilter
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

/**
 * One lower bound, never two: with a second one the index is read from the lower of them. A page goes on where the last one ended; the
 * first begins where the question does.
 */
function rangeOf({ agency, dueFrom, dueUntil, filter, after, limit }: WorkQuestion, queue: Queue): Sql {
  const from = after
    ? sql`and (w.act_by, w.dossier_code) > (${after.actBy}::timestamptz, ${after.code})`
    : sql`and w.act_by >= ${dueFrom ?? '-infinity'}::timestamptz`
  return sql`
    select ${COLUMNS}, w.act_by::text as cursor
      from onestop.work w
     where w.agency = ${agency}
       and w.queue = ${queue}
       ${from}
       ${dueUntil ? sql`and w.act_by < ${dueUntil}` : empty}
       ${isLike(filter)}
     order by w.act_by, w.dossier_code
     limit ${limit}`
}

/** A procedure has an index of its own; step and officer are looked for along the queue, which is what is open at one agency. */
function isLike({ procedureCode, step, assignee }: WorkFilter = {}): Sql {
  return sql`
       ${procedureCode === undefined ? empty : sql`and w.procedure_code = ${procedureCode}`}
       ${step === undefined ? empty : sql`and w.step = ${step}`}
       ${assignee === undefined ? empty : assignee === null ? sql`and w.assignee is null` : sql`and w.assignee = ${assignee}`}`
}

/** Every procedure of which an agency has work, with its name: one step along the index for each. */
export async function proceduresAt(
  db: Db,
  agency: string,
): Promise<{ readonly code: string; readonly name: string }[]> {
  return db.many(sql`
    with recursive seen as (
      (select w.procedure_code as code, w.procedure_name as name, 1 as number
         from onestop.work w
        where w.agency = ${agency}
        order by w.procedure_code
        limit 1)
      union all
      select next.code, next.name, seen.number + 1
        from seen
       cross join lateral (
         select w.procedure_code as code, w.procedure_name as name
           from onestop.work w
          where w.agency = ${agency}
            and w.procedure_code > seen.code
          order by w.procedure_code
          limit 1) next
       where seen.number < 500)
    select seen.code, seen.name
      from seen
     order by seen.code`)
}

function ofAssignee({ agency, assignee = '', filter, after, limit }: WorkQuestion): Sql {
  return sql`
    select ${COLUMNS}, w.act_by::text as cursor
      from onestop.work w
     where w.agency = ${agency}
       and w.assignee = ${assignee}
       and ${IS_SOMEBODYS}
       and (w.act_by, w.dossier_code) > (${after?.actBy ?? '-infinity'}::timestamptz, ${after?.code ?? ''})
       ${isLike(filter)}
     order by w.act_by, w.dossier_code
     limit ${limit}`
}
