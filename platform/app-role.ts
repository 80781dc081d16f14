import { raw } from 'sql-template-tag'
import { type Database, sql } from './db.ts'

/** Tables named as `schema.table`. */
export type RoleLimits = {
  /** Rows may be added and read, and never changed or removed. */
  readonly appendOnly: readonly string[]
  /** Rows may be changed, and neither added nor removed. */
  readonly fixedRows: readonly string[]
}

/**
 * Lets a role of the database run the portal, and no more: it reads and writes rows, but owns nothing, changes no structure,
 * and cannot rewrite what is only ever added to. To be repeated after each migration. The role has to be there already.
 */
export async function grantToApp(db: Database, role: string, limits: RoleLimits): Promise<void> {
  const { name } = await db.one<{ name: string }>(sql`select quote_ident(${role}) as name`)
  const schemas = await db.many<{ schema: string }>(sql`
    select quote_ident(nspname) as schema
      from pg_catalog.pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
     order by nspname`)
  await db.transaction(async (tx) => {
    for (const { schema } of schemas) {
      for (const what of [
        `usage on schema ${schema}`,
        `select, insert, update, delete on all tables in schema ${schema}`,
        `usage, select on all sequences in schema ${schema}`,
        `execute on all functions in schema ${schema}`,
      ]) {
        await tx.run(raw(`grant ${what} to ${name}`))
      }
    }
    for (const table of limits.appendOnly) {
      await tx.run(raw(`revoke update, delete, truncate on ${table} from ${name}`))
    }
    for (const table of limits.fixedRows) {
      await tx.run(raw(`revoke insert, delete, truncate on ${table} from ${name}`))
    }
  })
}
