import { type Db, sql } from '#platform/db'

/** What an application learns in any case: that there is an account, of what kind and level. */
export type OpenAccountRow = {
  readonly kind: 'person' | 'organization' | 'official'
  readonly assurance: 1 | 2 | null
  /** LoaiTaiKhoan of an organization as VNeID gave it: 2 business, 3 other organization. */
  readonly organizationKind: string | null
  readonly officialName: string | null
}

/** An account that is open, and whose official still serves. Look-ups by primary key. */
export async function openAccount(db: Db, id: string): Promise<OpenAccountRow | undefined> {
  return db.maybeOne<OpenAccountRow>(sql`
    select a.kind, p.assurance, o.claims ->> 'LoaiTaiKhoan' as organization_kind, f.name as official_name
      from identity.account a
      left join identity.person p on p.account_id = a.id
      left join identity.organization o on o.account_id = a.id
      left join identity.official f on f.account_id = a.id
     where a.id = ${id} and a.closed_at is null and f.left_at is null`)
}
