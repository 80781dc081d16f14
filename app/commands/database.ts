import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#platform/config'
import { Database } from '#platform/db'
import { startEmbeddedPostgres } from '#platform/embedded-postgres'
import { instanceOwner } from '#platform/instance-lock'

export const say = (line: string): void => console.log(`  ${line}`)

/**
 * Gives a command the installation's database: the server that `DATABASE_URL` names, the one that the running portal has
 * started, or the embedded one, started for as long as the command works.
 */
export async function withDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const shared = config.databaseUrl ?? runningUrl(config.varDir)
  if (shared) return use(shared, work)

  const postgres = await startEmbeddedPostgres({ varDir: config.varDir })
  try {
    await use(postgres.url, work)
  } finally {
    await postgres.stop()
  }
}

/** Runs a command to its end: a mistake is told in a sentence, and the exit code says that there was one. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}

function runningUrl(varDir: string): string | undefined {
  const file = join(varDir, 'database-url')
  return instanceOwner(varDir) && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

async function use(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = new Database(url, { statementTimeoutMs: 600_000 })
  try {
    await work(db)
  } finally {
    await db.close()
  }
}
