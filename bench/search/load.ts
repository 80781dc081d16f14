/**
 * How long a search takes from outside while many search, beside an answer by primary key of the same server under the
 * same load, and on ten times the catalogue. Prints ratios of paired rounds.
 * Run: bin/bench search/load
 */
import { readFileSync } from 'node:fs'
import { sql } from '#platform/db'
import { ROOT } from '#platform/root'
import { leaveServerCore } from '../support/cores.ts'
import { type Installation, openInstallation, openTenfold } from '../support/database.ts'
import { judged, median, quantile, table } from '../support/figures.ts'
import { load } from '../support/load.ts'
import { type Server, startServer } from '../support/server.ts'

type Question = { readonly q: string }
/** `bare` is one column by primary key and nothing else; `by code` is what the API answers by primary key, of about the size of a search. */
type Kind = 'bare' | 'by code' | 'search' | 'search, tenfold'
type Times = { readonly p50Ms: number; readonly p95Ms: number; readonly requestsPerSecond: number }

const CLIENTS = 16
const ROUNDS = Number(process.env['ROUNDS'] ?? 9)
const WARM_UP_MS = 6_000
const ROUND_MS = 3_000

leaveServerCore()
const installation = await openInstallation()
const servers: Server[] = []
try {
  const tenfoldUrl = await openTenfold(installation)
  const once = await start('portal', installation.databaseUrl)
  const tenfold = await start('portal, tenfold', tenfoldUrl)
  report(await measure(once, tenfold))
} finally {
  for (const server of servers) await server.stop()
  await installation.stop()
}

async function start(name: string, databaseUrl: string): Promise<Server> {
  const server = await startServer({
    name,
    cwd: ROOT,
    args: ['--conditions=production', 'bench/search/load-server.ts'],
    env: { DATABASE_URL: databaseUrl, VAR_DIR: installation.varDir, LOG_LEVEL: 'warn' },
    readyPath: '/readyz',
  })
  servers.push(server)
  return server
}

async function measure(once: Server, tenfold: Server): Promise<Record<Kind, Times[]>> {
  const searches = questions().map(({ q }) => `/api/v1/procedures?q=${encodeURIComponent(q)}`)
  const codes = await someCodes(installation)
  const kinds = [
    { kind: 'bare', server: once, paths: codes.map((code) => `/bench/by-key/${code}`) },
    { kind: 'by code', server: once, paths: codes.map((code) => `/api/v1/procedures/${code}`) },
    { kind: 'search', server: once, paths: searches },
    { kind: 'search, tenfold', server: tenfold, paths: searches },
  ] as const
  const times: Record<Kind, Times[]> = { bare: [], 'by code': [], search: [], 'search, tenfold': [] }
  for (const { server, paths } of kinds) {
    await load({ port: server.port, paths, clients: CLIENTS, durationMs: WARM_UP_MS })
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { kind, server, paths } of kinds) {
      const { latenciesMs, requestsPerSecond } = await load({
        port: server.port,
        paths,
        clients: CLIENTS,
        durationMs: ROUND_MS,
      })
      times[kind].push({
        p50Ms: quantile(latenciesMs, 0.5),
        p95Ms: quantile(latenciesMs, 0.95),
        requestsPerSecond,
      })
    }
  }
  return times
}

function questions(): readonly Question[] {
  return JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'))
}

async function someCodes({ db }: Installation): Promise<string[]> {
  const rows = await db.many<{ code: string }>(sql`
    select code
      from catalogue.procedure
     order by md5(code)
     limit 500`)
  return rows.map(({ code }) => code)
}

function report(times: Record<Kind, Times[]>): void {
  const rows = Object.entries(times).map(([kind, rounds]) => [
    kind,
    median(rounds.map((one) => one.requestsPerSecond)).toFixed(0),
    median(rounds.map((one) => one.p50Ms)).toFixed(1),
    median(rounds.map((one) => one.p95Ms)).toFixed(1),
  ])
  console.log(`\n${CLIENTS} clients, medians of ${ROUNDS} rounds`)
  console.log(table([['', 'requests/s', 'p50 ms', 'p95 ms'], ...rows]))
  const ratio = (one: readonly Times[], other: readonly Times[]) =>
    median(one.map(({ p95Ms }, round) => p95Ms / (other[round]?.p95Ms ?? Number.NaN)))
  const say = (what: string, figure: string) => console.log(`  ${what.padEnd(44)}${figure}`)
  console.log()
  say('p95, search to a procedure by its code', judged(ratio(times.search, times['by code']), 'most', 5))
  say('p95, search to one bare column by key', ratio(times.search, times.bare).toFixed(2))
  say(
    'p95, ten times the catalogue to once',
    judged(ratio(times['search, tenfold'], times.search), 'most', 3),
  )
}
