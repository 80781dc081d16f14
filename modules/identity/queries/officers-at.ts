import { type Db, sql } from '#platform/db'

export type OfficerAt = {
  readonly accountId: string
  readonly name: string
  readonly title: string
  readonly email: string
}

/** Who has a role at an agency today: a living post there, and the role over it. By the index of posts. */
export async function officersAtRows(
  db: Db,
  { agency, role, now }: { agency: string; role: string; now: Date },
): Promise<OfficerAt[]> {
  return db.many<OfficerAt>(sql`
    select distinct f.account_id, f.name, p.title, f.email
      from identity.post p
      join identity.official f on f.account_id = p.account_id
      join identity.role_grant g on g.post_id = p.id
     where p.agency = ${agency}
       and p.ended_at is null
       and f.left_at is null
       and g.role = ${role}
       and g.agency = ${agency}
       and g.ended_at is null
       and g.from_at <= ${now}
       and g.until_at > ${now}
     order by f.name, f.account_id`)
}
