import type { Db } from '#platform/db'
import {
  type AccountRow,
  accountById,
  accountsByIds,
  type OrganizationRow,
  organizationByAccount,
  organizationByTaxCode,
  type PersonRow,
  personByAccount,
  personByPersonalId,
} from './queries/accounts.ts'

/** Tài khoản. Its id is the TechID, the same in every system of the state; it is never given to another. */
export type Account = AccountRow
/** Người: as VNeID described them at the latest sign-in. */
export type Person = PersonRow
/** Tổ chức, doanh nghiệp: as VNeID described it at the latest sign-in. */
export type Organization = OrganizationRow

/** Any account, closed ones too: look at `closedAt`. */
export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return isAccountId(id) ? accountById(db, id) : undefined
}

/** The person that an account belongs to; undefined for organizations and officials. */
export async function currentPerson(db: Db, accountId: string): Promise<Person | undefined> {
  return isAccountId(accountId) ? personByAccount(db, accountId) : undefined
}

/** The organization that an account belongs to; undefined for people and officials. */
export async function currentOrganization(db: Db, accountId: string): Promise<Organization | undefined> {
  return isAccountId(accountId) ? organizationByAccount(db, accountId) : undefined
}

/** By số định danh cá nhân (12 digits, as `readPersonalId` answers them): whoever has signed in here once. */
export async function findPersonByPersonalId(db: Db, personalId: string): Promise<Person | undefined> {
  return personByPersonalId(db, personalId)
}

/** By mã số thuế: an organization that has signed in here once. */
export async function findOrganizationByTaxCode(db: Db, taxCode: string): Promise<Organization | undefined> {
  return organizationByTaxCode(db, taxCode)
}

/** Whose these numbers are: personal numbers, tax codes, technical ids. A number of nobody here is left out. */
export async function ownersOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await accountsByIds(db, ids)
  return new Map(rows.map(({ given, accountId }) => [given, accountId]))
}

/** TechID is a UUID. Anything else is not looked for. */
export function isAccountId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** Whoever an account belongs to, person or organization; undefined for officials. */
export async function currentHolder(db: Db, accountId: string): Promise<Person | Organization | undefined> {
  return (await currentPerson(db, accountId)) ?? (await currentOrganization(db, accountId))
}
