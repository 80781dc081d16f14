import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { Claims } from '../vneid-claims.ts'

export type AccountRow = {
  readonly id: string
  readonly kind: 'person' | 'organization' | 'official'
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly closedWhy: string | null
}

export type PersonRow = {
  readonly accountId: string
  readonly personalId: string | null
  readonly isForeigner: boolean
  readonly name: string
  readonly bornOn: CivilDate | null
  readonly gender: 'male' | 'female' | 'other' | null
  /** Mức độ định danh of the person's account at VNeID. */
  readonly assurance: 1 | 2
  readonly claims: Claims
  readonly claimsAt: Date
}

export type OrganizationRow = {
  readonly accountId: string
  readonly taxCode: string
  readonly name: string
  readonly representativeName: string | null
  readonly representativeId: string | null
  readonly claims: Claims
  readonly claimsAt: Date
}

export async function accountById(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.maybeOne<AccountRow>(sql`
    select id, kind, opened_at, closed_at, closed_why
      from identity.account
     where id = ${id}`)
}

/** Two sign-ins of one account at the same moment take turns. */
export async function lockAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.maybeOne<AccountRow>(sql`
    select id, kind, opened_at, closed_at, closed_why
      from identity.account
     where id = ${id}
       for update`)
}

/** Answers whether the account is new. Whoever comes second waits for the first, and then finds it there. */
export async function insertAccount(
  db: Db,
  { id, kind, now }: { id: string; kind: AccountRow['kind']; now: Date },
): Promise<boolean> {
  const rows = await db.run(sql`
    insert into identity.account (id, kind, opened_at)
    values (${id}, ${kind}, ${now})
    on conflict (id) do nothing`)
  return rows === 1
}

export async function closeAccountRow(
  db: Db,
  { id, why, now }: { id: string; why: string; now: Date },
): Promise<boolean> {
  const rows = await db.run(sql`
    update identity.account
       set closed_at = ${now},
           closed_why = ${why}
     where id = ${id} and closed_at is null`)
  return rows === 1
}

/** Whether it was closed until now. */
export async function reopenAccountRow(db: Db, id: string): Promise<boolean> {
  const rows = await db.run(sql`
    update identity.account
       set closed_at = null,
           closed_why = null
     where id = ${id} and closed_at is not null`)
  return rows === 1
}

export async function personByAccount(db: Db, accountId: string): Promise<PersonRow | undefined> {
  return db.maybeOne<PersonRow>(sql`
    select account_id, personal_id, is_foreigner, name, born_on, gender, assurance, claims, claims_at
      from identity.person
     where account_id = ${accountId}`)
}

/** By the unique key of the number. For officials at a counter and for sign-in; never with a number from an address. */
export async function personByPersonalId(db: Db, personalId: string): Promise<PersonRow | undefined> {
  return db.maybeOne<PersonRow>(sql`
    select account_id, personal_id, is_foreigner, name, born_on, gender, assurance, claims, claims_at
      from identity.person
     where personal_id = ${personalId}`)
}

export async function organizationByAccount(db: Db, accountId: string): Promise<OrganizationRow | undefined> {
  return db.maybeOne<OrganizationRow>(sql`
    select account_id, tax_code, name, representative_name, representative_id, claims, claims_at
      from identity.organization
     where account_id = ${accountId}`)
}

export async function organizationByTaxCode(db: Db, taxCode: string): Promise<OrganizationRow | undefined> {
  return db.maybeOne<OrganizationRow>(sql`
    select account_id, tax_code, name, representative_name, representative_id, claims, claims_at
      from identity.organization
     where tax_code = ${taxCode}`)
}

/** Accounts of people and organizations by personal number, tax code or their own id: what was asked for, and whose it is. By three indexes. */
export async function accountsByIds(
  db: Db,
  ids: readonly string[],
): Promise<{ readonly given: string; readonly accountId: string }[]> {
  const asked = [...ids]
  const uuids = asked.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
  return db.many(sql`
    select p.personal_id as given, p.account_id from identity.person p where p.personal_id = any (${asked}::text[])
    union all
    select o.tax_code, o.account_id from identity.organization o where o.tax_code = any (${asked}::text[])
    union all
    select a.id::text, a.id
      from identity.account a
     where a.id = any (${uuids}::uuid[])
       and a.kind <> 'official'`)
}

export async function savePerson(db: Db, person: PersonRow): Promise<void> {
  await db.run(sql`
    insert into identity.person (
           account_id, personal_id, is_foreigner, name, born_on, gender, assurance, claims, claims_at)
    values (${person.accountId}, ${person.personalId}, ${person.isForeigner}, ${person.name}, ${person.bornOn},
            ${person.gender}, ${person.assurance}, ${JSON.stringify(person.claims)}::jsonb, ${person.claimsAt})
    on conflict (account_id) do update
       set personal_id = excluded.personal_id,
           is_foreigner = excluded.is_foreigner,
           name = excluded.name,
           born_on = excluded.born_on,
           gender = excluded.gender,
           assurance = excluded.assurance,
           claims = excluded.claims,
           claims_at = excluded.claims_at`)
}

export async function saveOrganization(db: Db, organization: OrganizationRow): Promise<void> {
  await db.run(sql`
    insert into identity.organization (
           account_id, tax_code, name, representative_name, representative_id, claims, claims_at)
    values (${organization.accountId}, ${organization.taxCode}, ${organization.name},
            ${organization.representativeName}, ${organization.representativeId},
            ${JSON.stringify(organization.claims)}::jsonb, ${organization.claimsAt})
    on conflict (account_id) do update
       set tax_code = excluded.tax_code,
           name = excluded.name,
           representative_name = excluded.representative_name,
           representative_id = excluded.representative_id,
           claims = excluded.claims,
           claims_at = excluded.claims_at`)
}
