import type { Answers } from '#forms'
import { type Db, sql, type Tx } from '#platform/db'
import type { FiledFile } from '../receipt.ts'

export type ContentRow = {
  readonly dossierCode: string
  readonly number: number
  readonly formId: string
  readonly formVersion: number
  readonly answers: Answers
  readonly files: readonly FiledFile[]
  readonly byAccount: string
  readonly at: Date
  readonly digest: string
}

export async function insertContent(tx: Tx, c: ContentRow): Promise<void> {
  await tx.many(sql`
    insert into filing.content (dossier_code, number, form_id, form_version, answers, files, by_account, at, digest)
    values (${c.dossierCode}, ${c.number}, ${c.formId}, ${c.formVersion}, ${JSON.stringify(c.answers)}::jsonb,
            ${JSON.stringify(c.files)}::jsonb, ${c.byAccount}, ${c.at}, ${c.digest})`)
}

/** Everything that was ever filed in a dossier, in its order. By primary key. */
export async function contentsOf(db: Db, dossierCode: string): Promise<ContentRow[]> {
  return db.many<ContentRow>(sql`
    select c.dossier_code, c.number, c.form_id, c.form_version, c.answers, c.files, c.by_account, c.at, c.digest
      from filing.content c
     where c.dossier_code = ${dossierCode}
     order by c.number`)
}

/** The latest content of many dossiers. By primary key. */
export async function latestContents(db: Db, codes: readonly string[]): Promise<ContentRow[]> {
  return db.many<ContentRow>(sql`
    select distinct on (c.dossier_code)
           c.dossier_code, c.number, c.form_id, c.form_version, c.answers, c.files, c.by_account, c.at, c.digest
      from filing.content c
     where c.dossier_code = any (${codes}::text[])
     order by c.dossier_code, c.number desc`)
}

export type KeyRow = { readonly digest: string; readonly dossierCode: string }

/** By primary key. */
export async function requestKey(db: Db, owner: string, key: string): Promise<KeyRow | undefined> {
  return db.maybeOne<KeyRow>(sql`
    select k.digest, k.dossier_code
      from filing.request_key k
     where k.owner = ${owner}
       and k.key = ${key}`)
}

/** Answers whether the key was free. Another transaction with the same key is waited for. */
export async function takeRequestKey(
  tx: Tx,
  k: KeyRow & { readonly owner: string; readonly key: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into filing.request_key (owner, key, digest, dossier_code, at)
    values (${k.owner}, ${k.key}, ${k.digest}, ${k.dossierCode}, ${k.at})
    on conflict do nothing
    returning key`)
  return rows.length === 1
}
