import { type Db, sql, type Tx } from '#platform/db'
import type { Step } from '../process.ts'

/** The newest row that fits best: procedure and agency, then procedure, then agency. By the index of procedures. */
export async function bestProcess(
  db: Db,
  { procedureCode, agency }: { procedureCode: string; agency: string },
): Promise<readonly Step[] | undefined> {
  const row = await db.maybeOne<{ steps: readonly Step[] }>(sql`
    select p.steps
      from onestop.process p
     where (p.procedure_code = ${procedureCode} or p.procedure_code is null)
       and (p.agency = ${agency} or p.agency is null)
     order by p.procedure_code is null, p.agency is null, p.stored_at desc
     limit 1`)
  return row?.steps
}

type NewProcess = {
  id: string
  procedureCode: string | null
  agency: string | null
  steps: readonly Step[]
  by: string
  now: Date
}

export async function insertProcess(tx: Tx, p: NewProcess): Promise<void> {
  await tx.run(sql`
    insert into onestop.process (id, procedure_code, agency, steps, stored_by, stored_at)
    values (${p.id}, ${p.procedureCode}, ${p.agency}, ${JSON.stringify(p.steps)}::jsonb, ${p.by}, ${p.now})`)
}
