import { Database, type Db } from '#platform/db'
import { type SessionRow, sessionsByKeys } from './queries/sessions.ts'

type Waiting = {
  readonly key: Buffer
  readonly resolve: (row: SessionRow | undefined) => void
  readonly reject: (error: unknown) => void
}

type Batch = { readonly waiting: Waiting[]; now: Date }

/** What is being gathered for a database, until everything that has just arrived has been read. */
const gathering = new WeakMap<Db, Batch>()

/**
 * The session with this key as it stands in the database at this moment. Requests that arrive together ask together: a busy
 * server makes one query of many, a quiet one waits for nobody. Nothing is remembered, so that a session that has ended
 * has ended for every request that comes after.
 */
export function lookUpSession(db: Db, key: Buffer, now: Date): Promise<SessionRow | undefined> {
  // Inside a transaction there is one who asks, and their own view of things.
  if (!(db instanceof Database)) return sessionsByKeys(db, [key], now).then(([row]) => row)
  return new Promise((resolve, reject) => {
    const batch = gathering.get(db) ?? begin(db, now)
    batch.waiting.push({ key, resolve, reject })
    batch.now = now
  })
}

function begin(db: Db, now: Date): Batch {
  const batch: Batch = { waiting: [], now }
  gathering.set(db, batch)
  setImmediate(() => {
    gathering.delete(db)
    void answer(db, batch)
  })
  return batch
}

async function answer(db: Db, { waiting, now }: Batch): Promise<void> {
  try {
    const rows = await sessionsByKeys(
      db,
      waiting.map(({ key }) => key),
      now,
    )
    const byKey = new Map(rows.map((row) => [row.key.toString('hex'), row]))
    for (const { key, resolve } of waiting) resolve(byKey.get(key.toString('hex')))
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}
