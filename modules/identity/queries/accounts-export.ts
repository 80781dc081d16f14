import { type Db, sql } from '#platform/db'

type Exported = Readonly<Record<string, unknown>>

// Each reads all that there is about one account, up to a bound, by an index on the account. Seldom asked.

/** Who acts for the account, and for whom it acts. What somebody declared about another is given to whoever declared it. */
export async function delegationsAbout(db: Db, accountId: string, limit: number): Promise<Exported[]> {
  return db.many<Exported>(sql`
    select d.id, d.kind, d.subject, d.actor, d.purpose, d.procedures, d.basis, d.papers,
           case when d.actor = ${accountId} then d.declared end as declared, d.offered_at, d.starts_at, d.ends_at,
           d.agency, d.ended_at, d.ended_why
      from identity.delegation d
     where d.subject = ${accountId} or d.actor = ${accountId}
     order by d.offered_at desc, d.id
     limit ${limit}`)
}

/** Who opened the data of the account. Officials by post and agency: the page of the access log decides about names. */
export async function accessAbout(db: Db, accountId: string, limit: number): Promise<Exported[]> {
  return db.many<Exported>(sql`
    select e.at, e.reader_kind, e.post, e.agency, e.data, e.purpose, e.dossier_code
      from identity.access_entry e
     where e.subject = ${accountId}
     order by e.place desc
     limit ${limit}`)
}

export async function recoveriesAbout(db: Db, accountId: string, limit: number): Promise<Exported[]> {
  return db.many<Exported>(sql`
    select r.id, r.agency, r.reason, r.papers, r.asked_at, r.confirmed_at, r.used_at, r.cancelled_at
      from identity.recovery r
     where r.subject = ${accountId}
     order by r.asked_at desc, r.id
     limit ${limit}`)
}

export async function consentsAbout(db: Db, accountId: string, limit: number): Promise<Exported[]> {
  return db.many<Exported>(sql`
    select c.client_id, c.scopes, c.given_at
      from identity.sso_consent c
     where c.account_id = ${accountId}
     order by c.given_at desc, c.client_id
     limit ${limit}`)
}
