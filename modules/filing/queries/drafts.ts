import type { Answers } from '#forms'
import { type Db, sql, type Tx } from '#platform/db'

export type DraftRow = {
  readonly id: string
  readonly owner: string
  readonly actor: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly revisionNumber: number
  readonly formId: string
  readonly formVersion: number
  readonly agency: string
  readonly agencyName: string
  readonly place: string
  readonly answers: Answers
  readonly prefilled: readonly string[]
  readonly begunAt: Date
  readonly savedAt: Date
  readonly deletedAt: Date | null
  readonly dossierCode: string | null
}

const COLUMNS = sql`
  d.id, d.owner, d.actor, d.procedure_code, d.procedure_name, d.revision_number, d.form_id, d.form_version, d.agency,
  d.agency_name, d.place, d.answers, d.prefilled, d.begun_at, d.saved_at, d.deleted_at, d.dossier_code`

/** By primary key, if it is this owner's. */
export async function draftOf(
  db: Db,
  { id, owner }: { id: string; owner: string },
): Promise<DraftRow | undefined> {
  return db.maybeOne<DraftRow>(sql`
    select ${COLUMNS}
      from filing.draft d
     where d.id = ${id}
       and d.owner = ${owner}`)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockDraft(
  tx: Tx,
  { id, owner }: { id: string; owner: string },
): Promise<DraftRow | undefined> {
  return tx.maybeOne<DraftRow>(sql`
    select ${COLUMNS}
      from filing.draft d
     where d.id = ${id}
       and d.owner = ${owner}
       for update`)
}

/** What somebody has not filed yet, the latest first; a handful. By the index of owners. */
export async function openDraftsOf(db: Db, owner: string): Promise<DraftRow[]> {
  return db.many<DraftRow>(sql`
    select ${COLUMNS}
      from filing.draft d
     where d.owner = ${owner}
       and d.dossier_code is null
       and d.deleted_at is null
     order by d.saved_at desc
     limit 20`)
}

/** Holds off other drafts of the same owner, so that two tabs together do not begin more than there may be. */
export async function lockDraftsOf(tx: Tx, owner: string): Promise<void> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtextextended(${`filing.draft ${owner}`}, 0))`)
}

export async function insertDraft(tx: Tx, d: Omit<DraftRow, 'deletedAt' | 'dossierCode'>): Promise<void> {
  await tx.run(sql`
    insert into filing.draft (
           id, owner, actor, procedure_code, procedure_name, revision_number, form_id, form_version, agency, agency_name, place,
           answers, prefilled, begun_at, saved_at)
    values (${d.id}, ${d.owner}, ${d.actor}, ${d.procedureCode}, ${d.procedureName}, ${d.revisionNumber}, ${d.formId},
            ${d.formVersion}, ${d.agency}, ${d.agencyName}, ${d.place}, ${JSON.stringify(d.answers)}::jsonb,
            ${[...d.prefilled]}::text[], ${d.begunAt}, ${d.savedAt})`)
}

/** Puts answers over those that are there: other pages, saved from another device meanwhile, stay as they are. */
export async function mergeAnswers(
  tx: Tx,
  { id, answers, dropped, now }: { id: string; answers: Answers; dropped: readonly string[]; now: Date },
): Promise<void> {
  await tx.run(sql`
    update filing.draft
       set answers = (answers - ${[...dropped]}::text[]) || ${JSON.stringify(answers)}::jsonb,
           saved_at = ${now}
     where id = ${id}`)
}

export async function setForm(
  tx: Tx,
  d: { id: string; formId: string; formVersion: number; revisionNumber: number; now: Date },
): Promise<void> {
  await tx.run(sql`
    update filing.draft
       set form_id = ${d.formId}, form_version = ${d.formVersion}, revision_number = ${d.revisionNumber}, saved_at = ${d.now}
     where id = ${d.id}`)
}

export async function setDeleted(tx: Tx, { id, at }: { id: string; at: Date | null }): Promise<void> {
  await tx.run(sql`update filing.draft set deleted_at = ${at} where id = ${id} and dossier_code is null`)
}

export async function setSubmitted(
  tx: Tx,
  { id, code, now }: { id: string; code: string; now: Date },
): Promise<void> {
  await tx.run(sql`update filing.draft set dossier_code = ${code}, saved_at = ${now} where id = ${id}`)
}
