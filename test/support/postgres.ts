import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { programsDir, serverUser } from '#platform/postgres-files'

export type TestServer = {
  /** The address of a database on the throw-away server. */
  readonly urlOf: (database: string) => string
  readonly stop: () => Promise<void>
}

const SCRIPT = fileURLToPath(new URL('postgres.sh', import.meta.url))

/**
 * The server that the tests run on: `DATABASE_URL` where it is set (its role must be allowed to create databases), else a
 * throw-away one that ends with this process, however that ends.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['DATABASE_URL']
  return given ? onGivenServer(given) : startThrowAway()
}

function onGivenServer(given: string): TestServer {
  const urlOf = (database: string) => {
    const url = new URL(given)
    url.pathname = `/${database}`
    return url.href
  }
  return { urlOf, stop: async () => {} }
}

async function startThrowAway(): Promise<TestServer> {
  const user = serverUser()
  const shell = spawn('sh', ['-c', readFileSync(SCRIPT, 'utf8'), 'postgres.sh', programsDir(user)], {
    ...user,
    cwd: '/tmp',
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // Ctrl-C must not end the shell before it has cleaned up.
  })
  const exited = once(shell, 'exit')
  const stop = async (): Promise<void> => {
    shell.stdin.end()
    await exited
  }
  const { value: folder, done } = await createInterface(shell.stdout)[Symbol.asyncIterator]().next()
  if (done) throw new Error('PostgreSQL said something above and did not start')
  return { urlOf: (database) => `postgres:///${database}?host=${folder}&user=postgres`, stop }
}
