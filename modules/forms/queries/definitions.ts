import { type Db, sql, type Tx } from '#platform/db'
import type { FormDefinition } from '../definition.ts'

export type DefinitionRow = {
  readonly id: string
  readonly version: number
  readonly content: FormDefinition
  readonly digest: string
}

/** The newest version for a procedure. By the index of procedures. */
export async function newestFor(db: Db, procedureCode: string): Promise<DefinitionRow | undefined> {
  return db.maybeOne<DefinitionRow>(sql`
    select d.id, d.version, d.content, d.digest
      from forms.definition d
     where d.procedure_code = ${procedureCode}
     order by d.stored_at desc, d.version desc
     limit 1`)
}

/** By primary key. */
export async function definitionRow(db: Db, id: string, version: number): Promise<DefinitionRow | undefined> {
  return db.maybeOne<DefinitionRow>(sql`
    select d.id, d.version, d.content, d.digest
      from forms.definition d
     where d.id = ${id}
       and d.version = ${version}`)
}

/** The newest version of one form. By primary key. */
export async function newestOf(db: Db, id: string): Promise<DefinitionRow | undefined> {
  return db.maybeOne<DefinitionRow>(sql`
    select d.id, d.version, d.content, d.digest
      from forms.definition d
     where d.id = ${id}
     order by d.version desc
     limit 1`)
}

type NewVersion = {
  version: number
  content: FormDefinition
  digest: string
  by: string
  now: Date
  note: string
}

export async function insertVersion(
  tx: Tx,
  { version, content, digest, by, now, note }: NewVersion,
): Promise<void> {
  await tx.run(sql`
    insert into forms.definition (id, version, procedure_code, content, digest, stored_by, stored_at, note)
    values (${content.id}, ${version}, ${content.procedure}, ${JSON.stringify(content)}::jsonb, ${digest}, ${by}, ${now},
            ${note})`)
}
