import type { CivilDate } from '#kernel/civil-date'
import { sql, type Tx } from '#platform/db'
import type { ProcedureContent } from '../procedure.ts'
import type { ProcedureRecord, RevisionKind } from '../revision.ts'

export type NewestRevision = { readonly number: number; readonly digest: string; readonly source: string }

export type NewRevision = {
  readonly procedureCode: string
  readonly number: number
  readonly kind: RevisionKind
  readonly decisionNumber: string | null
  readonly decidedOn: CivilDate | null
  readonly effectiveOn: CivilDate
  readonly effectiveIsKnown: boolean
  readonly replacedBy: readonly string[]
  readonly content: ProcedureContent
  readonly digest: string
  readonly source: string
  readonly recordedAt: Date
}

export type ImportRow = {
  readonly source: string
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly lines: number
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly rejected: readonly object[]
}

const ONE_IMPORT_AT_A_TIME = 7_664_005

/** The newest revision of every procedure, by code. Other imports wait until this transaction ends. */
export async function newestRevisions(tx: Tx): Promise<Map<string, NewestRevision>> {
  await tx.run(sql`select pg_advisory_xact_lock(${ONE_IMPORT_AT_A_TIME})`)
  const rows = await tx.many<NewestRevision & { code: string }>(sql`
    select distinct on (procedure_code)
           procedure_code as code, number, digest, source
      from catalogue.revision
     order by procedure_code, number desc`)
  return new Map(rows.map(({ code, ...revision }) => [code, revision]))
}

/** The foreign key to the procedure is checked at commit: its row follows in `bringIntoForce`. */
export async function addRevisions(tx: Tx, revisions: readonly NewRevision[]): Promise<void> {
  if (revisions.length === 0) return
  await tx.run(sql`
    insert into catalogue.revision (
           procedure_code, number, kind, decision_number, decided_on, effective_on, effective_is_known,
           replaced_by, content, digest, source, recorded_at)
    select "procedureCode", number, kind, "decisionNumber", "decidedOn", "effectiveOn", "effectiveIsKnown",
           array(select jsonb_array_elements_text("replacedBy")), content, digest, source, "recordedAt"
      from jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) as row (
           "procedureCode" text, number int, kind text, "decisionNumber" text, "decidedOn" date,
           "effectiveOn" date, "effectiveIsKnown" boolean, "replacedBy" jsonb, content jsonb, digest text,
           source text, "recordedAt" timestamptz)`)
}

/** Everyday names and the rank stay with the code, whichever revision is in force. Answers how many rows changed. */
export async function rememberNames(tx: Tx, records: readonly ProcedureRecord[]): Promise<number> {
  if (records.length === 0) return 0
  const rows = records.map(({ code, alsoCalled, rank }) => ({ code, names: alsoCalled, rank }))
  return tx.run(sql`
    with row as (
      select code,
             case when names is not null then array(select jsonb_array_elements_text(names)) end as also_called,
             rank
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent (code text, names jsonb, rank int)
    )
    update catalogue.procedure p
       set also_called = coalesce(row.also_called, p.also_called),
           rank = coalesce(row.rank, p.rank)
      from row
     where p.code = row.code
       and (p.also_called, p.rank) is distinct from (coalesce(row.also_called, p.also_called), coalesce(row.rank, p.rank))`)
}

export async function recordImport(tx: Tx, report: ImportRow): Promise<void> {
  await tx.run(sql`
    insert into catalogue.import (source, started_at, finished_at, lines, added, revised, unchanged, rejected)
    values (${report.source}, ${report.startedAt}, ${report.finishedAt}, ${report.lines}, ${report.added},
            ${report.revised}, ${report.unchanged}, ${JSON.stringify(report.rejected)}::jsonb)`)
}
