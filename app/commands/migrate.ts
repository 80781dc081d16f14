import { migrateJobs } from '#platform/jobs'
import { migrate } from '#platform/migrate'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(() =>
  withDatabase(async (db) => {
    await migrateJobs(db)
    const ran = await migrate(db)
    say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The database has the newest schema already')
  }),
)
