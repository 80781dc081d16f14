import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, sql } from '#platform/db'
import { birthAnswers, communeAgency } from './support/filing.ts'
import { Installation } from './support/installation.ts'
import { addPerson, sessionOf } from './support/people.ts'
import type { Program } from './support/programs.ts'

const FILINGS = 2_000
const CLIENTS = 48
/** Between two blows: long enough for work to be under way, never the same. */
const BLOW_AFTER_MS = [900, 1_700, 700, 2_300, 1_300, 600] as const
const FIRST_START_MS = 120_000
const WHOLE_TEST_MS = 240_000

let house: Installation
let portal: Program

beforeAll(async () => {
  house = await Installation.prepare({ WRITES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000' })
  portal = await house.start()
}, FIRST_START_MS)

afterAll(() => house.remove())

type Receipt = {
  readonly code: string
  readonly receiptDigest: string
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly sizeBytes: number }[]
}

test(
  `${FILINGS} filings while server and database are killed again and again: every receipt holds, no code twice, nothing half`,
  async () => {
    const { owner, cookie, agency } = await citizen()
    const file = await upload(cookie)
    const answers = birthAnswers(file.id)
    const receipts = new Map<string, Receipt>()
    const numbers = Array.from({ length: FILINGS }, (_, at) => at)
    let isDone = false
    const blows = house.strike(portal, BLOW_AFTER_MS, () => isDone)

    const client = async () => {
      for (let at = numbers.pop(); at !== undefined; at = numbers.pop()) {
        const key = `filing-number-${at}`
        receipts.set(key, await fileUntilReceipt(cookie, key, { procedure: '1.001193', agency, answers }))
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    isDone = true
    const struck = await blows

    expect(struck.server).toBeGreaterThanOrEqual(1)
    expect(struck.database).toBeGreaterThanOrEqual(1)
    const codes = [...receipts.values()].map(({ code }) => code)
    expect(new Set(codes).size).toBe(FILINGS)
    await house.withDatabase(async (db) => {
      expect(await halves(db, owner)).toEqual([])
      const stored = await db.many<{ code: string; digest: string }>(sql`
        select c.dossier_code as code, c.digest from filing.content c join register.dossier d on d.code = c.dossier_code
         where d.owner = ${owner}`)
      const byCode = new Map(stored.map(({ code, digest }) => [code, digest]))
      expect(stored).toHaveLength(FILINGS)
      expect(
        [...receipts.values()].filter(({ code, receiptDigest }) => byCode.get(code) !== receiptDigest),
      ).toEqual([])
    })
    expect(new Set([...receipts.values()].map(({ files }) => files[0]?.sha256))).toEqual(
      new Set([file.sha256]),
    )
    const bytes = readFileSync(join(house.varDir, 'files', file.sha256.slice(0, 2), file.sha256))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    expect(bytes.length).toBe(file.sizeBytes)
    // What was announced reaches the desk, late but whole.
    await house.withDatabase((db) =>
      vi.waitFor(
        async () => {
          const { count } = await db.one<{ count: number }>(sql`
            select count(*) from onestop.work w where w.agency = ${agency}`)
          expect(count).toBe(FILINGS)
        },
        { timeout: 90_000, interval: 500 },
      ),
    )
    console.log(
      `${FILINGS} filings, ${struck.server} deaths of the server, ${struck.database} of the database`,
    )
  },
  WHOLE_TEST_MS,
)

/** A dossier with a part missing, or a part without its dossier. */
async function halves(db: Database, owner: string): Promise<string[]> {
  const rows = await db.many<{ what: string }>(sql`
    select 'no content: ' || d.code as what from register.dossier d
     where d.owner = ${owner} and not exists (select 1 from filing.content c where c.dossier_code = d.code and c.number = 1)
    union all
    select 'no event: ' || d.code from register.dossier d
     where d.owner = ${owner} and not exists (select 1 from register.event e where e.dossier_code = d.code and e.sequence = 1)
    union all
    select 'no dossier for content: ' || c.dossier_code from filing.content c
     where not exists (select 1 from register.dossier d where d.code = c.dossier_code)
    union all
    select 'no dossier for key: ' || k.key from filing.request_key k
     where not exists (select 1 from register.dossier d where d.code = k.dossier_code)
    union all
    select 'two keys: ' || k.dossier_code from filing.request_key k group by k.dossier_code having count(*) > 1`)
  return rows.map(({ what }) => what)
}

/** Sends until there is a receipt: whatever is lost on the way, the key is the same. */
async function fileUntilReceipt(cookie: string, key: string, body: object): Promise<Receipt> {
  const payload = JSON.stringify(body)
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const headers = { cookie, 'idempotency-key': key, 'content-type': 'application/json' }
    const answer = await fetch(`${house.address}/api/v1/dossiers`, {
      method: 'POST',
      headers,
      body: payload,
    }).then(
      async (got) => ({ status: got.status, text: await got.text() }),
      () => ({ status: 0, text: '' }),
    )
    if (answer.status === 200 || answer.status === 201) return JSON.parse(answer.text) as Receipt
    if (answer.status !== 0 && answer.status < 500) throw new Error(`${answer.status} ${answer.text}`)
    await sleep(50 + Math.random() * 150)
  }
  throw new Error(`No receipt for ${key}`)
}

async function citizen(): Promise<{ owner: string; cookie: string; agency: string }> {
  return house.withDatabase(async (db) => {
    const { accountId } = await addPerson(db)
    const token = await sessionOf({ db }, accountId)
    return { owner: accountId, cookie: `phien=${token}`, agency: await communeAgency({ db }) }
  })
}

async function upload(cookie: string): Promise<{ id: string; sha256: string; sizeBytes: number }> {
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#8c1620' } })
  const answer = await fetch(`${house.address}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('Giấy chứng sinh.jpg'),
    },
    body: new Uint8Array(await picture.jpeg().toBuffer()),
  })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string; sha256: string; sizeBytes: number }
}
