import { type Db, sql } from '#platform/db'

export type RepresentedRow = { readonly accountId: string; readonly name: string; readonly taxCode: string }

/** Organizations that name this number as that of their legal representative. By its index. */
export async function organizationsRepresentedBy(db: Db, personalId: string): Promise<RepresentedRow[]> {
  return db.many<RepresentedRow>(sql`
    select o.account_id, o.name, o.tax_code
      from identity.organization o
      join identity.account a on a.id = o.account_id
     where o.representative_id = ${personalId}
       and a.closed_at is null
     order by o.name, o.account_id
     limit 100`)
}
