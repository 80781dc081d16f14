import { grantToApp } from '#platform/app-role'
import { migrateJobs } from '#platform/jobs'
import { migrate } from '#platform/migrate'
import { ROLE_LIMITS } from '../role-limits.ts'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(async () => {
  const [role] = process.argv.slice(2)
  await withDatabase(async (db) => {
    await migrateJobs(db)
    const ran = await migrate(db)
    say(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The database has the newest schema already')
    if (!role) return
    await grantToApp(db, role, ROLE_LIMITS)
    say(`${role} may run the portal; it cannot change or remove what is only ever added to`)
  })
})
