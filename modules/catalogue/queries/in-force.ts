import type { CivilDate } from '#kernel/civil-date'
import { sql, type Tx } from '#platform/db'
import type { OnlineLevel, ProcedureContent } from '../procedure.ts'
import type { RevisionKind } from '../revision.ts'

export type InForce = {
  readonly code: string
  readonly number: number
  readonly kind: RevisionKind
  readonly content: ProcedureContent
}

/** What lists and filters show of a procedure. */
export type ListRow = {
  readonly code: string
  readonly revisionNumber: number
  readonly status: 'public' | 'abolished'
  readonly name: string
  readonly summary: string | null
  readonly fieldSlug: string
  readonly fieldName: string
  readonly ownerCode: string | null
  readonly ownerName: string
  readonly levels: readonly string[]
  readonly subjects: readonly string[]
  readonly onlineLevel: OnlineLevel
  readonly isInternal: boolean
}

/**
 * The revision in force on `today`, of each code; where all lie in the future, the first of them. One index scan of
 * `revision_effective_idx` a code.
 */
export async function revisionsInForce(
  tx: Tx,
  codes: readonly string[],
  today: CivilDate,
): Promise<InForce[]> {
  return tx.many<InForce>(sql`
    select distinct on (procedure_code)
           procedure_code as code, number, kind, content
      from catalogue.revision
     where procedure_code = any(${codes})
     order by procedure_code,
              effective_on <= ${today} desc,
              case when effective_on <= ${today} then effective_on end desc,
              case when effective_on <= ${today} then number else -number end desc`)
}

/** Procedures whose list row does not follow the revision in force. Meets one row a procedure that has later revisions. */
export async function staleProcedures(tx: Tx, today: CivilDate): Promise<readonly string[]> {
  const rows = await tx.many<{ code: string }>(sql`
    select p.code
      from catalogue.procedure p
     cross join lateral (
           select r.number
             from catalogue.revision r
            where r.procedure_code = p.code and r.effective_on <= ${today}
            order by r.effective_on desc, r.number desc
            limit 1) in_force
     where in_force.number <> p.revision_number
     order by p.code`)
  return rows.map(({ code }) => code)
}

/** A name that is given up is kept, because people go on searching by it. */
export async function storeListRows(tx: Tx, rows: readonly ListRow[]): Promise<void> {
  await tx.run(sql`
    insert into catalogue.procedure as p (
           code, revision_number, status, name, summary, field_slug, field_name, owner_code, owner_name, levels, subjects,
           online_level, is_internal)
    select code, "revisionNumber", status, name, summary, "fieldSlug", "fieldName", "ownerCode", "ownerName",
           array(select jsonb_array_elements_text(levels)), array(select jsonb_array_elements_text(subjects)),
           "onlineLevel", "isInternal"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
           code text, "revisionNumber" int, status text, name text, summary text, "fieldSlug" text, "fieldName" text,
           "ownerCode" text, "ownerName" text, levels jsonb, subjects jsonb, "onlineLevel" text,
           "isInternal" boolean)
    on conflict (code) do update
       set revision_number = excluded.revision_number,
           status = excluded.status,
           former_names = case
             when p.name = excluded.name or p.name = any(p.former_names) then p.former_names
             else p.former_names || p.name
           end,
           name = excluded.name,
           summary = coalesce(excluded.summary, p.summary),
           field_slug = excluded.field_slug,
           field_name = excluded.field_name,
           owner_code = excluded.owner_code,
           owner_name = excluded.owner_name,
           levels = excluded.levels,
           subjects = excluded.subjects,
           online_level = excluded.online_level,
           is_internal = excluded.is_internal`)
}
