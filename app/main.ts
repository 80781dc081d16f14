import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { whoIsHere } from '#identity'
import { visitorOrMonitor } from '#platform/access'
import { type Config, ConfigError, readConfig } from '#platform/config'
import { Database } from '#platform/db'
import { startEmbeddedPostgres } from '#platform/embedded-postgres'
import { instanceOwner, LockedError } from '#platform/instance-lock'
import { startWorker } from '#platform/jobs'
import { type Logger, openLog } from '#platform/log'
import { announceReady, type Said, say } from './console.ts'
import { inviteDemoOfficials } from './demo-officials.ts'
import { prepareDatabase } from './prepare.ts'
import { handlers, tasksFor } from './reactions.ts'
import { startSandbox } from './sandbox.ts'
import { buildServer } from './server.ts'
import { openServices } from './services.ts'
import { startVneidSandbox } from './vneid-sandbox.ts'

type Closer = () => Promise<void> | void

/** Starts the parts that this process runs, in order, and stops them in the opposite order. */
async function main(): Promise<void> {
  const startedAt = performance.now()
  const closers: Closer[] = []
  const config = readConfig(process.env)
  const log = openLog(config)
  stopOnSignal(closers, config, log)
  try {
    await expectRoom(config)
    const db = await openDatabase(config, log, closers)
    await prepareDatabase(db, config, say)
    const ready = await withSms(await withVneid(config, closers), closers)
    if (config.role !== 'web') closers.push(await startWorker({ db, log, handlers, tasks: tasksFor(ready) }))
    if (config.role !== 'worker') await listen(ready, db, log, closers)
    const officials = config.role === 'worker' ? [] : await inviteDemoOfficials(db, config, new Date())
    announceReady(ready, Math.round(performance.now() - startedAt), {
      hasSandbox: ready.vneidIssuer !== config.vneidIssuer,
      smsSandbox: ready.smsUrl === config.smsUrl ? undefined : ready.smsUrl,
      officials,
    })
  } catch (error) {
    await closeAll(closers, log)
    throw error
  }
}

/** What is taken is told at once, not after a database has been made. Whoever comes in between is met with later. */
async function expectRoom({ role, databaseUrl, varDir, host, port }: Config): Promise<void> {
  const owner = databaseUrl === undefined ? instanceOwner(varDir) : undefined
  if (owner) throw new LockedError(varDir, owner)
  if (role === 'worker') return

  const probe = createServer().listen({ host, port })
  await once(probe, 'listening')
  await new Promise((resolve) => probe.close(resolve))
}

async function openDatabase(config: Config, log: Logger, closers: Closer[]): Promise<Database> {
  const url = config.databaseUrl ?? (await startOwnPostgres(config, log, closers))
  const db = new Database(url, {
    size: config.databaseConnections,
    usesNamedStatements: config.usesNamedStatements,
    onLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
  closers.push(() => db.close())
  return db
}

async function startOwnPostgres(config: Config, log: Logger, closers: Closer[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    varDir: config.varDir,
    onDeath: (code) => log.error({ code }, 'the embedded database died and is being started again'),
  })
  closers.push(postgres.stop)
  say(`PostgreSQL is running, data in ${postgres.dataDir}`)
  return postgres.url
}

/** A demonstration without a VNeID of its own gets a sandbox; a portal that has been told its VNeID never does. */
async function withVneid(config: Config, closers: Closer[]): Promise<Config> {
  if (config.vneidIssuer || !config.seedsDemo || config.role === 'worker') return config
  const sandbox = await startVneidSandbox(config.publicUrl)
  closers.push(sandbox.stop)
  say(`The VNeID sandbox is running at ${sandbox.issuer}`)
  return {
    ...config,
    vneidIssuer: sandbox.issuer,
    vneidClientId: sandbox.clientId,
    vneidClientSecret: sandbox.clientSecret,
  }
}

/** A demonstration in one process shows what it tells people by text message. */
async function withSms(config: Config, closers: Closer[]): Promise<Config> {
  if (config.smsUrl || !config.seedsDemo || config.role !== 'all') return config
  const smsKey = randomBytes(16).toString('base64url')
  const { said, stop } = await startSandbox('sms', 'url', { SMS_KEY: smsKey })
  closers.push(stop)
  return { ...config, smsUrl: said['url'], smsKey }
}

async function listen(config: Config, db: Database, log: Logger, closers: Closer[]): Promise<void> {
  const services = await openServices(config, db, log)
  closers.push(services.close)
  const app = await buildServer({
    config,
    log,
    services,
    whoIs: whoIsHere(services, visitorOrMonitor(config.metricsToken)),
  })
  closers.push(() => Promise.race([app.close(), sleep(config.shutdownMs, undefined, { ref: false })]))
  await app.listen({ host: config.host, port: config.port })
}

/** Ctrl-C, a stop from the system, or the end of the program that started us: all stop in good order. */
function stopOnSignal(closers: Closer[], config: Config, log: Logger): void {
  let isStopping = false
  const stop = (why: string) => {
    if (isStopping) return
    isStopping = true
    say(`Stopping (${why})`)
    setTimeout(() => process.exit(1), config.shutdownMs + 30_000).unref()
    void closeAll(closers, log).then(() => process.exit(0))
  }
  process.once('SIGINT', () => stop('SIGINT'))
  process.once('SIGTERM', () => stop('SIGTERM'))
  process.once('disconnect', () => stop('its starter ended'))
}

async function closeAll(closers: Closer[], log: Logger): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close()
    } catch (error) {
      log.error({ err: error }, 'a part did not stop cleanly')
    }
  }
}

/** What a newcomer can put right is said in a sentence; the rest keeps its stack. */
function explain(error: unknown): Said {
  if (error instanceof ConfigError) return error.message
  if (error instanceof LockedError)
    return `${error.message}. Stop it first, or set VAR_DIR to another folder.`
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Set PORT to a free one, for example PORT=3001.`
  if (code === 'EACCES' && port)
    return `Port ${port} may not be used by this user. Set PORT to one above 1023.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

main().catch((error: unknown) => {
  console.error(`\nMột Cửa could not start.\n${explain(error)}\n`)
  process.exit(1)
})
