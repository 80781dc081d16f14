import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { raw } from 'sql-template-tag'
import { test as bareTest, inject } from 'vitest'
import { whoIsHere } from '#identity'
import type { Actor } from '#platform/access'
import { readConfig } from '#platform/config'
import { Database } from '#platform/db'
import { openLog } from '#platform/log'
import { buildServer } from '../../app/server.ts'
import { openServices } from '../../app/services.ts'
import { recordRoutes } from './route-record.ts'

/** A working Monday morning, a week after a public holiday. */
export const NOW = new Date('2026-05-11T09:30:00+07:00')
const VISITOR: Actor = { id: 'visitor', kind: 'visitor' }

/** A test with a world at hand: the real application on its own database, one for each test file. */
export const test = bareTest
  .extend('server', { scope: 'file' }, () => inject('server'))
  .extend('world', { scope: 'file' }, async ({ server }, { onCleanup }) => {
    const world = await openWorld(server)
    onCleanup(world.close)
    return world
  })

/** A test with an empty database at hand: no schema, no job queue. */
export const testOnEmpty = bareTest
  .extend('server', () => inject('server'))
  .extend('database', async ({ server }, { onCleanup }) => {
    const database = await emptyDatabase(server)
    onCleanup(() => database.db.close().then(database.drop))
    return database
  })
  .extend('db', ({ database }) => database.db)

export type World = Awaited<ReturnType<typeof openWorld>>

/** The whole portal on a database of its own, set as `settings` say. Routes may be added until its first request. */
export async function openWorld(server = inject('server'), settings: Readonly<Record<string, string>> = {}) {
  const { db, urlOfDatabase, drop } = await cloneDatabase(server)
  const varDir = mkdtempSync(join(tmpdir(), 'motcua-var-'))
  const config = readConfig({
    VAR_DIR: varDir,
    PUBLIC_URL: 'http://portal.test',
    READS_PER_MINUTE: '1000000',
    WRITES_PER_MINUTE: '1000000',
    SYNC_NETWORKS: '10.21.0.0/16=H21',
    ...settings,
  })
  const logged: string[] = []
  const log = openLog({ logLevel: 'debug' }, { write: (line: string) => logged.push(line) })
  let forced: Actor | undefined
  let now = NOW
  const services = await openServices(config, db, log, () => now)
  const whoIs = whoIsHere(services, () => VISITOR)
  const app = await buildServer({ config, log, services, whoIs: (request) => forced ?? whoIs(request) })
  recordRoutes(app)

  return {
    app,
    db,
    services,
    urlOfDatabase,
    /** Every line that was logged, as written. */
    logged,
    /** Makes every request come from this actor, whatever its cookies say; from whom they say, without one. */
    signIn(someone?: Actor): void {
      forced = someone
    },
    setClock(moment: Date): void {
      now = moment
    },
    close: async (): Promise<void> => {
      await app.close()
      await services.close()
      await db.close()
      rmSync(varDir, { recursive: true, force: true })
      await drop()
    },
  }
}

/** A database with nothing in it. */
export function emptyDatabase({ url } = inject('server')): ReturnType<typeof cloneDatabase> {
  return cloneDatabase({ url, template: 'template0' })
}

/** A database of one's own, with schema and seed, and nobody else in it. */
export async function cloneDatabase({ url, template } = inject('server')) {
  const name = `world_${randomUUID()}`
  const urlOf = (database: string) => url.replace('DATABASE', database)
  const root = new Database(urlOf('postgres'))
  await root.run(raw(`create database "${name}" template "${template}" strategy file_copy`))
  const db = new Database(urlOf(name))
  return {
    db,
    urlOfDatabase: urlOf(name),
    drop: async (): Promise<void> => {
      await root.run(raw(`drop database "${name}" with (force)`))
      await root.close()
    },
  }
}
