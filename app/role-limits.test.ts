import { randomUUID } from 'node:crypto'
import { raw } from 'sql-template-tag'
import { expect } from 'vitest'
import { readAllWithLog, readWithLog, verifyAccessLog } from '#identity'
import { recordAct } from '#platform/acts'
import { grantToApp } from '#platform/app-role'
import { Database, sql } from '#platform/db'
import { test as base, NOW } from '../test/support/world.ts'
import { prepareDatabase } from './prepare.ts'
import { ROLE_LIMITS } from './role-limits.ts'

/** The world, seen by a role that may run the portal and no more. */
const test = base.extend('portal', { scope: 'file' }, async ({ world }, { onCleanup }) => {
  const role = `portal_${randomUUID().replaceAll('-', '')}`
  await world.db.run(raw(`create role ${role} login password 'for-this-test'`))
  await grantToApp(world.db, role, ROLE_LIMITS)
  const db = new Database(asRole(world.urlOfDatabase, role))
  onCleanup(async () => {
    await db.close()
    await world.db.run(raw(`drop owned by ${role}`))
    await world.db.run(raw(`drop role ${role}`))
  })
  return db
})

function asRole(url: string, role: string): string {
  if (url.startsWith('postgres:///')) return url.replace(/user=[^&]+/, `user=${role}`)
  const own = new URL(url)
  own.username = role
  own.password = 'for-this-test'
  return own.href
}

const OPENING = {
  reader: { kind: 'official', accountId: randomUUID(), post: 'Công chức một cửa', agency: 'H26' },
  data: ['identity'],
  purpose: 'supervise',
  now: NOW,
} as const

test('the role starts the portal on a complete database, and reads with a log', async ({ portal }) => {
  await prepareDatabase(portal, { seedsDemo: true }, () => {})
  const subject = randomUUID()
  await portal.transaction((tx) => readWithLog(tx, { ...OPENING, subject }, async () => 'read'))
  await portal.transaction((tx) =>
    recordAct(tx, { actor: subject, verb: 'identity.tried', thing: 'test:1', now: NOW }),
  )

  expect((await verifyAccessLog(portal)).findings).toEqual([])
})

test.for([
  [`update identity.access_entry set purpose = 'x'`],
  ['delete from identity.access_entry'],
  ['truncate identity.access_entry'],
  [`update identity.access_seal set root = sha256('')`],
  ['delete from identity.access_seal'],
  ['delete from identity.access_chain'],
  [`insert into identity.access_chain values (0, 0, sha256(''))`],
  [`update platform.act set actor = 'x'`],
  ['delete from platform.act'],
  ['alter table identity.access_entry drop column digest'],
  ['drop table identity.access_entry'],
  ['create table identity.other (id int)'],
] as const)('the role is refused: %s', async ([statement], { portal }) => {
  await expect(portal.run(raw(statement))).rejects.toThrow(/permission denied|must be owner/)
})

test('a chain whose head the role sets back takes no more entries, and the verifier says why', async ({
  portal,
}) => {
  const subject = `${randomUUID().slice(0, -1)}3`
  const open = () =>
    portal.transaction((tx) =>
      readAllWithLog(
        tx,
        OPENING,
        async () => [subject],
        (ids) => ids,
      ),
    )
  await open()
  await open()

  await portal.run(sql`update identity.access_chain set place = 1 where chain = 3`)

  await expect(open()).rejects.toThrow('duplicate key')
  expect((await verifyAccessLog(portal)).findings).toContainEqual({ kind: 'unannounced', chain: 3, place: 2 })
})
