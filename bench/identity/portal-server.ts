import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { whoIsHere } from '#identity'
import { readConfig } from '#platform/config'
import { Database } from '#platform/db'
import { fromBuild } from './from-build.ts'
import { mintCodes } from './mint.ts'

const { buildServer } = (await import(fromBuild('app/server.js'))) as typeof import('../../app/server.ts')
const { openServices } = (await import(
  fromBuild('app/services.js')
)) as typeof import('../../app/services.ts')
const { loadKeys } = (await import(
  fromBuild('modules/identity/sso/keys.js')
)) as typeof import('../../modules/identity/sso/keys.ts')
const { makeProvider } = (await import(
  fromBuild('modules/identity/sso/provider.js')
)) as typeof import('../../modules/identity/sso/provider.ts')

/** The portal as it runs, in a process of its own: told the database by the environment, says its port, mints codes on demand. */
const varDir = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
process.on('exit', () => rmSync(varDir, { recursive: true, force: true }))
const config = readConfig({
  VAR_DIR: varDir,
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'http://portal.bench',
  READS_PER_MINUTE: '1000000',
  WRITES_PER_MINUTE: '1000000',
})
const db = new Database(process.env['BENCH_DATABASE'] ?? '')
const log = pino({ level: 'silent' })
const services = await openServices(config, db, log)
const whoIs = whoIsHere(services, () => ({ id: 'visitor', kind: 'visitor' }))
const app = await buildServer({ config, log, services, whoIs })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

const { jwks } = await loadKeys(db, services.vault, new Date())
const provider = makeProvider({
  db,
  clock: services.clock,
  publicUrl: config.publicUrl,
  jwks,
  salt: Buffer.alloc(32),
  onFault: (error) => console.error(error),
})
process.on('message', (message) => {
  if (message === 'cpu') return void process.send?.(process.cpuUsage())
  const { clientId, accountId, count } = message as { clientId: string; accountId: string; count: number }
  void mintCodes(provider, { clientId, accountId, count }).then((codes) => process.send?.({ codes }))
})
process.once('disconnect', () => process.exit(0))
process.send?.({ port: Number(new URL(address).port) })
