import { type Db, sql } from '#platform/db'
import type { AccountKind } from '../session.ts'

export type NamedAccount = { readonly kind: AccountKind; readonly name: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Names of many accounts at once, by primary key. Whatever is no account is left out. */
export async function accountNames(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  const wanted = [...new Set(ids)].filter((id) => UUID.test(id))
  if (wanted.length === 0) return new Map()
  const rows = await db.many<NamedAccount & { id: string }>(sql`
    select a.id, a.kind, coalesce(p.name, o.name, f.name, '') as name
      from identity.account a
      left join identity.person p on p.account_id = a.id
      left join identity.organization o on o.account_id = a.id
      left join identity.official f on f.account_id = a.id
     where a.id = any(${wanted}::uuid[])
     order by a.id`)
  return new Map(rows.map(({ id, kind, name }) => [id, { kind, name }]))
}
