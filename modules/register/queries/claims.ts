import { sql, type Tx } from '#platform/db'
import type { Claim, ClaimedDossier, Folded } from '../claim.ts'
import { COLUMNS, dossierOf, type Row } from './dossiers.ts'

type ClaimedRow = Row & { readonly statusClaimedAt: Date | null; readonly contentClaimedAt: Date | null }

/** By primary key. */
export async function claimedDossiers(tx: Tx, codes: readonly string[]): Promise<ClaimedDossier[]> {
  const rows = await tx.many<ClaimedRow>(sql`
    select ${COLUMNS}, d.status_claimed_at, d.content_claimed_at
      from register.dossier d
     where d.code = any (${[...codes]}::text[])
     order by d.code
       for update`)
  return rows.map(({ statusClaimedAt, contentClaimedAt, ...row }) => ({
    ...dossierOf(row),
    statusClaimedAt: statusClaimedAt ?? undefined,
    contentClaimedAt: contentClaimedAt ?? undefined,
  }))
}

/** Which reports are in the course already, as `code digest`. By the index of reports. */
export async function knownClaims(tx: Tx, claims: readonly Claim[]): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ code: string; digest: string }>(sql`
    select e.dossier_code as code, encode(e.claim_digest, 'hex') as digest
      from unnest(${claims.map(({ code }) => code)}::text[], ${claims.map(({ digest }) => digest)}::bytea[]) c(code, digest)
      join register.event e on e.dossier_code = c.code and e.claim_digest = c.digest`)
  return new Set(rows.map(({ code, digest }) => `${code} ${digest}`))
}

export type ClaimEvent = { readonly claim: Claim; readonly folded: Folded; readonly arrivedAt: Date }

/**
 * Writes what dossiers have become and adds the reports to their courses, in one statement. Answers how many of the new dossiers were
 * written: one that somebody else has opened at the same moment is not.
 */
export async function writeClaims(
  tx: Tx,
  {
    dossiers,
    isNew,
    events,
  }: {
    readonly dossiers: readonly ClaimedDossier[]
    readonly isNew: (code: string) => boolean
    readonly events: readonly ClaimEvent[]
  },
): Promise<number> {
  // A step of processing moves a dossier and renames nothing: most reports are such, and their rows are short.
  const retold = new Set(events.flatMap(({ claim }) => (claim.content ? [claim.code] : [])))
  const isMoved = ({ code }: ClaimedDossier) => !isNew(code) && !retold.has(code)
  const rows = dossiers.filter((d) => !isMoved(d)).map((d) => dossierRow(d, isNew(d.code)))
  const moved = dossiers.filter(isMoved).map(movedRow)
  const { created } = await tx.one<{ created: number }>(sql`
    with r as materialized (
      select *
        from json_to_recordset(${JSON.stringify(rows)}::json) x(
             code text, is_new boolean, version int, door text, agency text, agency_name text, procedure_code text,
             procedure_name text, status smallint, waits_for text, applicant_kind text, applicant_name text, owner text,
             submitted_at timestamptz, received_at timestamptz, due_at timestamptz, finished_at timestamptz,
             returned_at timestamptz, ended_at timestamptz, changed_at timestamptz, status_claimed_at timestamptz,
             content_claimed_at timestamptz)
    ), created as (
      insert into register.dossier (
             code, version, door, agency, agency_name, procedure_code, procedure_name, status, waits_for, applicant_kind,
             applicant_name, owner, submitted_at, received_at, due_at, finished_at, returned_at, ended_at, changed_at,
             status_claimed_at, content_claimed_at)
      select r.code, r.version, r.door, r.agency, r.agency_name, r.procedure_code, r.procedure_name, r.status, r.waits_for,
             r.applicant_kind, r.applicant_name, r.owner, r.submitted_at, r.received_at, r.due_at, r.finished_at,
             r.returned_at, r.ended_at, r.changed_at, r.status_claimed_at, r.content_claimed_at
        from r
       where r.is_new
      on conflict do nothing
      returning 1
    ), changed as (
      update register.dossier d
         set version = r.version, agency_name = r.agency_name, procedure_code = r.procedure_code,
             procedure_name = r.procedure_name, status = r.status, waits_for = r.waits_for,
             applicant_kind = r.applicant_kind, applicant_name = r.applicant_name, owner = r.owner,
             submitted_at = r.submitted_at, received_at = r.received_at, due_at = r.due_at, finished_at = r.finished_at,
             returned_at = r.returned_at, ended_at = r.ended_at, changed_at = r.changed_at,
             status_claimed_at = r.status_claimed_at, content_claimed_at = r.content_claimed_at
        from r
       where not r.is_new
         and d.code = r.code
    ), moved as (
      update register.dossier d
         set version = m.version, status = m.status, waits_for = m.waits_for, submitted_at = m.submitted_at,
             ended_at = m.ended_at, changed_at = m.changed_at, status_claimed_at = m.status_claimed_at
        from json_to_recordset(${JSON.stringify(moved)}::json) m(
             code text, version int, status smallint, waits_for text, submitted_at timestamptz, ended_at timestamptz,
             changed_at timestamptz, status_claimed_at timestamptz)
       where d.code = m.code
    ), told as (
      insert into register.event (
             dossier_code, sequence, act, from_status, to_status, actor_kind, actor_id, actor_name, actor_post, actor_agency,
             reason, claimed_at, arrived_at, is_irregular, details, claim_digest)
      select e.code, e.sequence, e.act, e.from_status, e.to_status, 'agency', e.actor_id, e.actor_name, e.actor_post,
             e.actor_agency, e.reason, e.claimed_at, e.arrived_at, e.is_irregular, e.details, decode(e.digest, 'base64')
        from json_to_recordset(${JSON.stringify(events.map(eventRow))}::json) e(
             code text, sequence int, act text, from_status smallint, to_status smallint, actor_id text, actor_name text,
             actor_post text, actor_agency text, reason text, claimed_at timestamptz, arrived_at timestamptz,
             is_irregular boolean, details jsonb, digest text)
    )
    select count(*)::int as created
      from created`)
  return created
}

function movedRow(d: ClaimedDossier) {
  return {
    code: d.code,
    version: d.version,
    status: d.status,
    waits_for: d.turn,
    submitted_at: d.submittedAt,
    ended_at: d.endedAt,
    changed_at: d.changedAt,
    status_claimed_at: d.statusClaimedAt,
  }
}

function dossierRow(d: ClaimedDossier, isNew: boolean) {
  return {
    code: d.code,
    is_new: isNew,
    version: d.version,
    door: d.door,
    agency: d.agency,
    agency_name: d.agencyName,
    procedure_code: d.procedureCode,
    procedure_name: d.procedureName,
    status: d.status,
    waits_for: d.turn,
    applicant_kind: d.applicant.kind,
    applicant_name: d.applicant.name,
    owner: d.applicant.owner,
    submitted_at: d.submittedAt,
    received_at: d.receivedAt,
    due_at: d.dueAt,
    finished_at: d.finishedAt,
    returned_at: d.returnedAt,
    ended_at: d.endedAt,
    changed_at: d.changedAt,
    status_claimed_at: d.statusClaimedAt,
    content_claimed_at: d.contentClaimedAt,
  }
}

function eventRow({ claim, folded, arrivedAt }: ClaimEvent) {
  const { isLate, isIrregular, fromStatus, toStatus, after } = folded
  return {
    code: claim.code,
    sequence: after.version,
    act: claim.act,
    from_status: fromStatus,
    to_status: toStatus,
    actor_id: claim.by.id,
    actor_name: claim.by.name,
    actor_post: claim.by.post,
    actor_agency: claim.agency,
    reason: claim.text,
    claimed_at: claim.claimedAt,
    arrived_at: arrivedAt,
    is_irregular: isIrregular,
    details: isLate ? { said: claim.said, isLate } : { said: claim.said },
    digest: claim.digest.toString('base64'),
  }
}
