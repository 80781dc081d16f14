import { countJobs, listTroubledJobs, retryJob } from '#platform/jobs'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(async () => {
  const [act, id] = process.argv.slice(2)
  await withDatabase(async (db) => {
    if (act === 'retry') {
      if (!/^\d+$/.test(id ?? '')) throw new Error('Which job? bin/jobs retry NUMBER')
      say((await retryJob(db, Number(id))) ? `Job ${id} will be tried again now` : `There is no job ${id}`)
      return
    }
    const { waiting, running, retrying, dead } = await countJobs(db)
    say(`${waiting} waiting, ${running} running, ${retrying} to be tried again, ${dead} given up`)
    for (const job of await listTroubledJobs(db)) {
      say(
        `job ${job.id} ${job.task}: attempt ${job.attempts} of ${job.maxAttempts}, next ${job.nextAt.toISOString()}`,
      )
      say(`  ${job.lastError.split('\n')[0]}`)
    }
  })
})
