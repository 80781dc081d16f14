import { type Db, sql, type Tx } from '#platform/db'
import type { FormDefinition, Text } from '../definition.ts'

export type DefinitionRow = {
  readonly id: string
  readonly version: number
  readonly content: FormDefinition
  readonly digest: string
}

/** The newest version for a procedure. By the index of procedures. */
export async function newestFor(db: Db, procedureCode: string): Promise<DefinitionRow | undefined> {
  const known = kept.get(procedureCode)
  const row = await db.maybeOne<SentRow>(sql`
    select d.id, d.version, d.digest, case when d.digest = ${known?.digest ?? ''} then null else d.content end as content
      from forms.definition d
     where d.procedure_code = ${procedureCode}
     order by d.version desc, d.stored_at desc
     limit 1`)
  if (!row) return undefined
  const content = row.content ?? known?.content
  if (!content) throw new Error(`The form ${row.id} came without its content`)
  if (row.content) keep(procedureCode, { digest: row.digest, content })
  return { ...row, content }
}

type SentRow = Omit<DefinitionRow, 'content'> & { readonly content: FormDefinition | null }

const MOST_KEPT = 500
/** Forms as they were read, by the procedure: which version holds the database says every time, what was read before is not sent again. */
const kept = new Map<string, Pick<DefinitionRow, 'digest' | 'content'>>()

function keep(procedureCode: string, form: Pick<DefinitionRow, 'digest' | 'content'>): void {
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(procedureCode, form)
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

/** Answers whether it was stored: a version that is there already stays. */
export async function insertVersion(
  tx: Tx,
  { version, content, digest, by, now, note }: NewVersion,
): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into forms.definition (id, version, procedure_code, content, digest, stored_by, stored_at, note)
    values (${content.id}, ${version}, ${content.procedure}, ${JSON.stringify(content)}::jsonb, ${digest}, ${by}, ${now},
            ${note})
    on conflict (id, version) do nothing
    returning id`)
  return rows.length === 1
}

export type VersionLine = {
  readonly version: number
  readonly storedAt: Date
  readonly storedBy: string
  readonly note: string
}

/** The versions of one form, the newest first. By primary key. */
export async function formVersions(db: Db, id: string): Promise<VersionLine[]> {
  return db.many<VersionLine>(sql`
    select d.version, d.stored_at, d.stored_by, d.note
      from forms.definition d
     where d.id = ${id}
     order by d.version desc
     limit 100`)
}

export type FormLine = {
  readonly id: string
  readonly version: number
  readonly procedureCode: string
  readonly title: Text
  readonly storedAt: Date
  readonly storedBy: string
}

/** The newest version of every form, by name; a few hundred. By primary key. */
export async function formLines(db: Db): Promise<FormLine[]> {
  return db.many<FormLine>(sql`
    select distinct on (d.id) d.id, d.version, d.procedure_code, d.content->'title' as title, d.stored_at, d.stored_by
      from forms.definition d
     order by d.id, d.version desc
     limit 2000`)
}
