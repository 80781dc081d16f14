import { sql, type Tx } from '#platform/db'
import type { Claim, ClaimedDossier, Folded } from '../claim.ts'
import { COLUMNS, dossierOf, type Row } from './dossiers.ts'

type ClaimedRow = Row & { readonly statusClaimedAt: Date | null; readonly contentClaimedAt: Date | null }

/** Nobody else takes these codes until the transaction ends, whether they are there yet or not. In one order, so that none waits for ever. */
export async function lockCodes(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.many(sql`
    select pg_advisory_xact_lock(hashtextextended(c.code, 20))
      from (select distinct c.code from unnest(${[...codes]}::text[]) c(code) order by 1) c`)
}

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

/** Writes what dossiers have become, in one statement. */
export async function putClaimedDossiers(tx: Tx, dossiers: readonly ClaimedDossier[]): Promise<void> {
  const rows = dossiers.map((d) => ({
    code: d.code,
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
  }))
  await tx.many(sql`
    insert into register.dossier as o (
           code, version, door, agency, agency_name, procedure_code, procedure_name, status, waits_for, applicant_kind,
           applicant_name, owner, submitted_at, received_at, due_at, finished_at, returned_at, ended_at, changed_at,
           status_claimed_at, content_claimed_at)
    select r.code, r.version, r.door, r.agency, r.agency_name, r.procedure_code, r.procedure_name, r.status, r.waits_for,
           r.applicant_kind, r.applicant_name, r.owner, r.submitted_at, r.received_at, r.due_at, r.finished_at, r.returned_at,
           r.ended_at, r.changed_at, r.status_claimed_at, r.content_claimed_at
      from json_to_recordset(${JSON.stringify(rows)}::json) r(
           code text, version int, door text, agency text, agency_name text, procedure_code text, procedure_name text,
           status smallint, waits_for text, applicant_kind text, applicant_name text, owner text, submitted_at timestamptz,
           received_at timestamptz, due_at timestamptz, finished_at timestamptz, returned_at timestamptz, ended_at timestamptz,
           changed_at timestamptz, status_claimed_at timestamptz, content_claimed_at timestamptz)
    on conflict (code) do update
       set version = excluded.version, agency_name = excluded.agency_name, procedure_code = excluded.procedure_code,
           procedure_name = excluded.procedure_name, status = excluded.status, waits_for = excluded.waits_for,
           applicant_kind = excluded.applicant_kind, applicant_name = excluded.applicant_name, owner = excluded.owner,
           submitted_at = excluded.submitted_at, received_at = excluded.received_at, due_at = excluded.due_at,
           finished_at = excluded.finished_at, returned_at = excluded.returned_at, ended_at = excluded.ended_at,
           changed_at = excluded.changed_at, status_claimed_at = excluded.status_claimed_at,
           content_claimed_at = excluded.content_claimed_at`)
}

export type ClaimEvent = { readonly claim: Claim; readonly folded: Folded; readonly arrivedAt: Date }

/** Adds reports to the courses of their dossiers, in one statement. */
export async function insertClaimEvents(tx: Tx, events: readonly ClaimEvent[]): Promise<void> {
  const rows = events.map(({ claim, folded, arrivedAt }) => ({
    code: claim.code,
    sequence: folded.after.version,
    act: claim.act,
    from_status: folded.fromStatus,
    to_status: folded.toStatus,
    actor_id: claim.by.id,
    actor_name: claim.by.name,
    actor_post: claim.by.post,
    actor_agency: claim.agency,
    reason: claim.text,
    claimed_at: claim.claimedAt,
    arrived_at: arrivedAt,
    is_irregular: folded.isIrregular,
    details: { said: claim.said, ...(folded.isLate && { isLate: true }) },
    digest: claim.digest.toString('hex'),
  }))
  await tx.many(sql`
    insert into register.event (
           dossier_code, sequence, act, from_status, to_status, actor_kind, actor_id, actor_name, actor_post, actor_agency,
           reason, claimed_at, arrived_at, is_irregular, details, claim_digest)
    select r.code, r.sequence, r.act, r.from_status, r.to_status, 'agency', r.actor_id, r.actor_name, r.actor_post,
           r.actor_agency, r.reason, r.claimed_at, r.arrived_at, r.is_irregular, r.details, decode(r.digest, 'hex')
      from json_to_recordset(${JSON.stringify(rows)}::json) r(
           code text, sequence int, act text, from_status smallint, to_status smallint, actor_id text, actor_name text,
           actor_post text, actor_agency text, reason text, claimed_at timestamptz, arrived_at timestamptz,
           is_irregular boolean, details jsonb, digest text)`)
}
