import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './postgres-cluster.ts'
import { ROOT } from './root.ts'

const STOP_WITHIN_MS = 30_000
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 5_000
/** A server that lived this long has started well: its next death is counted as a first one. */
const STEADY_MS = 60_000
const HOPELESS_DEATHS = 5

export type Supervised = {
  /** The server's last words, once it has died too often to be merely slow. */
  readonly failure: () => string | undefined
  readonly stop: () => Promise<void>
}

/** Keeps one server running until told to stop, with growing pauses between deaths. */
export function supervise(
  cluster: Cluster,
  port: number,
  onDeath: ((code: number | null) => void) | undefined,
): Supervised {
  let isStopping = false
  let deaths = 0
  let child: ChildProcess
  let exited: Promise<void>

  const start = (): void => {
    const startedAt = performance.now()
    child = launch(cluster, port)
    exited = new Promise((resolve) => {
      child.once('error', () => resolve())
      child.once('exit', (code) => {
        resolve()
        if (isStopping) return
        deaths = performance.now() - startedAt > STEADY_MS ? 1 : deaths + 1
        onDeath?.(code)
        const pause = Math.min(FIRST_RETRY_MS * 2 ** (deaths - 1), LONGEST_RETRY_MS)
        void sleep(pause).then(() => {
          if (!isStopping) start()
        })
      })
    })
  }
  start()

  return {
    failure: () => (deaths < HOPELESS_DEATHS ? undefined : lastWords(join(cluster.base, 'log'))),
    stop: async () => {
      isStopping = true
      child.stdin?.end()
      await Promise.race([exited, sleep(STOP_WITHIN_MS, undefined, { ref: false })])
    },
  }
}

/**
 * A server that outlived a killed owner is asked to stop, and waited for, before another takes its data. Its file with the process
 * number goes with it: PostgreSQL refuses to start while that number belongs to any other program of the same user.
 */
export async function endLeftover(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid')
  const deadline = Date.now() + STOP_WITHIN_MS
  for (let isAsked = false; ; isAsked = true) {
    const server = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
    const alive = processesIn(dataDir, server)
    if (alive.length === 0) break
    if (Date.now() > deadline) {
      throw new Error(`Another PostgreSQL (process ${alive[0]}) holds ${dataDir} and does not stop`)
    }
    if (!isAsked && server !== undefined && alive.includes(server)) process.kill(server, 'SIGINT')
    await sleep(50)
  }
  rmSync(file, { force: true })
}

function launch({ bin, base, dataDir, user }: Cluster, port: number): ChildProcess {
  const script = readFileSync(join(ROOT, 'platform', 'postgres.sh'), 'utf8')
  const child = spawn('sh', ['-c', script, 'postgres.sh', bin, dataDir, String(port), join(base, 'log')], {
    ...user,
    cwd: base,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C is for us: the server stops when we let go of its standard input.
    env: { PATH: process.env['PATH'] },
  })
  // A write to a server that is already gone must not end this process.
  child.stdin?.on('error', () => {})
  return child
}

function lastWords(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : 'no log was written'
}

/** The processes of a server work in its data folder. Where the system does not show that, its own number has to do. */
function processesIn(dataDir: string, server: number | undefined): readonly number[] {
  if (existsSync('/proc/self/cwd')) {
    const folder = realpathSync(dataDir)
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && folderOf(name) === folder)
      .map(Number)
  }
  const { stdout } = spawnSync('ps', ['-p', String(server ?? 0), '-o', 'comm='], { encoding: 'utf8' })
  return server !== undefined && /postgres/.test(stdout ?? '') ? [server] : []
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // It has just ended, or is somebody else's.
  }
}
