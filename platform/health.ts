import { type Database, sql } from './db.ts'
import type { App } from './http.ts'

/** `/healthz`: this process answers. `/readyz`: it can do its work, because the database answers and every part is warm. */
export function health(app: App, db: Database, isWarm: () => boolean): void {
  app.get('/healthz', { config: { access: 'anyone' }, logLevel: 'warn' }, () => ({ isAlive: true }))

  app.get('/readyz', { config: { access: 'anyone' }, logLevel: 'warn' }, async (_request, reply) => {
    const answers = await db.many(sql`select 1 as one`).then(
      () => true,
      () => false,
    )
    const isReady = answers && isWarm()
    return reply.code(isReady ? 200 : 503).send({ isReady, database: answers, warm: isWarm() })
  })
}
