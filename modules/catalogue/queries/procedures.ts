import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { Procedure, RevisionKind } from '../revision.ts'
import { keepContent, keptContent } from './kept-contents.ts'
import { keepLine, keptLine } from './kept-lines.ts'

type ProcedureRow = Omit<Procedure, 'decisionNumber' | 'decidedOn' | 'summary' | 'content'> & {
  readonly summary: string | null
  readonly decisionNumber: string | null
  readonly decidedOn: Procedure['decidedOn'] | null
  readonly digest: string
  /** Null when the content of this digest is here already. */
  readonly content: Procedure['content'] | null
}

/**
 * One procedure with the revision in force, or with the revision of that number. Two primary-key look-ups. Which revision
 * it is, the database says every time; a document that was read before is not sent again.
 */
export async function readProcedure(db: Db, code: string, number?: number): Promise<Procedure | undefined> {
  const asked = `${code} ${number ?? 'in force'}`
  const kept = keptContent(asked)
  const row = await db.maybeOne<ProcedureRow>(sql`
    select p.code, p.summary, p.former_names, p.also_called, p.revision_number as in_force_number,
           r.number, r.kind, r.decision_number, r.decided_on, r.effective_on, r.effective_is_known,
           r.replaced_by, r.digest,
           case when r.digest = ${kept?.digest ?? ''} then null else r.content end as content
      from catalogue.procedure p
      join catalogue.revision r
        on r.procedure_code = p.code and r.number = coalesce(${number ?? null}::int, p.revision_number)
     where p.code = ${code}`)
  if (!row) return undefined
  const { decisionNumber, decidedOn, digest, summary: itsSummary, content: sent, ...rest } = row
  const content = sent ?? kept?.content
  if (!content) throw new Error(`Revision ${row.number} of ${code} came without its content`)
  if (sent) keepContent(asked, { digest, content })
  const summary = content.summary ?? itsSummary
  return {
    ...rest,
    content,
    ...(summary === null ? {} : { summary }),
    ...(decisionNumber === null ? {} : { decisionNumber }),
    ...(decidedOn ? { decidedOn } : {}),
  }
}

export type RevisionLine = {
  readonly number: number
  readonly kind: RevisionKind
  readonly decisionNumber: string | null
  readonly effectiveOn: CivilDate
  readonly effectiveIsKnown: boolean
}

/** All revisions of a procedure, newest first. At most 200. */
export async function listRevisions(db: Db, code: string): Promise<RevisionLine[]> {
  return db.many<RevisionLine>(sql`
    select number, kind, decision_number, effective_on, effective_is_known
      from catalogue.revision
     where procedure_code = ${code}
     order by number desc
     limit 200`)
}

/** What a list shows of a procedure. */
export type ProcedureLine = {
  readonly code: string
  readonly name: string
  readonly fieldSlug: string
  readonly fieldName: string
  readonly ownerCode: string | null
  readonly ownerName: string
  readonly levels: readonly string[]
  readonly onlineLevel: 'full' | 'partial' | 'information'
  readonly status: 'public' | 'abolished'
  readonly revisionNumber: number
}

type LineRow = ProcedureLine & { readonly wanted: string; readonly version: string | null }

/**
 * The lines of these codes, in the order of the codes. Unknown codes are left out. The database is asked every time, and
 * sends only what it has otherwise than this process: `xmin` is another one after every change of a row.
 */
export async function readLines(db: Db, codes: readonly string[]): Promise<ProcedureLine[]> {
  const kept = codes.map((code) => keptLine(db, code))
  const rows = await db.many<LineRow>(sql`
    select wanted.code as wanted, p.xmin::text as version, p.code, p.name, p.field_slug, p.field_name, p.owner_code,
           p.owner_name, p.levels, p.online_level, p.status, p.revision_number
      from unnest(${codes}::text[], ${kept.map((one) => one?.version ?? '')}::text[]) as wanted (code, version)
      left join catalogue.procedure p on p.code = wanted.code
     where p.xmin::text is distinct from wanted.version`)
  const sent = new Map<string, ProcedureLine | undefined>()
  for (const { wanted, version, ...line } of rows) {
    sent.set(wanted, version === null ? undefined : line)
    if (version !== null) keepLine(db, wanted, { version, line })
  }
  const lines = codes.map((code, at) => (sent.has(code) ? sent.get(code) : kept[at]?.line))
  return lines.filter((line) => line !== undefined)
}

export type FieldLine = { readonly slug: string; readonly name: string; readonly procedures: number }

/** Lĩnh vực with the number of public procedures, by name. Reads the list rows: a few thousand, tens of thousands at most. */
export async function listFields(db: Db): Promise<FieldLine[]> {
  return db.many<FieldLine>(sql`
    select field_slug as slug, min(field_name) as name, count(*) as procedures
      from catalogue.procedure
     where status = 'public' and not is_internal
     group by field_slug
     order by min(field_name) collate "vi-x-icu"`)
}

/** Live figures of this installation. */
export type CatalogueFigures = {
  readonly procedures: number
  readonly online: number
  readonly fields: number
  readonly lastChangeAt: Date | null
}

export async function readFigures(db: Db): Promise<CatalogueFigures> {
  return db.one<CatalogueFigures>(sql`
    select count(*) as procedures,
           count(*) filter (where online_level <> 'information') as online,
           count(distinct field_slug) as fields,
           (select max(at) from catalogue.change) as last_change_at
      from catalogue.procedure
     where status = 'public' and not is_internal`)
}

export type NamedProcedure = {
  readonly code: string
  readonly name: string
  readonly fieldName: string
  readonly ownerCode: string | null
  readonly ownerName: string
}

/** Every procedure that is public, by its code: the whole list that agencies read. A few thousand rows. */
export async function publicProcedures(db: Db): Promise<NamedProcedure[]> {
  return db.many<NamedProcedure>(sql`
    select p.code, p.name, p.field_name, p.owner_code, p.owner_name
      from catalogue.procedure p
     where p.status = 'public'
     order by p.code`)
}
