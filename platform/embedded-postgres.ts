import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { programsDir, reachableDir, type ServerUser, serverUser } from './postgres-files.ts'
import { ROOT } from './root.ts'

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
const STOP_WITHIN_MS = 30_000
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 5_000

/**
 * A real PostgreSQL server on the loopback interface, from the programs that npm installed. It is made on first use, lives
 * no longer than this process, and is started again when it dies. After a crash it recovers from its own log.
 */
export async function startEmbeddedPostgres({ varDir, onDeath }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = serverUser()
  const base = join(reachableDir(varDir, user), 'postgres')
  const bin = programsDir(user)
  const dataDir = join(base, 'data')
  const password = ensureCluster({ base, dataDir, bin, user })
  await endLeftover(dataDir)

  const port = await freePort()
  const url = `postgres://motcua:${password}@127.0.0.1:${port}/motcua`
  const server = supervise(() => launch({ bin, dataDir, port, base, user }), onDeath)
  await untilReady(url, () => server.failure(join(base, 'log')))
  writeFileSync(join(varDir, 'database-url'), url, { mode: 0o600 })
  return {
    url,
    dataDir,
    stop: async () => {
      await server.stop()
      rmSync(join(varDir, 'database-url'), { force: true })
    },
  }
}

type Cluster = { base: string; dataDir: string; bin: string; user: ServerUser | undefined }

/** Makes the data folder on first use and answers the password of its only user. */
function ensureCluster({ base, dataDir, bin, user }: Cluster): string {
  const secret = join(base, 'password')
  if (existsSync(join(dataDir, 'PG_VERSION')) && existsSync(secret))
    return readFileSync(secret, 'utf8').trim()

  // An `initdb` that was cut short leaves a folder that cannot be used and holds nothing.
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(base, { recursive: true, mode: 0o750 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(secret, password, { mode: 0o600 })
  if (user) for (const path of [base, secret]) chownSync(path, user.uid, user.gid)
  const { status, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    ['-D', dataDir, '-U', 'motcua', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C'],
    { ...user, cwd: base, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  )
  if (status !== 0) {
    rmSync(dataDir, { recursive: true, force: true })
    throw new Error(`The database could not be created in ${dataDir}: ${stderr ?? ''}`, { cause: error })
  }
  return password
}

function launch({ bin, dataDir, port, base, user }: Cluster & { port: number }): ChildProcess {
  const script = readFileSync(join(ROOT, 'platform', 'postgres.sh'), 'utf8')
  return spawn('sh', ['-c', script, 'postgres.sh', bin, dataDir, String(port), join(base, 'log')], {
    ...user,
    cwd: base,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C is for us: the server stops when we let go of its standard input.
    env: { PATH: process.env['PATH'] },
  })
}

/** Keeps one server running until told to stop, with growing pauses between deaths. */
function supervise(start: () => ChildProcess, onDeath: ((code: number | null) => void) | undefined) {
  let isStopping = false
  let deaths = 0
  let child = start()
  let exited = watch(child)

  function watch(server: ChildProcess): Promise<void> {
    // A write to a server that is already gone must not end this process.
    server.stdin?.on('error', () => {})
    return new Promise((resolve) => {
      server.once('error', () => resolve())
      server.once('exit', (code) => {
        resolve()
        if (isStopping) return
        deaths += 1
        onDeath?.(code)
        const pause = Math.min(FIRST_RETRY_MS * 2 ** (deaths - 1), LONGEST_RETRY_MS)
        void sleep(pause).then(() => {
          if (isStopping) return
          child = start()
          exited = watch(child)
        })
      })
    })
  }

  return {
    /** The server's last words, once it has died too often to be merely slow. */
    failure(log: string): string | undefined {
      if (deaths < 6) return undefined
      return existsSync(log)
        ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n')
        : 'no log was written'
    },
    async stop(): Promise<void> {
      isStopping = true
      child.stdin?.end()
      await Promise.race([exited, sleep(STOP_WITHIN_MS, undefined, { ref: false })])
    },
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

/** A server that outlived a killed process is asked to stop before another takes its data. */
async function endLeftover(dataDir: string): Promise<void> {
  const deadline = Date.now() + STOP_WITHIN_MS
  for (let asked = false; Date.now() < deadline; await sleep(100)) {
    const pid = serverPid(dataDir)
    if (!pid || !isAlive(pid)) return
    if (!asked) process.kill(pid, 'SIGINT')
    asked = true
  }
  throw new Error(`Another PostgreSQL holds ${dataDir} and does not stop`)
}

function serverPid(dataDir: string): number | undefined {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const command = `/proc/${pid}/comm`
  // The number may by now belong to some other program.
  if (
    existsSync('/proc/self') &&
    existsSync(command) &&
    !readFileSync(command, 'utf8').startsWith('postgres')
  ) {
    return undefined
  }
  return pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
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
