import type { Limit, LimitUnit } from '#kernel/working-time-policy'
import { type Db, sql, type Tx } from '#platform/db'
import type { Turn } from '../acts.ts'
import type { Door, Dossier } from '../dossier.ts'
import type { Status } from '../status.ts'

export type Row = {
  readonly code: string
  readonly version: number
  readonly door: Door
  readonly agency: string
  readonly agencyName: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly revisionNumber: number | null
  readonly status: Status
  readonly waitsFor: Turn
  readonly applicantKind: 'person' | 'organization'
  readonly applicantName: string
  readonly owner: string | null
  readonly submittedAt: Date
  readonly pickUpBy: Date | null
  readonly receivedAt: Date | null
  readonly limitValue: string | null
  readonly limitUnit: LimitUnit | null
  readonly dueAt: Date | null
  readonly dueSince: Date | null
  readonly pauses: readonly { readonly from: string; readonly until?: string }[]
  readonly supplementRequests: number
  readonly supplementBy: Date | null
  readonly extensions: number
  readonly finishedAt: Date | null
  readonly returnedAt: Date | null
  readonly endedAt: Date | null
  readonly changedAt: Date
}

export const COLUMNS = sql`
  d.code, d.version, d.door, d.agency, d.agency_name, d.procedure_code, d.procedure_name, d.revision_number, d.status,
  d.waits_for, d.applicant_kind, d.applicant_name, d.owner, d.submitted_at, d.pick_up_by, d.received_at, d.limit_value,
  d.limit_unit, d.due_at, d.due_since, d.pauses, d.supplement_requests, d.supplement_by, d.extensions, d.finished_at,
  d.returned_at, d.ended_at, d.changed_at`

/** By primary key. */
export async function dossierByCode(db: Db, code: string): Promise<Dossier | undefined> {
  const row = await db.maybeOne<Row>(sql`
    select ${COLUMNS}
      from register.dossier d
     where d.code = ${code}`)
  return row && dossierOf(row)
}

/** What anyone with the code may know. */
export type PublicRow = Pick<
  Row,
  | 'code'
  | 'version'
  | 'procedureCode'
  | 'procedureName'
  | 'revisionNumber'
  | 'agency'
  | 'agencyName'
  | 'status'
  | 'waitsFor'
  | 'submittedAt'
  | 'pickUpBy'
  | 'receivedAt'
  | 'dueAt'
  | 'finishedAt'
  | 'returnedAt'
>

/** By primary key, nothing about anybody. */
export async function publicDossierByCode(db: Db, code: string): Promise<PublicRow | undefined> {
  return db.maybeOne<PublicRow>(sql`
    select d.code, d.version, d.procedure_code, d.procedure_name, d.revision_number, d.agency, d.agency_name, d.status,
           d.waits_for, d.submitted_at, d.pick_up_by, d.received_at, d.due_at, d.finished_at, d.returned_at
      from register.dossier d
     where d.code = ${code}`)
}

/** Many by primary key, in no order. */
export async function dossiersByCodes(db: Db, codes: readonly string[]): Promise<Dossier[]> {
  const rows = await db.many<Row>(sql`
    select ${COLUMNS}
      from register.dossier d
     where d.code = any (${codes}::text[])`)
  return rows.map(dossierOf)
}

/** By primary key, and nobody else changes it until the transaction ends. */
export async function lockDossier(tx: Tx, code: string): Promise<Dossier | undefined> {
  const row = await tx.maybeOne<Row>(sql`
    select ${COLUMNS}
      from register.dossier d
     where d.code = ${code}
       for update`)
  return row && dossierOf(row)
}

export type OwnerCursor = { readonly submittedAt: Date; readonly code: string }

/** The dossiers of an account, the newest first. By the index of owners, which is in this order. */
export async function dossiersOfOwner(
  db: Db,
  { owner, after, limit }: { owner: string; after?: OwnerCursor | undefined; limit: number },
): Promise<Dossier[]> {
  const rows = await db.many<Row>(sql`
    select ${COLUMNS}
      from register.dossier d
     where d.owner = ${owner}
       and (d.submitted_at, d.code) < (${after?.submittedAt ?? 'infinity'}::timestamptz, ${after?.code ?? ''})
     order by d.submitted_at desc, d.code desc
     limit ${limit}`)
  return rows.map(dossierOf)
}

export type FiledIn = {
  readonly agency: string
  readonly from: Date
  readonly until: Date
  readonly limit: number
}

/** What was filed at our own doors with an agency, in this time, the oldest first. By an index of these alone. */
export async function dossiersFiled(db: Db, { agency, from, until, limit }: FiledIn): Promise<Dossier[]> {
  const rows = await db.many<Row>(sql`
    select ${COLUMNS}
      from register.dossier d
     where d.agency = ${agency}
       and d.door <> 'sync'
       and d.submitted_at >= ${from}
       and d.submitted_at < ${until}
     order by d.submitted_at, d.code
     limit ${limit}`)
  return rows.map(dossierOf)
}

export async function insertDossier(tx: Tx, d: Dossier, secretDigest: Buffer | undefined): Promise<void> {
  await tx.many(sql`
    insert into register.dossier (
           code, version, door, agency, agency_name, procedure_code, procedure_name, revision_number, status, waits_for,
           applicant_kind, applicant_name, owner, submitted_at, pick_up_by, received_at, limit_value, limit_unit, due_at,
           secret_digest, changed_at)
    values (${d.code}, ${d.version}, ${d.door}, ${d.agency}, ${d.agencyName}, ${d.procedureCode}, ${d.procedureName},
            ${d.revisionNumber ?? null}, ${d.status}, ${d.turn}, ${d.applicant.kind}, ${d.applicant.name},
            ${d.applicant.owner ?? null}, ${d.submittedAt}, ${d.pickUpBy ?? null}, ${d.receivedAt ?? null},
            ${d.limit?.value ?? null}, ${d.limit?.unit ?? null}, ${d.dueAt ?? null}, ${secretDigest ?? null}, ${d.changedAt})`)
}

export async function updateDossier(tx: Tx, d: Dossier): Promise<void> {
  await tx.many(sql`
    update register.dossier
       set version = ${d.version}, status = ${d.status}, waits_for = ${d.turn}, pick_up_by = ${d.pickUpBy ?? null},
           received_at = ${d.receivedAt ?? null}, limit_value = ${d.limit?.value ?? null},
           limit_unit = ${d.limit?.unit ?? null}, due_at = ${d.dueAt ?? null}, due_since = ${d.dueSince ?? null},
           pauses = ${JSON.stringify(d.pauses)}::jsonb, supplement_requests = ${d.supplementRequests},
           supplement_by = ${d.supplementBy ?? null}, extensions = ${d.extensions}, finished_at = ${d.finishedAt ?? null},
           returned_at = ${d.returnedAt ?? null}, ended_at = ${d.endedAt ?? null}, changed_at = ${d.changedAt}
     where code = ${d.code}`)
}

/** Counts one more wrong secret, or forgets them all. Answers whether this one fits, and how many have been wrong. */
export async function trySecret(
  tx: Tx,
  { code, digest }: { code: string; digest: Buffer },
): Promise<{ readonly fits: boolean; readonly failures: number } | undefined> {
  return tx.maybeOne(sql`
    update register.dossier d
       set secret_failures = case when d.secret_digest = ${digest} then d.secret_failures else least(d.secret_failures + 1, 1000) end
     where d.code = ${code}
       and d.secret_digest is not null
    returning d.secret_digest = ${digest} as fits, d.secret_failures as failures`)
}

export function dossierOf(row: Row): Dossier {
  const {
    waitsFor,
    applicantKind,
    applicantName,
    owner,
    limitValue,
    limitUnit,
    pauses,
    revisionNumber,
    ...rest
  } = row
  const limit: Limit | undefined =
    limitValue === null || limitUnit === null ? undefined : { value: Number(limitValue), unit: limitUnit }
  return {
    ...rest,
    turn: waitsFor,
    revisionNumber: revisionNumber ?? undefined,
    applicant: { kind: applicantKind, name: applicantName, owner: owner ?? undefined },
    limit,
    pauses: pauses.map(({ from, until }) => ({
      from: new Date(from),
      ...(until && { until: new Date(until) }),
    })),
    pickUpBy: row.pickUpBy ?? undefined,
    receivedAt: row.receivedAt ?? undefined,
    dueAt: row.dueAt ?? undefined,
    dueSince: row.dueSince ?? undefined,
    supplementBy: row.supplementBy ?? undefined,
    finishedAt: row.finishedAt ?? undefined,
    returnedAt: row.returnedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  }
}
