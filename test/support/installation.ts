import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '#platform/db'
import { freePort } from './free-port.ts'
import { type Environment, type Program, startProgram } from './programs.ts'

/** A whole installation in a data folder of its own, started as `npm start` does, for tests that break it. */
export class Installation {
  readonly port: number
  readonly varDir: string
  readonly #env: Environment
  readonly #everStarted: Program[] = []

  private constructor(port: number, env: Environment) {
    this.port = port
    this.#env = env
    this.varDir = mkdtempSync(join(tmpdir(), 'motcua-installation-'))
    // Where tests run as root, the database does not.
    chmodSync(this.varDir, 0o755)
  }

  /** Nothing runs yet. `env` holds for everything that is started. */
  static async prepare(env: Environment = {}): Promise<Installation> {
    return new Installation(await freePort(), env)
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts the portal and does not wait for it: it may have a reason not to come up. */
  launch(env: Environment = {}): Program {
    const started = startProgram('bin/start', [], {
      VAR_DIR: this.varDir,
      PORT: String(this.port),
      LOG_LEVEL: 'error',
      ...this.#env,
      ...env,
    })
    this.#everStarted.push(started)
    return started
  }

  /** Ready when it says so. */
  async start(): Promise<Program> {
    const started = this.launch()
    await started.says(/Một Cửa is running/)
    return started
  }

  /** The process that serves: the child of the one that was started. */
  serverPid(): number {
    const [pid = ''] = readFileSync(join(this.varDir, 'portal.lock'), 'utf8').split(' ')
    return Number(pid)
  }

  databasePid(): number {
    const [pid] = readFileSync(join(this.varDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
    return Number(pid)
  }

  openDatabase(): Database {
    return new Database(readFileSync(join(this.varDir, 'database-url'), 'utf8'))
  }

  async withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
    const db = this.openDatabase()
    return work(db).finally(() => db.close())
  }

  /** Kills (`kill -9`) the database and the server in turn, after these times, and starts what does not start by itself. */
  async strike(
    started: Program,
    afterMs: readonly number[],
    isDone: () => boolean = () => false,
  ): Promise<{ server: number; database: number }> {
    const struck = { server: 0, database: 0 }
    let portal = started
    for (const [at, waitMs] of afterMs.entries()) {
      await sleep(waitMs + Math.random() * 400)
      if (isDone()) break
      if (at % 2 === 0) {
        process.kill(this.databasePid(), 'SIGKILL')
        struck.database += 1
        continue
      }
      process.kill(this.serverPid(), 'SIGKILL')
      struck.server += 1
      await portal.ended
      portal = await this.start()
    }
    return struck
  }

  /** Stops whatever still runs, and takes the data away. */
  async remove(): Promise<void> {
    for (const { child, ended } of this.#everStarted) {
      child.kill('SIGTERM')
      await ended
    }
    rmSync(this.varDir, { recursive: true, force: true })
  }
}
