/**
 * What a procedure page and a page of search results cost, database included: ours beside the same pages on Next.js and on
 * React Router, and beside a template literal. Prints medians, and ratios within paired rounds.
 * Run: bin/bench pages
 */
import { join } from 'node:path'
import { ROOT } from '#platform/root'
import { installPeer } from './peers/install.ts'
import { leaveServerCore } from './support/cores.ts'
import { openInstallation } from './support/database.ts'
import { judged, table } from './support/figures.ts'
import { loadInTurn, middle, middleRatio, type PageFigures } from './support/pairs.ts'
import { type Server, startServer } from './support/server.ts'

const PAGES = {
  'procedure page': '/thu-tuc/1.004222',
  'search results': `/thu-tuc?q=${encodeURIComponent('đăng ký khai sinh')}`,
}
const CLIENTS = 32
const ROUNDS = Number(process.env['ROUNDS'] ?? 7)
const WARM_UP_MS = 6_000
const ROUND_MS = 3_000

leaveServerCore()
const installation = await openInstallation()
const servers: Server[] = []
try {
  await startServers()
  for (const [page, path] of Object.entries(PAGES)) {
    await expectSameBytes(path)
    const plan = { paths: [path], clients: CLIENTS, rounds: ROUNDS, warmUpMs: WARM_UP_MS, roundMs: ROUND_MS }
    report(page, await loadInTurn(servers, plan))
  }
} finally {
  for (const server of servers) await server.stop()
  await installation.stop()
}

async function startServers(): Promise<void> {
  const { databaseUrl, varDir } = installation
  const env = { DATABASE_URL: databaseUrl, PUBLIC_URL: 'http://portal.test' }
  const ready = { readyPath: PAGES['procedure page'] }
  const start = async (name: string, cwd: string, args: string[], more: Record<string, string> = {}) => {
    const server = await startServer({ name, cwd, args, env: { ...env, ...more }, ...ready })
    servers.push(server)
    return server
  }
  const ourEnv = { VAR_DIR: varDir, MOTCUA_ROLE: 'web', LOG_LEVEL: 'warn' }
  const ours = await start('Một Cửa', ROOT, ['--conditions=production', 'dist/app/main.js'], ourEnv)
  await start('Next.js', installPeer('next'), ['node_modules/next/dist/bin/next', 'start'])
  await start('React Router', installPeer('react-router'), [
    'node_modules/@react-router/serve/bin.js',
    'build/server/index.js',
  ])
  await start('template literal', ROOT, ['--conditions=production', join('bench/peers/template/server.ts')], {
    PORTAL_URL: `http://127.0.0.1:${ours.port}`,
    PAGES: Object.values(PAGES).join(' '),
  })
}

/** The template has to write what we write, or it measures something else. */
async function expectSameBytes(path: string): Promise<void> {
  const [ours = '', template = ''] = await Promise.all(
    [servers[0], servers[3]].map(async (server) =>
      (await fetch(`http://127.0.0.1:${server?.port}${path}`)).text(),
    ),
  )
  if (ours !== template) throw new Error(`The template writes another page at ${path}`)
}

function report(page: string, figures: readonly (readonly PageFigures[])[]): void {
  const head = ['', 'requests/s', 'CPU ms', 'p50 ms', 'p99 ms', 'bytes']
  const rows = servers.map(({ name }, at) => [name, ...cells(figures[at] ?? [])])
  console.log(`\n${page}, ${CLIENTS} clients, medians of ${ROUNDS} rounds\n${table([head, ...rows])}\n`)
  const [ours = [], next = [], reactRouter = [], template = []] = figures
  const speed = (one: PageFigures) => one.requestsPerSecond
  const cpu = (one: PageFigures) => one.cpuMsPerRequest
  const ratios = [
    ['requests/s, ours to Next.js', judged(middleRatio(ours, next, speed), 'least', 10)],
    ['requests/s, ours to React Router', judged(middleRatio(ours, reactRouter, speed), 'least', 5)],
    ['CPU of a request, Next.js to ours', middleRatio(next, ours, cpu).toFixed(2)],
    ['CPU of a request, React Router to ours', middleRatio(reactRouter, ours, cpu).toFixed(2)],
    ['CPU of a request, ours to the template', judged(middleRatio(ours, template, cpu), 'most', 3)],
    [
      'p99 to p50, ours',
      judged(
        middle(ours, (one) => one.p99Ms / one.p50Ms),
        'most',
        4,
      ),
    ],
  ]
  console.log(ratios.map(([what = '', ratio]) => `  ${what.padEnd(40)}${ratio}`).join('\n'))
}

function cells(rounds: readonly PageFigures[]): string[] {
  return [
    middle(rounds, (one) => one.requestsPerSecond).toFixed(0),
    middle(rounds, (one) => one.cpuMsPerRequest).toFixed(3),
    middle(rounds, (one) => one.p50Ms).toFixed(1),
    middle(rounds, (one) => one.p99Ms).toFixed(1),
    middle(rounds, (one) => one.bytes).toFixed(0),
  ]
}
