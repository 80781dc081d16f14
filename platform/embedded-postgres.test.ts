import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as bareTest, beforeAll, describe, expect, onTestFinished, vi } from 'vitest'
import { type Program, startProgram } from '../test/support/programs.ts'
import { Database, sql } from './db.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { LockedError } from './instance-lock.ts'

const OWNER = 'test/support/embedded-owner.ts'
const SOON = { timeout: 20_000, interval: 20 }

const model = newFolder()

beforeAll(async () => {
  const { stop } = await startEmbeddedPostgres({ varDir: model.folder })
  await stop()
  return model.remove
})

/** `varDir` is a new data folder; `usedDir` one in which the database is made already. */
const test = bareTest
  .extend('varDir', ({ task: _task }, { onCleanup }) => {
    const { folder, remove } = newFolder()
    onCleanup(remove)
    return join(folder, 'var')
  })
  .extend('usedDir', ({ varDir }) => {
    mkdirSync(varDir)
    execFileSync('cp', ['-a', `${model.folder}/.`, varDir])
    return varDir
  })

/** In a place that the server's user can reach. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-embedded-'))
  chmodSync(folder, 0o755)
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

async function start(
  varDir: string,
  onDeath?: () => void,
): Promise<EmbeddedPostgres & { readonly db: Database }> {
  const postgres = await startEmbeddedPostgres({ varDir, ...(onDeath && { onDeath }) })
  const db = new Database(postgres.url)
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopping ??= db.close().then(postgres.stop)
    return stopping
  }
  onTestFinished(stop)
  return { ...postgres, db, stop }
}

/** The same in another process, which can be killed. */
async function startElsewhere(varDir: string): Promise<Program & { readonly db: Database }> {
  const owner = startProgram(OWNER, [varDir])
  const [, url = ''] = await owner.says(/^ready at (.+)/)
  const db = new Database(url)
  onTestFinished(async () => {
    owner.child.kill('SIGKILL')
    await owner.ended
    await db.close()
  })
  return { ...owner, db }
}

async function remember(db: Database, note: string): Promise<void> {
  await db.run(sql`create table if not exists note (text text)`)
  await db.run(sql`insert into note values (${note})`)
}

function recall(db: Database): Promise<readonly { text: string }[]> {
  return db.many(sql`select text from note order by text`)
}

function serverPid(varDir: string): number {
  return Number(readFileSync(join(varDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('it is made on first use, keeps what it was told, and leaves nothing running', async ({ varDir }) => {
  const first = await start(varDir)
  await remember(first.db, 'written by the first')
  const pid = serverPid(varDir)
  await first.stop()
  expect(isAlive(pid)).toBe(false)

  const second = await start(varDir)

  expect(await recall(second.db)).toEqual([{ text: 'written by the first' }])
  expect(await second.db.one(sql`show server_encoding`)).toEqual({ serverEncoding: 'UTF8' })
})

test('its address and password are for its owner alone, and it listens on this machine alone', async ({
  varDir,
}) => {
  const { db } = await start(varDir)

  expect(statSync(join(varDir, 'database-url')).mode & 0o077).toBe(0)
  expect(statSync(join(varDir, 'postgres', 'password')).mode & 0o077).toBe(0)
  expect(await db.one(sql`show listen_addresses`)).toEqual({ listenAddresses: '127.0.0.1' })
  expect(
    await db.one(sql`select count(*) as open from pg_hba_file_rules where auth_method = 'trust'`),
  ).toEqual({ open: 0 })
})

test('a server that was killed comes back at the same address, with all that was saved', async ({
  varDir,
}) => {
  const died = vi.fn()
  const { db } = await start(varDir, died)
  await remember(db, 'saved before the blow')

  process.kill(serverPid(varDir), 'SIGKILL')
  await vi.waitFor(() => expect(died).toHaveBeenCalled(), SOON)

  expect(await vi.waitFor(() => recall(db), SOON)).toEqual([{ text: 'saved before the blow' }])
})

test('a server whose owner was killed stops by itself, and the next owner finds everything', async ({
  varDir,
}) => {
  const { child, ended, db } = await startElsewhere(varDir)
  await remember(db, 'saved before the blow')
  const pid = serverPid(varDir)

  child.kill('SIGKILL')
  await ended

  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), SOON)
  const next = await start(varDir)
  expect(await recall(next.db)).toEqual([{ text: 'saved before the blow' }])
})

test('the next owner does not wait for the last one to be quite gone', async ({ usedDir: varDir }) => {
  const { child, ended, db } = await startElsewhere(varDir)
  await remember(db, 'saved before the blow')

  child.kill('SIGKILL')
  await ended
  const next = await start(varDir)

  expect(await recall(next.db)).toEqual([{ text: 'saved before the blow' }])
})

test('a process number that now belongs to another program does not keep the server from starting', async ({
  varDir,
}) => {
  const first = await start(varDir)
  const file = join(varDir, 'postgres', 'data', 'postmaster.pid')
  const left = readFileSync(file, 'utf8')
  await first.stop()
  writeFileSync(file, left.replace(/^\d+/, String(process.pid)))

  const second = await start(varDir)

  expect(await second.db.one(sql`select 1 as one`)).toEqual({ one: 1 })
})

test('a second start on the same folder is refused, and the first works on', async ({ usedDir: varDir }) => {
  const { child, db } = await startElsewhere(varDir)

  const second = startEmbeddedPostgres({ varDir })

  await expect(second).rejects.toThrow(LockedError)
  await expect(second).rejects.toThrow(`process ${child.pid}`)
  expect(await db.one(sql`select 1 as one`)).toEqual({ one: 1 })
})

describe('a first start that was cut short', () => {
  test('leaves a draft, which the next start throws away', async ({ varDir }) => {
    const base = join(varDir, 'postgres')
    const doomed = startProgram(OWNER, [varDir])
    await vi.waitFor(() => expect(readdirSync(base).join()).toContain('draft-'), { ...SOON, interval: 1 })
    doomed.child.kill('SIGKILL')
    await doomed.ended
    expect(existsSync(join(base, 'data'))).toBe(false)

    const { db } = await start(varDir)

    expect(await db.one(sql`select 1 as one`)).toEqual({ one: 1 })
    await vi.waitFor(() => expect(readdirSync(base).sort()).toEqual(['data', 'log', 'password']), SOON)
  })
})

test('data whose password is lost is never thrown away', async ({ varDir }) => {
  const data = join(varDir, 'postgres', 'data')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'PG_VERSION'), '18')

  const started = startEmbeddedPostgres({ varDir })

  await expect(started).rejects.toThrow('its password is missing')
  expect(existsSync(join(data, 'PG_VERSION'))).toBe(true)
})

test('a server that cannot start says why, and lets go of the folder', async ({ usedDir: varDir }) => {
  const first = await start(varDir)
  await first.stop()
  writeFileSync(join(varDir, 'postgres', 'data', 'PG_VERSION'), '9\n')

  const started = startEmbeddedPostgres({ varDir })

  await expect(started).rejects.toThrow(/not compatible|incompatible/)
  expect(existsSync(join(varDir, 'portal.lock'))).toBe(false)
})

/** Root hands the server to another user, who cannot enter a private home: the data then lies where that user can. */
test('a folder in a private home is as good as any', async ({ varDir }) => {
  chmodSync(dirname(varDir), 0o700)

  const { db, dataDir } = await start(varDir)
  await remember(db, 'at home')

  const isRoot = process.getuid?.() === 0
  if (isRoot) onTestFinished(() => rmSync(dirname(dirname(dataDir)), { recursive: true }))
  expect(dataDir.startsWith(isRoot ? '/var/lib/motcua/' : varDir)).toBe(true)
  expect(await recall(db)).toEqual([{ text: 'at home' }])
})
