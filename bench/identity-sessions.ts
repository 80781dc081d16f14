/**
 * What being signed in costs: the same pages of the portal with a session and without, while a million sessions are stored
 * for 100,000 people. The server has a core of its own, the database and the presser share the other; rounds alternate.
 * Prints requests a second and the median of the ratios. Run: bin/build && node --conditions=production bench/identity-sessions.ts
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openSession } from '#identity'
import { Database, sql } from '#platform/db'
import { startTestServer } from '../test/support/postgres.ts'
import { fromBuild } from './identity/from-build.ts'
import { cpuOf, figure, median, pin, press } from './identity/measure.ts'

const { prepareDatabase } = (await import(fromBuild('app/prepare.js'))) as typeof import('../app/prepare.ts')

const SESSIONS = 1_000_000
const PEOPLE = 100_000
const ROUNDS = 11
const REQUESTS = 400
const WANTED = 0.75
/** The cheapest pages, on which a session weighs the most, and four that ask the database for something. */
const PAGES = [
  '/lien-he',
  '/tra-cuu',
  '/',
  '/thu-tuc/1.001193',
  '/thu-tuc?q=khai+sinh',
  '/co-quan/G22',
] as const

pin(process.pid, 1)
const postgres = await startTestServer()
const url = postgres.urlOf('postgres')
const db = new Database(url, { statementTimeoutMs: 600_000 })
await prepareDatabase(db, { seedsDemo: true }, () => {})
await store()

const child = fork(join(import.meta.dirname, 'identity', 'portal-server.ts'), {
  env: { ...process.env, BENCH_DATABASE: url, NODE_ENV: 'production' },
})
const [{ port }] = (await once(child, 'message')) as [{ port: number }]
if (child.pid) pin(child.pid, 0)
let isEnough = true
for (const page of PAGES) isEnough = (await compare(page)) && isEnough
child.disconnect()
await db.close()
await postgres.stop()
process.exitCode = isEnough ? 0 : 1

async function store(): Promise<void> {
  await db.run(sql`
    insert into identity.account (id, kind, opened_at)
    select gen_random_uuid(), 'person', now()
      from generate_series(1, ${PEOPLE}::int)`)
  await db.run(sql`
    insert into identity.person (account_id, is_foreigner, name, assurance, claims, claims_at)
    select id, true, 'Nguyễn Văn ' || left(id::text, 8), 1, '{}', now()
      from identity.account
     where kind = 'person'`)
  await db.run(sql`
    insert into identity.session (
           key, account_id, account_kind, assurance, opened_at, seen_at, idle_until, ends_at, device, means)
    select sha256((a.id::text || n)::bytea), a.id, 'person', 1, now(), now(), now() + interval '12 hours',
           now() + interval '12 hours', 'Chrome, Android', 'vneid'
      from identity.account a
     cross join generate_series(1, ${Math.ceil(SESSIONS / PEOPLE)}::int) n`)
  await db.run(sql`analyze`)
  const { count } = await db.one<{ count: number }>(sql`select count(*) as count from identity.session`)
  console.log(`${count} sessions are stored`)
}

/** Everybody who sends has a session of their own, so that no row is warmer than it would be. */
async function cookies(): Promise<readonly string[]> {
  const people = await db.many<{ id: string }>(sql`
    select id from identity.account where kind = 'person' order by id limit ${REQUESTS}`)
  const made = people.map(({ id }) =>
    db.transaction((tx) =>
      openSession(tx, {
        accountId: id,
        accountKind: 'person',
        assurance: 1,
        device: 'bench',
        means: 'vneid',
        now: new Date(),
      }),
    ),
  )
  return Promise.all(made)
}

/** A browser has been here before: it sends back what the first page gave it for its forms. */
async function jarAfter(page: string, token: string): Promise<string> {
  const phien = `phien=${token}`
  const answer = await fetch(`http://127.0.0.1:${port}${page}`, { headers: { cookie: phien } })
  await answer.text()
  return [phien, ...answer.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')
}

async function compare(page: string): Promise<boolean> {
  const tokens = await cookies()
  const jars = await Promise.all(tokens.map((token) => jarAfter(page, token)))
  const known = jars.map((cookie) => ({ method: 'GET', path: page, headers: { cookie } }) as const)
  const unknown = tokens.map(() => ({ method: 'GET', path: page, headers: { cookie: 'lang=vi' } }) as const)
  const ratios: number[] = []
  const cpuRatios: number[] = []
  const rates: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = await cpuOf(child)
    const without = await press(port, unknown)
    const between = await cpuOf(child)
    const with_ = await press(port, known)
    const after = await cpuOf(child)
    if (round === 0) continue
    ratios.push(with_ / without)
    cpuRatios.push((between - before) / (after - between))
    rates[0].push(with_)
    rates[1].push(without)
  }
  const ratio = median(ratios)
  console.log(
    `${page.padEnd(22)} signed in ${figure(median(rates[0]))}/s, not ${figure(median(rates[1]))}/s: ${(ratio * 100).toFixed(0)} % (wanted ${WANTED * 100} %), by processor time ${(median(cpuRatios) * 100).toFixed(0)} %`,
  )
  return ratio >= WANTED
}
