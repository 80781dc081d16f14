import { type Db, sql, type Tx } from '#platform/db'

export type TemplateRow = {
  readonly id: string
  readonly procedureCode: string | null
  readonly title: string
  readonly body: string
  readonly storedAt: Date
}

/** The living templates of one agency, those of one procedure first. By the index of agencies. */
export async function templatesAt(db: Db, agency: string): Promise<TemplateRow[]> {
  return db.many<TemplateRow>(sql`
    select t.id, t.procedure_code, t.title, t.body, t.stored_at
      from onestop.result_template t
     where t.agency = ${agency}
       and t.ended_at is null
     order by t.procedure_code nulls last, t.title, t.id
     limit 500`)
}

export async function insertTemplate(
  tx: Tx,
  t: Omit<TemplateRow, 'storedAt'> & { readonly agency: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into onestop.result_template (id, procedure_code, agency, title, body, stored_by, stored_at)
    values (${t.id}, ${t.procedureCode}, ${t.agency}, ${t.title}, ${t.body}, ${t.by}, ${t.now})`)
}

/** Answers whether it was living. */
export async function endTemplate(
  tx: Tx,
  { id, agency, now }: { id: string; agency: string; now: Date },
): Promise<boolean> {
  const rows = await tx.many(sql`
    update onestop.result_template
       set ended_at = ${now}
     where id = ${id}
       and agency = ${agency}
       and ended_at is null
    returning id`)
  return rows.length === 1
}
