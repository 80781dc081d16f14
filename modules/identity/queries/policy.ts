import { empty, join, type Sql, sql } from '#platform/db'
import { type PolicyAct, type PolicyActor, type Reach, type ResourceKind, reachesOf } from '../policy.ts'

/** Where a query has what the policy looks at. A column that a table does not have is left out. */
export type PolicyColumns = { readonly subject?: Sql; readonly actor?: Sql; readonly agency?: Sql }

/** The policy as a condition: true for the rows that somebody may do this to, as `allows` would say one by one. */
export function allowedRows(
  actor: PolicyActor,
  act: PolicyAct,
  { kind, columns }: { readonly kind: ResourceKind; readonly columns: PolicyColumns },
): Sql {
  const conditions = reachesOf(actor, act, kind)
    .map((reach) => condition(reach, columns))
    .filter((made) => made !== empty)
  return conditions.length === 0 ? sql`false` : sql`(${join(conditions, ' or ')})`
}

function condition(reach: Reach, { subject, actor, agency }: PolicyColumns): Sql {
  switch (reach.by) {
    case 'subject':
      return subject ? sql`${subject} = ${reach.accountId}` : empty
    case 'actor':
      return actor ? sql`${actor} = ${reach.accountId}` : empty
    case 'agency':
      return agency ? sql`${agency} = any(${[...reach.agencies]}::text[])` : empty
    case 'everything':
      return sql`true`
  }
}
