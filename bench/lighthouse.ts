/**
 * What a phone on a slow network gets: Lighthouse, as Google ships it, looks at the home page, a page of results and a
 * procedure in a real Chromium. Prints scores and bytes of a first visit.
 * Run: bin/bench lighthouse
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { ROOT } from '#platform/root'
import { openInstallation } from './support/database.ts'
import { judged, median, table } from './support/figures.ts'
import { startServer } from './support/server.ts'

type Report = {
  /** How fast Lighthouse finds this machine. Below 1,000 the scores say more about the machine than about the pages. */
  readonly environment: { readonly benchmarkIndex: number }
  readonly categories: Readonly<Record<'performance' | 'accessibility', { readonly score: number }>>
  readonly audits: {
    readonly 'network-requests': { readonly details: { readonly items: readonly Request[] } }
    readonly 'largest-contentful-paint': { readonly numericValue: number }
  }
}
type Request = { readonly resourceType?: string; readonly transferSize: number }
type Figures = {
  readonly accessibility: number
  readonly performance: number
  readonly paintMs: number
  readonly kilobytes: number
  readonly scriptKilobytes: number
  readonly machine: number
}

const PAGES = {
  home: '/',
  'search results': `/thu-tuc?q=${encodeURIComponent('làm giấy khai sinh')}`,
  procedure: '/thu-tuc/1.004222',
}
const RUNS = Number(process.env['ROUNDS'] ?? 3)
const HERE = join(import.meta.dirname, 'lighthouse')
const CLI = join(HERE, 'node_modules', 'lighthouse', 'cli', 'index.js')

install()
const browser = process.env['CHROMIUM'] ?? (await chromium.executablePath())
const installation = await openInstallation()
try {
  const { databaseUrl, varDir } = installation
  const server = await startServer({
    name: 'Một Cửa',
    cwd: ROOT,
    args: ['--conditions=production', 'dist/app/main.js'],
    env: { DATABASE_URL: databaseUrl, VAR_DIR: varDir, MOTCUA_ROLE: 'web', LOG_LEVEL: 'warn' },
    readyPath: '/readyz',
  })
  try {
    report(
      Object.entries(PAGES).map(([page, path]) => {
        const runs = Array.from({ length: RUNS }, () =>
          figuresOf(look(`http://127.0.0.1:${server.port}${path}`)),
        )
        return [page, runs] as const
      }),
    )
  } finally {
    await server.stop()
  }
} finally {
  await installation.stop()
}

function install(): void {
  if (existsSync(CLI)) return
  console.log('installing Lighthouse, once …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status, stderr } = spawnSync('npm', args, { cwd: HERE, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ci failed:\n${stderr}`)
}

/** One visit with nothing cached, on the phone and network that Lighthouse takes by default. */
function look(url: string): Report {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-lighthouse-'))
  const file = join(folder, 'report.json')
  // One process for all, which the package asks for by default, does not survive being measured.
  const switches = chromium.args.filter((one) => !['--single-process', '--no-zygote'].includes(one))
  const scores = '--only-categories=performance,accessibility'
  const to = ['--quiet', '--output=json', `--output-path=${file}`]
  const args = [CLI, url, scores, ...to, `--chrome-flags=${switches.join(' ')}`]
  try {
    const env = { ...process.env, CHROME_PATH: browser }
    const { status, stderr, error } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`Lighthouse failed at ${url}:\n${stderr}`, { cause: error })
    return JSON.parse(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresOf({ environment, categories, audits }: Report): Figures {
  const requests = audits['network-requests'].details.items
  const bytes = (some: readonly Request[]) =>
    some.reduce((total, { transferSize }) => total + transferSize, 0)
  return {
    accessibility: categories.accessibility.score * 100,
    performance: categories.performance.score * 100,
    paintMs: audits['largest-contentful-paint'].numericValue,
    kilobytes: bytes(requests) / 1_024,
    scriptKilobytes: bytes(requests.filter(({ resourceType }) => resourceType === 'Script')) / 1_024,
    machine: environment.benchmarkIndex,
  }
}

function report(pages: readonly (readonly [page: string, runs: readonly Figures[]])[]): void {
  const middle = (runs: readonly Figures[], figure: (one: Figures) => number) => median(runs.map(figure))
  const rows = pages.map(([page, runs]) => [
    page,
    judged(
      middle(runs, (one) => one.accessibility),
      'least',
      100,
    ),
    judged(
      middle(runs, (one) => one.performance),
      'least',
      95,
    ),
    judged(
      middle(runs, (one) => one.kilobytes),
      'most',
      150,
    ),
    judged(
      middle(runs, (one) => one.scriptKilobytes),
      'most',
      30,
    ),
    (middle(runs, (one) => one.paintMs) / 1_000).toFixed(2),
    middle(runs, (one) => one.machine).toFixed(0),
  ])
  const head = [
    '',
    'accessibility',
    'performance',
    'first load kB',
    'script kB',
    'largest paint s',
    'machine',
  ]
  console.log(`\nmobile, medians of ${RUNS} visits\n${table([head, ...rows])}`)
}
