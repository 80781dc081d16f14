import { expect, vi } from 'vitest'
import { sql } from '#platform/db'
import { addPerson, sessionOf } from '../../test/support/people.ts'
import { test } from '../../test/support/world.ts'
import { openRecentSessions } from './recent-sessions.ts'
import { endSession, endSessionsOf, findSession } from './session.ts'

const SOON = { timeout: 5_000, interval: 10 }

test('a session that ends in one process is not shown as signed in by another, and a public page asks once in a while', async ({
  world,
}) => {
  const { db } = world
  const [one, other] = [openRecentSessions(db, () => {}), openRecentSessions(db, () => {})]
  const { accountId } = await addPerson(db)
  const token = await sessionOf(world, accountId)
  const now = world.services.clock()
  // Listening begins a moment after opening.
  await vi.waitFor(async () => {
    const first = await other.find(token, now)
    expect(await other.find(token, now)).toBe(first)
  }, SOON)
  const session = await one.find(token, now)

  await endSession(db, (session as NonNullable<typeof session>).key, 'signed_out', now)

  await vi.waitFor(async () => expect(await other.find(token, now)).toBeUndefined(), SOON)
  await vi.waitFor(async () => expect(await one.find(token, now)).toBeUndefined(), SOON)
  await one.close()
  await other.close()
})

test('signing out everywhere is heard, and a copy is never older than five seconds or longer than the session', async ({
  world,
}) => {
  const { db } = world
  const recent = openRecentSessions(db, () => {})
  const { accountId } = await addPerson(db)
  const [stays, goes] = [await sessionOf(world, accountId), await sessionOf(world, accountId)]
  const now = world.services.clock()
  const later = (ms: number) => new Date(now.getTime() + ms)
  let first: Awaited<ReturnType<typeof recent.find>>
  await vi.waitFor(async () => {
    first = await recent.find(goes, now)
    expect(await recent.find(goes, now)).toBe(first)
  }, SOON)

  expect(await recent.find(goes, later(5_001))).not.toBe(first)
  expect(await recent.find(goes, later(31 * 60_000))).toBeUndefined()
  const kept = await findSession(db, stays, now)
  await endSessionsOf(db, {
    accountId,
    why: 'signed_out_elsewhere',
    now,
    keep: (kept as NonNullable<typeof kept>).key,
  })
  await vi.waitFor(async () => expect(await recent.find(goes, now)).toBeUndefined(), SOON)
  expect(await recent.find(stays, now)).toBeDefined()
  await recent.close()
})

test('only pages that say the same to everybody take a session from memory', async ({ world }) => {
  const { accountId } = await addPerson(world.db)
  const cookie = `phien=${await sessionOf(world, accountId)}`
  const ask = (url: string) => world.app.inject({ url, headers: { cookie } })
  await vi.waitFor(async () => {
    await ask('/lien-he')
    await ask('/lien-he')
  }, SOON)

  // Behind the back of everybody who would tell.
  await world.db.run(
    sql`update identity.session set ended_at = now(), ended_why = 'outside' where account_id = ${accountId}`,
  )

  expect((await ask('/tai-khoan')).statusCode).toBe(302)
  expect((await ask('/ho-so')).statusCode).toBe(302)
})
