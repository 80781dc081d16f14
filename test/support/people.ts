import { randomInt, randomUUID } from 'node:crypto'
import { openSession } from '#identity'
import { type Database, sql } from '#platform/db'
import { BrowserLike } from './browser-like.ts'
import type { World } from './world.ts'

type Role = 'administrator' | 'officer' | 'assistant' | 'auditor'

export type TestPerson = {
  readonly accountId: string
  readonly name: string
  readonly bornOn: string
  readonly personalId: string
}

type PersonDetails = {
  readonly name?: string
  /** `YYYY-MM-DD`, from 1900 to 2099. */
  readonly bornOn?: string
  readonly claims?: Readonly<Record<string, string>>
}

/** A citizen who has signed in with VNeID before. */
export async function addPerson(db: Database, details: PersonDetails = {}): Promise<TestPerson> {
  const { name = 'Nguyễn Thị Hoa', bornOn = '1985-03-12', claims = {} } = details
  const person = { accountId: randomUUID(), name, bornOn, personalId: numberOf(bornOn) }
  await db.run(sql`
    insert into identity.account (id, kind, opened_at)
    values (${person.accountId}, 'person', '2026-01-05')`)
  await db.run(sql`
    insert into identity.person (
           account_id, personal_id, is_foreigner, name, born_on, gender, assurance, claims, claims_at)
    values (${person.accountId}, ${person.personalId}, false, ${name}, ${bornOn}, 'female', 2,
            ${JSON.stringify(claims)}::jsonb, '2026-01-05')`)
  return person
}

export async function addOrganization(
  db: Database,
  { name = 'Công ty TNHH Ví Dụ', representative }: { name?: string; representative: TestPerson },
): Promise<string> {
  const accountId = randomUUID()
  await db.run(sql`
    insert into identity.account (id, kind, opened_at)
    values (${accountId}, 'organization', '2026-01-05')`)
  await db.run(sql`
    insert into identity.organization (
           account_id, tax_code, name, representative_name, representative_id, claims, claims_at)
    values (${accountId}, ${`01${randomInt(10_000_000, 99_999_999)}`}, ${name}, ${representative.name},
            ${representative.personalId}, '{}'::jsonb, '2026-01-05')`)
  return accountId
}

export type TestOfficial = { readonly accountId: string; readonly name: string; readonly agency: string }

type OfficialDetails = {
  readonly agency: string
  readonly name?: string
  readonly title?: string
  /** Each over the official's own agency, or over another one. */
  readonly roles?: readonly (Role | { readonly role: Role; readonly agency: string })[]
}

/** An official with one post, who has set up how to sign in. */
export async function addOfficial(db: Database, details: OfficialDetails): Promise<TestOfficial> {
  const { agency, name = 'Lê Văn Bình', title = 'Công chức một cửa', roles = [] } = details
  const [accountId, postId] = [randomUUID(), randomUUID()]
  await db.run(sql`
    insert into identity.account (id, kind, opened_at)
    values (${accountId}, 'official', '2026-01-05')`)
  await db.run(sql`
    insert into identity.official (account_id, name, email, enrolled_at)
    values (${accountId}, ${name}, ${`${accountId}@agency.example`}, '2026-01-05')`)
  await db.run(sql`
    insert into identity.post (id, account_id, agency, title, since)
    values (${postId}, ${accountId}, ${agency}, ${title}, '2026-01-05')`)
  for (const given of roles) {
    const { role, agency: over } = typeof given === 'string' ? { role: given, agency } : given
    await db.run(sql`
      insert into identity.role_grant (
             id, account_id, post_id, role, agency, reason, from_at, until_at, granted_at)
      values (${randomUUID()}, ${accountId}, ${postId}, ${role}, ${over}, 'for this test', '2026-01-05', '2027-01-05',
              '2026-01-05')`)
  }
  return { accountId, name, agency }
}

type SessionDetails = { kind?: 'person' | 'organization' | 'official'; assurance?: 1 | 2 }

/** A world with its clock, or a database at the time of the day. */
type SessionPlace = { readonly db: Database; readonly services?: { readonly clock: () => Date } }

/** A session of an account: its opaque id, as it stands in the cookie `phien`. */
export async function sessionOf(
  { db, services }: SessionPlace,
  accountId: string,
  { kind = 'person', assurance = 2 }: SessionDetails = {},
): Promise<string> {
  const session = {
    accountId,
    accountKind: kind,
    assurance,
    device: 'Firefox, Linux',
    means: 'vneid',
  } as const
  return db.transaction((tx) => openSession(tx, { ...session, now: services?.clock() ?? new Date() }))
}

/** A browser in which an account is signed in. */
export async function browserOf(
  world: World,
  accountId: string,
  details: SessionDetails = {},
): Promise<BrowserLike> {
  const browser = new BrowserLike(world.app)
  browser.setCookie('phien', await sessionOf(world, accountId, details))
  return browser
}

/** A personal number that can belong to a woman born in that year (Nghị định 137/2015/NĐ-CP). */
function numberOf(bornOn: string): string {
  const isOfThisCentury = bornOn >= '2000'
  return `001${isOfThisCentury ? 3 : 1}${bornOn.slice(2, 4)}${String(randomInt(1_000_000)).padStart(6, '0')}`
}
