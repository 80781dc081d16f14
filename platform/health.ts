import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, sql } from './db.ts'
import type { App } from './http.ts'

const ANSWERS_WITHIN_MS = 2_000

/** `/healthz`: this process answers. `/readyz`: it can do its work, because the database answers and every part is warm. */
export function health(app: App, db: Database, isWarm: () => boolean): void {
  app.get('/healthz', { config: { access: 'anyone' }, logLevel: 'warn' }, () => ({ isAlive: true }))

  app.get('/readyz', { config: { access: 'anyone' }, logLevel: 'warn' }, async (_request, reply) => {
    const answers = await isAnswering(db)
    const isReady = answers && isWarm()
    return reply.code(isReady ? 200 : 503).send({ isReady, database: answers, warm: isWarm() })
  })
}

/** A database that is slow to say yes is as good as none: whoever asks has no time either. */
async function isAnswering(db: Database): Promise<boolean> {
  const asked = db.many(sql`select 1 as one`).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, sleep(ANSWERS_WITHIN_MS, false, { ref: false })])
}
