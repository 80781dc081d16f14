/**
 * What a procedure page and a page of search results cost, database included: ours beside the same pages on Next.js and on
 * React Router, and beside a template literal. Prints medians, and ratios within paired rounds.
 * Run: bin/bench pages
 */
import { sql } from '#platform/db'
import { ROOT } from '#platform/root'
import { installPeer } from './peers/install.ts'
import { leaveServerCore } from './support/cores.ts'
import { openInstallation } from './support/database.ts'
import { judged, table } from './support/figures.ts'
import { loadInTurn, middle, middleRatio, type PageFigures, quietCpuMs } from './support/pairs.ts'
import { type Server, startServer } from './support/server.ts'

type Servers = Record<'ours' | 'next' | 'reactRouter' | 'template', Server>
type Case = { readonly title: string; readonly paths: readonly string[]; readonly who: readonly Server[] }

const PROCEDURE = '/thu-tuc/1.004222'
const RESULTS = `/thu-tuc?q=${encodeURIComponent('đăng ký khai sinh')}`
const CLIENTS = 32
const ROUNDS = Number(process.env['ROUNDS'] ?? 11)
const WARM_UP_MS = 6_000
const ROUND_MS = 2_000
/** Many more than a process keeps in mind. */
const MANY = 2_000

leaveServerCore()
const installation = await openInstallation()
const started: Server[] = []
try {
  const servers = await startServers()
  for (const path of [PROCEDURE, RESULTS]) await expectSameBytes(servers, path)
  for (const one of await cases(servers)) {
    const plan = {
      paths: one.paths,
      clients: CLIENTS,
      rounds: ROUNDS,
      warmUpMs: WARM_UP_MS,
      roundMs: ROUND_MS,
    }
    report(one, await loadInTurn(one.who, plan))
  }
} finally {
  for (const server of started) await server.stop()
  await installation.stop()
}

async function startServers(): Promise<Servers> {
  const { databaseUrl, varDir } = installation
  const start = async (name: string, cwd: string, args: string[], more: Record<string, string> = {}) => {
    const env = { DATABASE_URL: databaseUrl, PUBLIC_URL: 'http://portal.test', ...more }
    const server = await startServer({ name, cwd, args, env, readyPath: PROCEDURE })
    started.push(server)
    return server
  }
  const inProduction = '--conditions=production'
  const ours = await start('Một Cửa', ROOT, [inProduction, 'dist/app/main.js'], {
    VAR_DIR: varDir,
    MOTCUA_ROLE: 'web',
    LOG_LEVEL: 'warn',
  })
  const next = await start('Next.js', installPeer('next'), ['node_modules/next/dist/bin/next', 'start'])
  const reactRouter = await start('React Router', installPeer('react-router'), [
    'node_modules/@react-router/serve/bin.js',
    'build/server/index.js',
  ])
  const template = await start('template literal', ROOT, [inProduction, 'bench/peers/template/server.ts'], {
    PORTAL_URL: `http://127.0.0.1:${ours.port}`,
    PAGES: `${PROCEDURE} ${RESULTS}`,
  })
  return { ours, next, reactRouter, template }
}

/** The template has to write what we write, or it measures something else. */
async function expectSameBytes({ ours, template }: Servers, path: string): Promise<void> {
  const pages = [ours, template].map(async ({ port }) =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).text(),
  )
  const [our, its] = await Promise.all(pages)
  if (our !== its) throw new Error(`The template writes another page at ${path}`)
}

async function cases({ ours, next, reactRouter, template }: Servers): Promise<Case[]> {
  const codes = await installation.db.many<{ code: string }>(sql`
    select code
      from catalogue.procedure
     where status = 'public'
     order by md5(code)
     limit ${MANY}`)
  return [
    { title: 'a procedure that many read', paths: [PROCEDURE], who: [ours, next, reactRouter, template] },
    {
      title: `${codes.length} procedures in turn`,
      paths: codes.map(({ code }) => `/thu-tuc/${code}`),
      who: [ours, next, reactRouter],
    },
    { title: 'search results', paths: [RESULTS], who: [ours, next, reactRouter, template] },
  ]
}

function report({ title, who }: Case, figures: readonly (readonly PageFigures[])[]): void {
  const head = ['', 'requests/s', 'CPU ms', 'p50 ms', 'p99 ms', 'bytes']
  const rows = who.map(({ name }, at) => [name, ...cells(figures[at] ?? [])])
  console.log(`\n${title}, ${CLIENTS} clients, ${ROUNDS} rounds\n${table([head, ...rows])}\n`)
  const [ours = [], next = [], reactRouter = [], template] = figures
  const speed = (one: PageFigures) => one.requestsPerSecond
  const cpu = (other: readonly PageFigures[]) => quietCpuMs(other) / quietCpuMs(ours)
  say('requests/s, ours to Next.js', judged(middleRatio(ours, next, speed), 'least', 10))
  say('requests/s, ours to React Router', judged(middleRatio(ours, reactRouter, speed), 'least', 5))
  say('CPU of a request, Next.js to ours', cpu(next).toFixed(2))
  say('CPU of a request, React Router to ours', cpu(reactRouter).toFixed(2))
  if (template) say('CPU of a request, ours to the template', judged(1 / cpu(template), 'most', 3))
  say(
    'p99 to p50, ours',
    judged(
      middle(ours, (one) => one.p99Ms / one.p50Ms),
      'most',
      4,
    ),
  )
}

function say(what: string, figure: string): void {
  console.log(`  ${what.padEnd(40)}${figure}`)
}

function cells(rounds: readonly PageFigures[]): string[] {
  return [
    middle(rounds, (one) => one.requestsPerSecond).toFixed(0),
    quietCpuMs(rounds).toFixed(3),
    middle(rounds, (one) => one.p50Ms).toFixed(1),
    middle(rounds, (one) => one.p99Ms).toFixed(1),
    middle(rounds, (one) => one.bytes).toFixed(0),
  ]
}
