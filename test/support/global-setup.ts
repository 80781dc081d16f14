import { randomUUID } from 'node:crypto'
import { raw } from 'sql-template-tag'
import type { TestProject } from 'vitest/node'
import { Database } from '#platform/db'
import { prepareDatabase } from '../../app/prepare.ts'
import { startTestServer } from './postgres.ts'

/** One server for the whole run, and one template database, migrated and seeded, that every test file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const template = `motcua_template_${randomUUID()}`
  const root = new Database(server.urlOf('postgres'))
  await root.run(raw(`create database "${template}"`))
  const db = new Database(server.urlOf(template))
  await prepareDatabase(db, { seedsDemo: true }, () => {})
  await db.close()
  provide('server', { url: server.urlOf('DATABASE'), template })
  return async () => {
    await root.run(raw(`drop database "${template}" with (force)`))
    await root.close()
    await server.stop()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    server: { url: string; template: string }
  }
}
