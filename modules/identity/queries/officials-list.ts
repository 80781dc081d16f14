import { type Db, empty, type Sql, sql } from '#platform/db'
import type { OfficialState } from '../officials/list.ts'
import type { Role } from '../officials/role.ts'
import type { PolicyActor } from '../policy.ts'
import type { OfficialRow } from './officials.ts'
import { allowedRows } from './policy.ts'

export type OfficialFilter = {
  /** Who asks: nobody is listed whom the policy does not let them see. */
  readonly actor: PolicyActor
  /** Handles of the agencies looked at; undefined for all that one may see. */
  readonly agencies: readonly string[] | undefined
  readonly role: Role | undefined
  readonly state: OfficialState | undefined
  /** Part of a name, in any case. */
  readonly name: string | undefined
  /** The account after which the list goes on. */
  readonly after: string | undefined
  readonly now: Date
  readonly soon: Date
  readonly limit: number
}

/**
 * Officials with a post or a right in the agencies looked at. Index scan over names, with look-ups of posts and grants by
 * account. The place in the list is told by an account, so that no name stands in an address.
 */
export async function officialRows(db: Db, filter: OfficialFilter): Promise<OfficialRow[]> {
  const { after, name, limit } = filter
  return db.many<OfficialRow>(sql`
    select f.account_id, f.name, f.email, f.enrolled_at, f.left_at, f.left_why
      from identity.official f
     where ${within(filter)}
       ${after === undefined ? empty : sql`and (f.name, f.account_id) > (select a.name, a.account_id from identity.official a where a.account_id = ${after})`}
       ${name === undefined ? empty : sql`and strpos(lower(f.name), lower(${name})) > 0`}
       ${withRole(filter)}
       ${inState(filter)}
     order by f.name, f.account_id
     limit ${limit}`)
}

function within(filter: OfficialFilter): Sql {
  return sql`(exists (
          select from identity.post p
           where p.account_id = f.account_id
             and ${lookedAt(filter, sql`p.agency`)})
        or exists (
          select from identity.role_grant g
           where g.account_id = f.account_id
             and ${lookedAt(filter, sql`g.agency`)}))`
}

function lookedAt({ actor, agencies }: OfficialFilter, agency: Sql): Sql {
  const allowed = allowedRows(actor, 'list', { kind: 'official', columns: { agency } })
  return agencies === undefined ? allowed : sql`${allowed} and ${agency} = any(${agencies}::text[])`
}

function withRole(filter: OfficialFilter): Sql {
  const { role, now } = filter
  if (role === undefined) return empty
  return sql`
       and exists (
          select from identity.role_grant g
           where g.account_id = f.account_id
             and g.role = ${role}
             and g.ended_at is null
             and g.until_at > ${now}
             and ${lookedAt(filter, sql`g.agency`)})`
}

function inState({ state, now, soon }: OfficialFilter): Sql {
  switch (state) {
    case 'active':
      return sql`and f.left_at is null and f.enrolled_at is not null`
    case 'invited':
      return sql`and f.left_at is null and f.enrolled_at is null`
    case 'left':
      return sql`and f.left_at is not null`
    case 'ending':
      return sql`
       and f.left_at is null
       and exists (
          select from identity.role_grant g
           where g.account_id = f.account_id
             and g.ended_at is null
             and g.until_at > ${now}
             and g.until_at <= ${soon})`
    default:
      return empty
  }
}
