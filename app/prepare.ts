import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { migrateJobs } from '#platform/jobs'
import { migrate } from '#platform/migrate'
import { seed } from './seed.ts'

/** Brings a database to the state that this version needs: schema, job queue, seed data. Safe to repeat. */
export async function prepareDatabase(
  db: Database,
  { seedsDemo }: Pick<Config, 'seedsDemo'>,
  say: (line: string) => void,
): Promise<void> {
  await migrateJobs(db)
  const ran = await migrate(db)
  if (ran.length > 0) say(`Migrated: ${ran.join(', ')}`)
  await seed(db, { withDemo: seedsDemo, say, now: new Date() })
}
