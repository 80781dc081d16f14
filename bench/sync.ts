/**
 * Sync in the wire format over real HTTP, one core for the server, beside the raw limit on the same database in the same run:
 * DongBoHoSoMC and CapNhatTienDoHoSoMC in batches of 100 beside a script that writes the same rows by multi-row upsert; single items
 * beside a bare Fastify handler with one prepared upsert; the spread of answers at half load; what a flood does to others; memory over many dossiers.
 * The database and the presser share the other core; rounds alternate.
 * Run: bin/build && node --conditions=production bench/sync.ts [dossiers for the memory line]
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { raw } from 'sql-template-tag'
import { Database, sql } from '#platform/db'
import { startTestServer } from '../test/support/postgres.ts'
import { fromBuild } from './identity/from-build.ts'
import { figure, median, pin, press, type Sent } from './identity/measure.ts'
import { Checks, serveOn } from './support/served.ts'

const { prepareDatabase } = (await import(fromBuild('app/prepare.js'))) as typeof import('../app/prepare.ts')
const { openIntegrationAccount } = (await import(
  fromBuild('modules/sync/account.js')
)) as typeof import('../modules/sync/account.ts')

const MEMORY_DOSSIERS = Number(process.argv[2] ?? 200_000)
const ROUNDS = 5
const BATCHES = 60
const SIZE = 100
const SINGLES = 3_000
const WANTED = { dossiers: 0.45, progress: 0.45, single: 0.3, spread: 5, fairness: 2, memory: 1.1 }
const OTHERS = ['H01', 'H21', 'H36'] as const

pin(process.pid, 1)
const postgres = await startTestServer()
const url = postgres.urlOf('postgres')
const db = new Database(url, { statementTimeoutMs: 3_600_000 })
await prepareDatabase(db, { seedsDemo: true }, () => {})
const login = { username: 'bench', password: 'a password of a bench' }
await openIntegrationAccount(db, { agency: 'H26', ...login, by: 'bench', now: new Date() })
const portal = await serveOn(url, 'identity/portal-server.ts')
const bare = await serveOn(url, 'sync/bare-server.ts')
const script = await serveOn(url, 'sync/raw.ts')
const checks = new Checks()
const session = await logIn()
/** Single items that the portal takes in a second. */
let capacity = 0

await batches('DongBoHoSoMC', 'dossiers', WANTED.dossiers)
await batches('CapNhatTienDoHoSoMC', 'progress', WANTED.progress)
await singles()
await rest()
await spread()
await fairness()
await memory()
for (const { child } of [portal, bare, script]) child.disconnect()
await db.close()
await postgres.stop()
checks.end()

async function logIn(account = login): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${portal.port}/mapi/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  return ((await answer.json()) as { session: string }).session
}

function item(code: string) {
  return {
    MaHoSo: code,
    MaTTHC: '1.001193',
    TenTTHC: 'Thủ tục đăng ký khai sinh',
    MaLinhVuc: 'HT',
    TenLinhVuc: 'Hộ tịch',
    KenhThucHien: '1',
    ChuHoSo: 'Nguyễn Thị Hoa',
    LoaiDoiTuong: '1',
    MaDoiTuong: '',
    Email: '',
    SoDienThoai: '0912345678',
    ThongTinKhac: '',
    TrichYeuHoSo: 'Đăng ký khai sinh cho con',
    NgayTiepNhan: '20261120080000',
    NgayHenTra: '20261125170000',
    TrangThaiHoSo: '2',
    HinhThuc: '0',
    DonViXuLy: 'Sở Tư pháp',
    TaiLieuNop: [],
    DanhSachLePhi: [],
  }
}

function step(code: string) {
  return {
    MaHoSo: code,
    NguoiXuLy: 'Lê Thị Mai',
    ChucDanh: '',
    ThoiDiemXuLy: '20261121080000',
    PhongBanXuLy: 'Phòng Hộ tịch',
    NoiDungXuLy: 'Chuyển xử lý-Thẩm định hồ sơ',
    TrangThai: '4',
    NgayBatDau: '',
    NgayKetThucTheoQuyDinh: '',
  }
}

function message(
  service: string,
  data: readonly object[],
  from: { readonly agency?: string; readonly session?: string | undefined; readonly path?: string } = {},
): Sent {
  const { agency = 'H26', path = '/XrdAdapter/RestService/forward/mapi/g' } = from
  const body = JSON.stringify({
    session: from.session ?? session,
    madonvi: `000.00.00.${agency}`,
    service,
    isUpdating: 'False',
    data,
  })
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  return { method: 'POST', path, headers, body }
}

function codes(prefix: string, at: number): string[] {
  return Array.from({ length: SIZE }, (_, index) => `${prefix}-${at}-${index}`)
}

/** Batches of a hundred, by the portal and by the script in turn: dossiers a second. */
async function batches(service: string, kind: 'dossiers' | 'progress', wanted: number): Promise<void> {
  const ratios: number[] = []
  const rates: { portal: number[]; raw: number[] } = { portal: [], raw: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const make = (code: string) => (kind === 'dossiers' ? item(code) : step(code))
    const requests = Array.from({ length: BATCHES }, (_, at) =>
      message(
        service,
        codes(`P${round}`, at).map((code) => make(code)),
      ),
    )
    const ours = (await press(portal.port, requests)) * SIZE
    script.child.send({ kind, batches: BATCHES, prefix: `R${round}` })
    const [{ rate: theirs }] = (await once(script.child, 'message')) as [{ rate: number }]
    if (round === 0) continue
    rates.portal.push(ours)
    rates.raw.push(theirs)
    ratios.push(ours / theirs)
  }
  const { stored } = await db.one<{ stored: number }>(sql`
    select count(*)::int as stored from register.event e where e.dossier_code like 'P%' and e.act = ${kind === 'dossiers' ? 'synced' : 'progressed'}`)
  console.log(
    `${service} by 100: portal ${figure(median(rates.portal))}/s, raw ${figure(median(rates.raw))}/s, ${stored} in the courses`,
  )
  if (stored !== (ROUNDS + 1) * BATCHES * SIZE) checks.fail(`${service}: ${stored} reports are stored`)
  checks.check(`${service} by 100 / raw`, median(ratios), wanted, 'at least')
}

/** One dossier to a message, at sixteen clients. */
async function singles(): Promise<void> {
  const ratios: number[] = []
  const rates: { portal: number[]; bare: number[] } = { portal: [], bare: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const all = (prefix: string, path?: string) =>
      Array.from({ length: SINGLES }, (_, at) =>
        message('DongBoHoSoMC', [item(`${prefix}${round}-${at}`)], path === undefined ? {} : { path }),
      )
    const ours = await press(portal.port, all('S'))
    const theirs = await press(bare.port, all('B', '/one'))
    if (round === 0) continue
    rates.portal.push(ours)
    rates.bare.push(theirs)
    ratios.push(ours / theirs)
  }
  console.log(`single items: portal ${figure(median(rates.portal))}/s, bare ${figure(median(rates.bare))}/s`)
  checks.check('single items / bare', median(ratios), WANTED.single, 'at least')
  capacity = median(rates.portal)
}

/** As the database itself would do in its time, so that it does not do so while answers are timed. */
async function rest(): Promise<void> {
  for (const table of ['register.dossier', 'register.event', 'sync.synced', 'sync.message', 'sync.feed_day'])
    await db.run(raw(`vacuum (analyze) ${table}`))
  await db.run(raw('checkpoint'))
}

/** How far answers lie apart when half of what is possible comes, each when it comes. */
async function spread(): Promise<void> {
  const latencies = await paced(capacity / 2, 6, (at) => message('DongBoHoSoMC', [item(`L-${at}`)]))
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)]
  console.log(`half load (${figure(capacity / 2)}/s): p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)
  checks.check('p99 / p50 at half load', p99 / p50, WANTED.spread, 'at most')
}

/** Three agencies at their share, alone and beside one at twenty times its share: together more than twice what is possible. */
async function fairness(): Promise<void> {
  const share = capacity / 10
  const seconds = 6
  const sessions = new Map<string, string>()
  for (const agency of OTHERS) {
    const account = { username: agency, password: login.password }
    await openIntegrationAccount(db, { agency, ...account, by: 'bench', now: new Date() })
    sessions.set(agency, await logIn(account))
  }
  const others = async (name: string) => {
    const all = OTHERS.map((agency) =>
      paced(share, seconds, (at) =>
        message('DongBoHoSoMC', [item(`${name}-${agency}-${at}`)], { agency, session: sessions.get(agency) }),
      ),
    )
    return quantile((await Promise.all(all)).flat(), 0.99)
  }
  const flood = await serveOn(url, 'sync/flood.ts')
  if (flood.child.pid) pin(flood.child.pid, 1)
  const ratios: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const alone = await others(`Q${round}`)
    const requests = Array.from({ length: Math.round(share * 20 * seconds) }, (_, at) =>
      message('DongBoHoSoMC', [item(`F${round}-${at}`)]),
    )
    flood.child.send({ port: portal.port, perSecond: share * 20, seconds: seconds + 1, requests })
    const beside = await others(`N${round}`)
    const [{ answered }] = (await once(flood.child, 'message')) as [{ answered: number }]
    console.log(
      `others' p99: alone ${alone.toFixed(1)} ms, beside the flood ${beside.toFixed(1)} ms; of ${requests.length} of the flood ${answered} were answered`,
    )
    ratios.push(beside / alone)
  }
  flood.child.disconnect()
  checks.check("others' p99 beside a flood / alone", median(ratios), WANTED.fairness, 'at most')
}

/** Sends one after another at this pace, whatever the answers do; how long each took, in milliseconds. */
async function paced(perSecond: number, seconds: number, make: (at: number) => Sent): Promise<number[]> {
  const latencies: number[] = []
  const startedAt = performance.now()
  const running: Promise<void>[] = []
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const wait = startedAt + (at * 1_000) / perSecond - performance.now()
    if (wait > 1) await new Promise((go) => setTimeout(go, wait))
    running.push(one(make(at)).then((ms) => void latencies.push(ms)))
  }
  await Promise.all(running)
  return latencies
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

async function one({ path, headers, body = '' }: Sent): Promise<number> {
  const startedAt = performance.now()
  const answer = await fetch(`http://127.0.0.1:${portal.port}${path}`, { method: 'POST', headers, body })
  const said = (await answer.json()) as { error_code: string }
  if (said.error_code !== '0') throw new Error(`answered ${JSON.stringify(said)}`)
  return performance.now() - startedAt
}

/** What the server holds after many dossiers, against what it held after the first of them. */
async function memory(): Promise<void> {
  const resident: number[] = []
  const parts = 10
  const perPart = Math.ceil(MEMORY_DOSSIERS / parts / SIZE)
  for (let part = 0; part < parts; part += 1) {
    const requests = Array.from({ length: perPart }, (_, at) =>
      message('DongBoHoSoMC', codes(`M${part}`, at).map(item)),
    )
    await press(portal.port, requests)
    resident.push(residentMegabytes(portal.child.pid ?? 0))
  }
  const [first = 0] = resident.slice(1)
  const last = resident.at(-1) ?? 0
  console.log(
    `memory over ${parts * perPart * SIZE} dossiers: ${resident.map((size) => size.toFixed(0)).join(' ')} MB`,
  )
  await sizes()
  checks.check('memory in the end / in the beginning', last / first, WANTED.memory, 'at most')
}

/** What a dossier, a step and a message take in the database, indexes included. */
async function sizes(): Promise<void> {
  const rows = await db.many<{ name: string; bytes: string; rows: string }>(sql`
    select c.oid::regclass::text as name, pg_total_relation_size(c.oid)::text as bytes,
           (case c.oid::regclass::text
              when 'register.dossier' then (select count(*) from register.dossier)
              when 'register.event' then (select count(*) from register.event)
              when 'sync.synced' then (select count(*) from sync.synced)
              else (select sum(m.items) from sync.message m) end)::text as rows
      from pg_class c
     where c.oid in ('register.dossier'::regclass, 'register.event'::regclass, 'sync.synced'::regclass, 'sync.message'::regclass)`)
  for (const { name, bytes, rows: count } of rows)
    console.log(`${name}: ${(Number(bytes) / Number(count)).toFixed(0)} bytes for each of ${count}`)
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1_024
}
