import { type Db, sql, type Tx } from '#platform/db'
import type { Queue } from '../queue.ts'

/** Agencies with running work that is due in some span of time. One reading of the tally, which counts by hours. */
export async function agenciesWithWork(
  db: Db,
  { queues, from, until }: { queues: readonly Queue[]; from: Date; until: Date },
): Promise<string[]> {
  const rows = await db.many<{ agency: string }>(sql`
    select t.agency
      from onestop.tally t
     where t.queue = any (${[...queues]}::text[])
       and t.hour >= ${from}
       and t.hour < ${until}
     group by t.agency
    having sum(t.count) > 0
     order by t.agency`)
  return rows.map(({ agency }) => agency)
}

export type Remindable = {
  readonly dossierCode: string
  readonly actBy: Date
  readonly procedureName: string
  readonly assignee: string | null
}

/** What is due in a span of time and of which nobody was told yet at this level. By the index of queues and the primary key. */
export async function remindable(
  db: Db,
  q: { agency: string; queue: Queue; level: number; from: Date; until: Date; limit: number },
): Promise<Remindable[]> {
  return db.many<Remindable>(sql`
    select w.dossier_code, w.act_by, w.procedure_name, w.assignee
      from onestop.work w
     where w.agency = ${q.agency}
       and w.queue = ${q.queue}
       and w.act_by >= ${q.from}
       and w.act_by <= ${q.until}
       and not exists (
         select 1
           from onestop.reminder r
          where r.agency = w.agency
            and r.dossier_code = w.dossier_code
            and r.act_by = w.act_by
            and r.level >= ${q.level})
     order by w.act_by, w.dossier_code
     limit ${q.limit}`)
}

export type Reminder = {
  readonly agency: string
  readonly dossierCode: string
  readonly actBy: Date
  readonly level: number
  readonly told: readonly string[]
  readonly at: Date
}

/** Answers whether it is the first. */
export async function insertReminder(tx: Tx, r: Reminder): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into onestop.reminder (agency, dossier_code, act_by, level, told, at)
    values (${r.agency}, ${r.dossierCode}, ${r.actBy}, ${r.level}, ${[...r.told]}::text[], ${r.at})
    on conflict do nothing
    returning level`)
  return rows.length === 1
}

/** What a dossier was reminded of, the oldest first. By primary key. */
export async function remindersOf(db: Db, agency: string, code: string): Promise<Reminder[]> {
  return db.many<Reminder>(sql`
    select r.agency, r.dossier_code, r.act_by, r.level, r.told, r.at
      from onestop.reminder r
     where r.agency = ${agency}
       and r.dossier_code = ${code}
     order by r.at, r.level`)
}
