/** The whole portal as a web process, with one route more: the least that an answer from the database can cost. */
import { Type } from 'typebox'
import { visitorOrMonitor } from '#platform/access'
import { readConfig } from '#platform/config'
import { Database, sql } from '#platform/db'
import { openLog } from '#platform/log'

const built = new URL('../../dist/app/', import.meta.url)
const { openServices }: typeof import('../../app/services.ts') = await import(`${built}services.js`)
const { buildServer }: typeof import('../../app/server.ts') = await import(`${built}server.js`)

const Params = Type.Object({ code: Type.String({ maxLength: 20 }) })
type Row = { readonly code: string; readonly name: string }

const config = readConfig(process.env)
const log = openLog(config)
const db = new Database(config.databaseUrl ?? '', { size: config.databaseConnections })
const services = await openServices(config, db, log)
const app = await buildServer({ config, log, services, whoIs: visitorOrMonitor(config.metricsToken) })

app.get(
  '/bench/by-key/:code',
  { schema: { params: Params }, config: { access: 'anyone', isApi: true } },
  ({ params }) =>
    db.one<Row>(sql`
      select code, name
        from catalogue.procedure
       where code = ${params.code}`),
)
await app.listen({ host: config.host, port: config.port })
