import { pino } from 'pino'
import { Database } from '#platform/db'
import { startWorker } from '#platform/jobs'

/** A worker that takes a job and never finishes it, for tests that kill it in the middle: hanging-worker.ts DATABASE-URL */
const [url = ''] = process.argv.slice(2)

await startWorker({
  db: new Database(url),
  log: pino({ level: 'silent' }),
  handlers: [],
  tasks: [
    {
      name: 'test.slow',
      run: () => {
        console.log('the job is running')
        return new Promise(() => {})
      },
    },
  ],
})
