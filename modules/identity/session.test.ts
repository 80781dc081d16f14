import { expect } from 'vitest'
import { addOfficial } from '../../test/support/people.ts'
import { NOW, test } from '../../test/support/world.ts'
import { findSession, openSession, rotateSession } from './session.ts'

const HOUR_MS = 3_600_000

test('proving oneself again gives a new id, and no more time than there was', async ({ world }) => {
  const { db } = world
  const { accountId } = await addOfficial(db, { agency: 'G22' })
  const account = {
    accountId,
    accountKind: 'official',
    assurance: 2,
    device: 'test',
    means: 'password',
  } as const
  const later = new Date(NOW.getTime() + HOUR_MS / 4)

  const old = await db.transaction((tx) => openSession(tx, { ...account, now: NOW }))
  const session = await findSession(db, old, later)
  if (!session) throw new Error('The session lives')
  const token = await db.transaction((tx) => rotateSession(tx, session, { now: later }))

  expect(await findSession(db, old, later)).toBeUndefined()
  expect((await findSession(db, token, later))?.endsAt).toEqual(new Date(NOW.getTime() + 10 * HOUR_MS))
})
