import { randomUUID } from 'node:crypto'
import { raw } from 'sql-template-tag'
import { expect } from 'vitest'
import { type Database, sql } from '#platform/db'
import { cloneDatabase, NOW, test as worldTest } from '../../test/support/world.ts'
import { type Opening, readAllWithLog, readWithLog } from './access-log.ts'
import { chainOf, digestOf } from './access-log-chain.ts'
import { printSeal, readPrintedSeals, sealAccessLog } from './access-log-seal.ts'
import { verifyAccessLog } from './access-log-verify.ts'
import { entriesAfter } from './queries/access-log-chain.ts'

/** With a database that nobody else writes to. */
const test = worldTest.extend('own', async ({ server }, { onCleanup }) => {
  const clone = await cloneDatabase(server)
  onCleanup(async () => {
    await clone.db.close()
    await clone.drop()
  })
  return clone.db
})

const OPENING = {
  reader: { kind: 'official', accountId: randomUUID(), post: 'Công chức một cửa', agency: 'H26.104' },
  data: ['identity', 'dossier'],
  purpose: 'handle_dossier',
  dossierCode: 'H26.104-260511-0001',
  now: NOW,
} as const satisfies Opening

/** Account ids whose chains are known: the last sign says which. */
function personOfChain(chain: number): string {
  return randomUUID().slice(0, -1) + chain.toString(16)
}

async function openTimes(db: Database, subject: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await db.transaction((tx) => readWithLog(tx, { ...OPENING, subject }, async () => undefined))
  }
}

test('who reads is written down with the reading', async ({ world }) => {
  const subject = randomUUID()

  const name = await world.db.transaction((tx) =>
    readWithLog(tx, { ...OPENING, subject }, async () => 'Nguyễn Thị Hoa'),
  )

  expect(name).toBe('Nguyễn Thị Hoa')
  const written = await world.db.one(sql`
    select reader_kind, post, agency, data, purpose, dossier_code
      from identity.access_entry
     where subject = ${subject}`)
  expect(written).toEqual({
    readerKind: 'official',
    post: 'Công chức một cửa',
    agency: 'H26.104',
    data: ['identity', 'dossier'],
    purpose: 'handle_dossier',
    dossierCode: 'H26.104-260511-0001',
  })
})

test('where the log cannot be written, nothing is read', async ({ world }) => {
  const reading = world.db.transaction((tx) =>
    readWithLog(tx, { ...OPENING, subject: randomUUID(), data: [] }, async () => 'Nguyễn Thị Hoa'),
  )

  await expect(reading).rejects.toThrow('data_is_named')
})

test('a list writes one entry for each person in it, and reading nobody writes nothing', async ({
  world,
}) => {
  const people = [personOfChain(9), personOfChain(2), personOfChain(9)]
  const readList = (found: readonly string[]) =>
    world.db.transaction((tx) =>
      readAllWithLog(
        tx,
        OPENING,
        async () => found,
        (ids) => ids,
      ),
    )

  await readList([...people, ...people])
  await readList([])

  const { count } = await world.db.one<{ count: number }>(sql`
    select count(*) from identity.access_entry where subject = any(${people}::uuid[])`)
  expect(count).toBe(3)
  expect((await verifyAccessLog(world.db)).findings).toEqual([])
})

test('many readers at once leave whole chains', async ({ world }) => {
  const people = Array.from({ length: 40 }, () => randomUUID())

  await Promise.all(people.map((subject) => openTimes(world.db, subject, 5)))

  const { findings, entries } = await verifyAccessLog(world.db)
  expect(findings).toEqual([])
  expect(entries).toBeGreaterThanOrEqual(200)
})

test.for([
  [
    'an edited word',
    `update identity.access_entry set post = 'Khác' where chain = 5 and place = 3`,
    'changed 3',
  ],
  [
    'an edited moment',
    `update identity.access_entry set at = at + interval '1 ms' where chain = 5 and place = 3`,
    'changed 3',
  ],
  [
    'an edited digest',
    `update identity.access_entry set digest = sha256('') where chain = 5 and place = 3`,
    'changed 3',
  ],
  ['a removed row', `delete from identity.access_entry where chain = 5 and place = 3`, 'missing 3'],
  ['a removed first row', `delete from identity.access_entry where chain = 5 and place = 1`, 'missing 1'],
  ['a removed tail', `delete from identity.access_entry where chain = 5 and place >= 5`, 'missing 5'],
  [
    'two rows in each other’s place',
    `update identity.access_entry set place = 9 where chain = 5 and place = 2;
     update identity.access_entry set place = 2 where chain = 5 and place = 3;
     update identity.access_entry set place = 3 where chain = 5 and place = 9`,
    'changed 2, changed 3',
  ],
  [
    'an inserted row',
    `insert into identity.access_entry
     select chain, 7, at, subject, reader_kind, reader, post, agency, data, purpose, dossier_code, reference, digest, digest
       from identity.access_entry where chain = 5 and place = 6`,
    'changed 7, unannounced 7',
  ],
  ['a head set back', `update identity.access_chain set place = 5 where chain = 5`, 'unannounced 6'],
] as const)('the verifier names %s', async ([, deed, finding], { own: db }) => {
  await openTimes(db, personOfChain(5), 6)

  for (const statement of deed.split(';')) await db.run(raw(statement))

  const { findings } = await verifyAccessLog(db)
  const named = findings.map((found) => ('place' in found ? `${found.kind} ${found.place}` : found.kind))
  expect(named.join(', ')).toBe(finding)
})

test('an entry that was rewritten together with its digest is named by the one that followed it', async ({
  own: db,
}) => {
  await openTimes(db, personOfChain(5), 6)

  const [entry] = await entriesAfter(db, 5, 2, 1)
  if (!entry) throw new Error('There is no third entry')
  const forged = digestOf({ ...entry, post: 'Khác' })
  await db.run(sql`
    update identity.access_entry
       set post = 'Khác', digest = ${forged}
     where chain = 5 and place = 3`)

  expect((await verifyAccessLog(db)).findings).toEqual([{ kind: 'replaced', chain: 5, place: 3 }])
})

test('a tail that was removed together with its head and its seals is found by the printed seal', async ({
  own: db,
}) => {
  const subject = personOfChain(7)
  await openTimes(db, subject, 3)
  const first = await db.transaction((tx) => sealAccessLog(tx, NOW))
  await openTimes(db, subject, 3)
  const second = await db.transaction((tx) => sealAccessLog(tx, NOW))
  const again = await db.transaction((tx) => sealAccessLog(tx, NOW))
  if (!first || !second) throw new Error('Nothing was sealed')
  const printed = readPrintedSeals(`in the log: ${printSeal(first)}\n${printSeal(second)}\n`)
  expect(again).toBeUndefined()
  expect((await verifyAccessLog(db, printed)).findings).toEqual([])

  await db.run(sql`delete from identity.access_entry where chain = 7 and place > 3`)
  await db.run(sql`delete from identity.access_seal where number = 2`)
  await db.run(sql`
    update identity.access_chain
       set place = 3, digest = (select digest from identity.access_entry where chain = 7 and place = 3)
     where chain = 7`)

  expect((await verifyAccessLog(db)).findings).toEqual([])
  expect((await verifyAccessLog(db, printed)).findings).toEqual([{ kind: 'seal_missing', seal: 2 }])
})

test('a rewritten past no longer fits its seal', async ({ own: db }) => {
  await openTimes(db, personOfChain(7), 3)
  await db.transaction((tx) => sealAccessLog(tx, NOW))

  await db.run(sql`delete from identity.access_entry where chain = 7`)
  await db.run(
    sql`update identity.access_chain set place = 0, digest = decode(repeat('00', 32), 'hex') where chain = 7`,
  )

  expect((await verifyAccessLog(db)).findings).toEqual([{ kind: 'seal_broken', seal: 1 }])
})

test('a single changed byte among 100,000 entries is found and named', { timeout: 120_000 }, async ({
  own: db,
}) => {
  const people = Array.from({ length: 100_000 }, () => randomUUID())
  for (let from = 0; from < people.length; from += 20_000) {
    const group = people.slice(from, from + 20_000)
    await db.transaction((tx) =>
      readAllWithLog(
        tx,
        OPENING,
        async () => group,
        (ids) => ids,
      ),
    )
  }

  await db.run(sql`
    update identity.access_entry
       set dossier_code = overlay(dossier_code placing '2' from length(dossier_code))
     where chain = 11 and place = 4321`)

  expect(await verifyAccessLog(db)).toEqual({
    entries: 100_000,
    seals: 0,
    findings: [{ kind: 'changed', chain: 11, place: 4321 }],
    isCutShort: false,
  })
})

test('the chain of a person is told by the account id', () => {
  expect(chainOf('0190a0a0-0000-7000-8000-00000000000f')).toBe(15)
  expect(() => chainOf('nobody')).toThrow('hexadecimal')
})
