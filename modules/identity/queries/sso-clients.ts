import { type Db, sql } from '#platform/db'
import type { PolicyActor } from '../policy.ts'
import type { Algorithm } from '../sso/keys.ts'
import type { Scope } from '../sso/scopes.ts'
import { allowedRows } from './policy.ts'

export type ClientRow = {
  readonly clientId: string
  /** Handle of the agency in the directory. */
  readonly agency: string
  readonly name: string
  readonly purpose: string
  readonly contact: string
  readonly redirectUris: readonly string[]
  readonly signOutUris: readonly string[]
  readonly backChannelUri: string | null
  readonly scopes: readonly Scope[]
  readonly authentication: 'secret' | 'none'
  readonly subjectType: 'public' | 'pairwise'
  readonly level: 1 | 2
  readonly algorithm: Algorithm
  readonly isLegacy: boolean
  readonly isTest: boolean
  readonly askedBy: string
  readonly askedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly isApproved: boolean | null
  readonly decidedWhy: string | null
  readonly suspendedAt: Date | null
  readonly suspendedWhy: string | null
}

export type NewClient = Omit<
  ClientRow,
  'decidedBy' | 'decidedAt' | 'isApproved' | 'decidedWhy' | 'suspendedAt' | 'suspendedWhy'
>

const COLUMNS = sql`client_id, agency, name, purpose, contact, redirect_uris, sign_out_uris, back_channel_uri, scopes,
           authentication, subject_type, level, algorithm, is_legacy, is_test, asked_by, asked_at, decided_by, decided_at,
           is_approved, decided_why, suspended_at, suspended_why`

export async function insertClient(db: Db, client: NewClient): Promise<void> {
  await db.run(sql`
    insert into identity.sso_client (
           client_id, agency, name, purpose, contact, redirect_uris, sign_out_uris, back_channel_uri, scopes,
           authentication, subject_type, level, algorithm, is_legacy, is_test, asked_by, asked_at)
    values (${client.clientId}, ${client.agency}, ${client.name}, ${client.purpose}, ${client.contact},
            ${client.redirectUris}, ${client.signOutUris}, ${client.backChannelUri}, ${client.scopes},
            ${client.authentication}, ${client.subjectType}, ${client.level}, ${client.algorithm}, ${client.isLegacy},
            ${client.isTest}, ${client.askedBy}, ${client.askedAt})`)
}

export async function clientById(db: Db, clientId: string): Promise<ClientRow | undefined> {
  return db.maybeOne<ClientRow>(sql`
    select ${COLUMNS}
      from identity.sso_client
     where client_id = ${clientId}`)
}

/** Whoever decides about a client decides alone. */
export async function lockClient(db: Db, clientId: string): Promise<ClientRow | undefined> {
  return db.maybeOne<ClientRow>(sql`
    select ${COLUMNS}
      from identity.sso_client
     where client_id = ${clientId}
       for update`)
}

export type LivingClientRow = ClientRow & {
  /** Hex digests of the secrets that open it now. */
  readonly secrets: readonly string[]
}

/** A client that may be used, with its secrets: approved and not suspended. By primary key and the index of secrets. */
export async function livingClient(
  db: Db,
  clientId: string,
  now: Date,
): Promise<LivingClientRow | undefined> {
  return db.maybeOne<LivingClientRow>(sql`
    select ${COLUMNS},
           array(select encode(s.digest, 'hex')
                   from identity.sso_secret s
                  where s.client_id = c.client_id and (s.ends_at is null or s.ends_at > ${now})
                  order by s.made_at desc, s.digest) as secrets
      from identity.sso_client c
     where client_id = ${clientId} and is_approved and suspended_at is null`)
}

/** Those that somebody may see: first what waits for a decision, then by name. */
export async function listClients(db: Db, actor: PolicyActor): Promise<ClientRow[]> {
  return db.many<ClientRow>(sql`
    select ${COLUMNS}
      from identity.sso_client
     where ${allowedRows(actor, 'list', { kind: 'client', columns: { agency: sql`agency` } })}
     order by decided_at is not null, name, client_id
     limit 500`)
}

type Decision = { clientId: string; isApproved: boolean; why: string | null; by: string; now: Date }

export async function decideOnClient(db: Db, decision: Decision): Promise<void> {
  await db.run(sql`
    update identity.sso_client
       set is_approved = ${decision.isApproved},
           decided_why = ${decision.why},
           decided_by = ${decision.by},
           decided_at = ${decision.now}
     where client_id = ${decision.clientId}`)
}

type Suspension = { clientId: string; at: Date | null; why: string | null }

export async function suspendClientRow(db: Db, { clientId, at, why }: Suspension): Promise<void> {
  await db.run(sql`
    update identity.sso_client
       set suspended_at = ${at},
           suspended_why = ${why}
     where client_id = ${clientId}`)
}

type NewSecret = { digest: Buffer; clientId: string; by: string; now: Date }

export async function insertSecret(db: Db, { digest, clientId, by, now }: NewSecret): Promise<void> {
  await db.run(sql`
    insert into identity.sso_secret (digest, client_id, made_by, made_at)
    values (${digest}, ${clientId}, ${by}, ${now})`)
}

/** Those that are in use now end at `endsAt`. */
export async function endSecrets(
  db: Db,
  { clientId, endsAt }: { clientId: string; endsAt: Date },
): Promise<void> {
  await db.run(sql`
    update identity.sso_secret
       set ends_at = ${endsAt}
     where client_id = ${clientId} and (ends_at is null or ends_at > ${endsAt})`)
}

export type SecretRow = { readonly madeAt: Date; readonly endsAt: Date | null }

export async function secretsOf(db: Db, clientId: string): Promise<SecretRow[]> {
  return db.many<SecretRow>(sql`
    select made_at, ends_at
      from identity.sso_secret
     where client_id = ${clientId}
     order by made_at desc, digest
     limit 20`)
}
