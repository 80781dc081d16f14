import { type Db, sql } from '#platform/db'
import type { Scope } from '../sso/scopes.ts'

export type ConsentRow = {
  readonly clientId: string
  readonly scopes: readonly Scope[]
  readonly givenAt: Date
}

export type Consented = ConsentRow & {
  readonly name: string
  readonly agency: string
  readonly purpose: string
  readonly isTest: boolean
}

type Between = { readonly accountId: string; readonly clientId: string }

export async function consentOf(db: Db, { accountId, clientId }: Between): Promise<ConsentRow | undefined> {
  return db.maybeOne<ConsentRow>(sql`
    select client_id, scopes, given_at
      from identity.sso_consent
     where account_id = ${accountId} and client_id = ${clientId}`)
}

/** What was agreed to before stays agreed to. */
export async function saveConsent(
  db: Db,
  { accountId, clientId, scopes, now }: Between & { scopes: readonly Scope[]; now: Date },
): Promise<void> {
  await db.run(sql`
    insert into identity.sso_consent as c (account_id, client_id, scopes, given_at)
    values (${accountId}, ${clientId}, ${scopes}, ${now})
    on conflict (account_id, client_id) do update
       set scopes = array(select distinct s from unnest(c.scopes || excluded.scopes) as s order by s),
           given_at = excluded.given_at`)
}

export async function deleteConsent(db: Db, { accountId, clientId }: Between): Promise<boolean> {
  const rows = await db.run(sql`
    delete from identity.sso_consent
     where account_id = ${accountId} and client_id = ${clientId}`)
  return rows === 1
}

/** Every application that a person has agreed to, the latest first. */
export async function consentsOf(db: Db, accountId: string): Promise<Consented[]> {
  return db.many<Consented>(sql`
    select c.client_id, c.scopes, c.given_at, a.name, a.agency, a.purpose, a.is_test
      from identity.sso_consent c
      join identity.sso_client a on a.client_id = c.client_id
     where c.account_id = ${accountId}
     order by c.given_at desc, c.client_id
     limit 200`)
}
