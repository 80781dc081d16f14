import { realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { lockInstance } from './instance-lock.ts'
import { ensureCluster } from './postgres-cluster.ts'
import { programsDir, reachableDir, serverUser } from './postgres-files.ts'
import { endLeftover, supervise } from './postgres-process.ts'

export type EmbeddedPostgres = {
  readonly url: string
  /** Where the data lies; elsewhere than asked for when its user could not reach that folder. */
  readonly dataDir: string
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  /** The data goes to `postgres/` below this folder. */
  readonly varDir: string
  /** Told when the server has died by itself and is being started again. */
  readonly onDeath?: (code: number | null) => void
}

const READY_WITHIN_MS = 60_000

/**
 * A real PostgreSQL server on the loopback interface, from the programs that npm installed. It is made on first use, lives
 * no longer than this process, and is started again when it dies. After a crash it recovers from its own log.
 * @throws LockedError while another process uses the folder
 */
export async function startEmbeddedPostgres({ varDir, onDeath }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const unlock = lockInstance(varDir)
  try {
    const { stop, ...server } = await startServer(realpathSync(varDir), onDeath)
    return { ...server, stop: () => stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function startServer(varDir: string, onDeath: EmbeddedOptions['onDeath']): Promise<EmbeddedPostgres> {
  const user = serverUser(join(varDir, 'postgres', 'data'))
  const base = join(reachableDir(varDir, user), 'postgres')
  const dataDir = join(base, 'data')
  const cluster = { bin: programsDir(user), base, dataDir, user }
  const password = ensureCluster(cluster)
  await endLeftover(dataDir)

  const port = await freePort()
  const url = `postgres://motcua:${password}@127.0.0.1:${port}/motcua`
  const server = supervise(cluster, port, onDeath)
  const address = join(varDir, 'database-url')
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(address, { force: true })
  }
  try {
    await untilReady(url, server.failure)
    writeFileSync(address, url, { mode: 0o600 })
    return { url, dataDir, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(url: string, failure: () => string | undefined): Promise<void> {
  const maintenance = url.replace(/\/motcua$/, '/postgres')
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const client = new Client({ connectionString: maintenance, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rowCount } = await client.query(`select from pg_database where datname = 'motcua'`)
      if (rowCount === 0) await client.query('create database motcua')
      return
    } catch (error) {
      const words = failure()
      if (words) throw new Error(`PostgreSQL does not start. Its last words:\n${words}`, { cause: error })
      if (Date.now() > deadline) throw new Error('PostgreSQL did not get ready in time', { cause: error })
      await sleep(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
