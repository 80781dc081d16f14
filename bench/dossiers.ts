/**
 * Dossiers at the size of a country, each against what any portal would at least have to do, in the same run:
 * tracking by code through the API over 100,000 and over 10,000,000 dossiers, beside a bare Fastify with one select by primary key;
 * the officer's queue page over 100,000 and over 1,000,000 open dossiers of one agency, at 32 clients;
 * filing through the API, beside a bare handler that does the same inserts in raw SQL.
 * The server has a core of its own, the database and the presser share the other; rounds alternate.
 * Run: bin/build && node --conditions=production bench/dossiers.ts [most dossiers]
 */
import { randomUUID } from 'node:crypto'
import { raw } from 'sql-template-tag'
import { Database, sql } from '#platform/db'
import { birthAnswers, communeAgency } from '../test/support/filing.ts'
import { addOfficial, addPerson, sessionOf } from '../test/support/people.ts'
import { startTestServer } from '../test/support/postgres.ts'
import { fromBuild } from './identity/from-build.ts'
import { cpuOf, figure, median, pin, press } from './identity/measure.ts'
import { load } from './support/load.ts'
import { Checks, serveOn } from './support/served.ts'

const { prepareDatabase } = (await import(fromBuild('app/prepare.js'))) as typeof import('../app/prepare.ts')

const FEW = 100_000
const MOST = Number(process.argv[2] ?? 10_000_000)
const MOST_OPEN = Math.min(MOST, 1_000_000)
const ROUNDS = 7
const CODES = 2_000
const ROUND_MS = 1_500
const FILINGS = 400
const BATCH = 1_000_000
const WANTED = { tracking: 0.5, growth: 0.9, queue: 1.5, filing: 0.4 }

pin(process.pid, 1)
const postgres = await startTestServer()
const url = postgres.urlOf('postgres')
const db = new Database(url, { statementTimeoutMs: 3_600_000 })
await prepareDatabase(db, { seedsDemo: true }, () => {})
const agency = await communeAgency({ db })
const portal = await serveOn(url, 'identity/portal-server.ts')
const bare = await serveOn(url, 'dossiers/bare-server.ts')
const officer = await cookieOfOfficer()
const checks = new Checks()

await filing()
await store(0, FEW)
const few = await tracking(FEW)
const queueFew = await queue(FEW)
await storeWork(FEW, MOST_OPEN)
const queueMany = await queue(MOST_OPEN)
checks.check('queue p95 over many / over few', queueMany / queueFew, WANTED.queue, 'at most')
await store(FEW, MOST)
const many = await tracking(MOST)
// Beside the bare handler, since the machine itself is faster at one moment than at another.
checks.check('tracking over many / over few', many / few, WANTED.growth, 'at least')
for (const { child } of [portal, bare]) child.disconnect()
await db.close()
await postgres.stop()
checks.end()

function codeOf(number: number): string {
  return `H26-26${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}-${String(number).padStart(7, '0')}`
}

/** Dossiers in every state of their way, spread over the days of a year. */
async function store(from: number, until: number): Promise<void> {
  const startedAt = performance.now()
  for (let at = from; at < until; at += BATCH) {
    await db.run(sql`
      insert into register.dossier (code, version, door, agency, agency_name, procedure_code, procedure_name, revision_number, status,
             waits_for, applicant_kind, applicant_name, owner, submitted_at, received_at, limit_value, limit_unit, due_at, changed_at)
      select 'H26-26' || lpad((1 + n % 12)::text, 2, '0') || lpad((1 + n % 28)::text, 2, '0') || '-' || lpad(n::text, 7, '0'),
             3, 'portal', ${agency}, 'Ủy ban nhân dân phường', '1.001193', 'Thủ tục đăng ký khai sinh', 1, 4, 'agency', 'person',
             'Nguyễn Thị Hoa', 'owner-' || n / 10, now() - n % 300 * interval '1 hour', now() - n % 300 * interval '1 hour', 5, 'working_day',
             now() + (n % 400 - 100) * interval '1 hour', now()
        from generate_series(${at}::int, ${Math.min(at + BATCH, until) - 1}::int) n`)
  }
  if (from === 0) await storeWork(0, FEW)
  await db.run(raw('vacuum (analyze) register.dossier'))
  await db.run(raw('checkpoint'))
  console.log(`${until} dossiers are stored (${Math.round((performance.now() - startedAt) / 1_000)} s more)`)
}

/** Their work at the desk, and the counts that go with it. */
async function storeWork(from: number, until: number): Promise<void> {
  await db.run(sql`
    insert into onestop.work (agency, dossier_code, version, queue, act_by, procedure_code, procedure_name, applicant, step, arrived_at)
    select ${agency}, 'W' || n, 3, (array['new', 'handling', 'handling', 'handling', 'applicant', 'return'])[1 + n % 6],
           now() + (n % 4000 - 1000) * interval '6 minutes', '1.001193', 'Thủ tục đăng ký khai sinh', 'N. T. Hoa', 'appraisal', now()
      from generate_series(${from}::int, ${until - 1}::int) n`)
  await db.run(sql`delete from onestop.tally`)
  await db.run(sql`
    insert into onestop.tally (agency, queue, hour, slot, count)
    select w.agency, w.queue, date_trunc('hour', w.act_by), 0, count(*)
      from onestop.work w
     group by 1, 2, 3`)
  // As the database itself would do in its time, so that it does not do so while it is measured.
  await db.run(raw('vacuum (analyze) onestop.work'))
  await db.run(raw('vacuum (analyze) onestop.tally'))
}

/** The same codes, asked of the portal's API and of the bare handler, in turn. Answers the portal's share of the bare handler's requests a second. */
async function tracking(count: number): Promise<number> {
  const codes = Array.from({ length: CODES }, (_, at) => codeOf(Math.floor((at * count) / CODES)))
  const paths = {
    portal: codes.map((code) => `/api/v1/dossiers/${code}`),
    bare: codes.map((code) => `/dossiers/${code}`),
  }
  const ratios: number[] = []
  const rates: { portal: number[]; bare: number[] } = { portal: [], bare: [] }
  const cpu: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [c0, b0] = [await cpuOf(portal.child), await cpuOf(bare.child)]
    const ours = await load({ port: portal.port, paths: paths.portal, clients: 16, durationMs: ROUND_MS })
    const theirs = await load({ port: bare.port, paths: paths.bare, clients: 16, durationMs: ROUND_MS })
    if (round === 0) continue
    const [c1, b1] = [await cpuOf(portal.child), await cpuOf(bare.child)]
    cpu.push((b1 - b0) / theirs.requests / ((c1 - c0) / ours.requests))
    rates.portal.push(ours.requestsPerSecond)
    rates.bare.push(theirs.requestsPerSecond)
    ratios.push(ours.requestsPerSecond / theirs.requestsPerSecond)
  }
  console.log(
    `tracking over ${count}: portal ${figure(median(rates.portal))}/s, bare ${figure(median(rates.bare))}/s, by processor time ${(median(cpu) * 100).toFixed(0)} %`,
  )
  checks.check(`tracking over ${count} / bare`, median(ratios), WANTED.tracking, 'at least')
  return median(ratios)
}

/** The officer's first page and the others that they press, with 32 officers at once. Answers the p95 in milliseconds. */
async function queue(count: number): Promise<number> {
  const paths = ['new', 'handling', 'late', 'today'].map((tab) => `/mot-cua?hang=${tab}`)
  const p95s: number[] = []
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { latenciesMs, requestsPerSecond } = await load({
      port: portal.port,
      paths,
      clients: 32,
      durationMs: ROUND_MS,
      cookie: officer,
    })
    if (round === 0) continue
    p95s.push(latenciesMs[Math.floor(latenciesMs.length * 0.95)] ?? Number.NaN)
    rates.push(requestsPerSecond)
  }
  const page = await fetch(`http://127.0.0.1:${portal.port}/mot-cua?hang=handling`, {
    headers: { cookie: officer },
  })
  const [, shown] = /Đang giải quyết<span class="count"> (\d+)</.exec(await page.text()) ?? []
  const { right } = await db.one<{ right: number }>(sql`
    select count(*) as right from onestop.work w where w.agency = ${agency} and w.queue = 'handling'`)
  console.log(
    `queue over ${count}: p95 ${median(p95s).toFixed(1)} ms at 32 clients, ${figure(median(rates))}/s; in hand it says ${shown}, there are ${right}`,
  )
  if (Number(shown) !== right) checks.fail(`queue over ${count}: a count is wrong`)
  return median(p95s)
}

/** The same birth registration, filed at the portal and inserted by the bare handler, in turn. */
async function filing(): Promise<void> {
  const { accountId } = await addPerson(db)
  const cookie = `phien=${await sessionOf({ db }, accountId)}`
  const fileId = randomUUID()
  await db.run(sql`
    insert into documents.file (id, owner, sha256, original_sha256, size_bytes, media_type, name, uploaded_by, uploaded_at, scan)
    values (${fileId}, ${accountId}, ${Buffer.alloc(32)}, ${Buffer.alloc(32)}, 1, 'image/jpeg', 'a.jpg', ${accountId}, now(), 'not_scanned')`)
  const answers = birthAnswers(fileId)
  const json = { 'content-type': 'application/json' }
  const ours = () => {
    const body = JSON.stringify({ procedure: '1.001193', agency, answers })
    const headers = {
      ...json,
      cookie,
      'idempotency-key': randomUUID(),
      'content-length': String(Buffer.byteLength(body)),
    }
    return { method: 'POST', path: '/api/v1/dossiers', headers, body } as const
  }
  const theirs = () => {
    const body = JSON.stringify({
      agency,
      agencyCode: 'BARE',
      name: 'Nguyễn Thị Hoa',
      owner: accountId,
      key: randomUUID(),
      answers,
      files: [],
    })
    return {
      method: 'POST',
      path: '/dossiers',
      headers: { ...json, 'content-length': String(Buffer.byteLength(body)) },
      body,
    } as const
  }
  const ratios: number[] = []
  const rates: { portal: number[]; bare: number[] } = { portal: [], bare: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const portalRate = await press(portal.port, Array.from({ length: FILINGS }, ours))
    const bareRate = await press(bare.port, Array.from({ length: FILINGS }, theirs))
    if (round === 0) continue
    rates.portal.push(portalRate)
    rates.bare.push(bareRate)
    ratios.push(portalRate / bareRate)
  }
  console.log(`filing: portal ${figure(median(rates.portal))}/s, bare ${figure(median(rates.bare))}/s`)
  checks.check('filing / bare', median(ratios), WANTED.filing, 'at least')
}

async function cookieOfOfficer(): Promise<string> {
  const { accountId } = await addOfficial(db, { agency, roles: ['officer'] })
  return `phien=${await sessionOf({ db }, accountId, { kind: 'official' })}`
}
