import type { Config } from '#platform/config'
import { type Database, sql } from '#platform/db'
import { migrateJobs } from '#platform/jobs'
import { migrate } from '#platform/migrate'
import { seed } from './seed.ts'

const LOCK = 7_664_002 // any number, as long as nobody else locks it

/**
 * Brings a database to the state that this version needs: schema, job queue, seed data. Safe to repeat; of several processes that
 * start at once one does the work, and the others wait for it.
 */
export async function prepareDatabase(
  db: Database,
  { seedsDemo }: Pick<Config, 'seedsDemo'>,
  say: (line: string) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.run(sql`set local statement_timeout = 0`)
    await tx.run(sql`select pg_advisory_xact_lock(${LOCK})`)
    await migrateJobs(db)
    const ran = await migrate(db)
    if (ran.length > 0) say(`Migrated: ${ran.join(', ')}`)
    await seed(db, { withDemo: seedsDemo, say, now: new Date() })
  })
}
