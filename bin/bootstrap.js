// @ts-check
// Runs on whatever Node (20 or newer) is there: installs what is missing, builds what has changed, and hands over
// to the pinned Node in node_modules. Only built-in modules, because nothing else may be there yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')
const SOURCES = ['kernel', 'platform', 'design', 'modules', 'app', 'tsconfig.json', 'tsconfig.build.json']

/** Prints a step and how long it took. @param {string} what @param {() => void} work */
export function step(what, work) {
  const start = Date.now()
  process.stdout.write(`  ${what} … `)
  work()
  console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`)
}

/** Installs the locked packages when they are missing or another lock was installed. */
export function ensureInstalled() {
  const stamp = join(ROOT, 'node_modules', '.motcua-lock')
  const digest = digestOf(['package.json', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  step('Installing packages (npm ci)', () => {
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    )
    if (status !== 0) fail(`npm ci failed:\n${stdout ?? ''}${stderr ?? ''}`)
  })
  writeFileSync(stamp, digest)
}

/** Compiles the sources and the assets when any of them has changed since the last time. */
export function ensureBuilt() {
  const stamp = join(ROOT, 'dist', '.built')
  const digest = digestOf(SOURCES)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  step('Building', () => {
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
    mkdirSync(join(ROOT, 'dist'), { recursive: true })
    must('tsc', ['--project', 'tsconfig.build.json'])
    must('node', ['--conditions=default', 'design/build-assets.ts'])
  })
  writeFileSync(stamp, digest)
}

/** The environment in which the pinned Node and the installed tools come first. */
export function toolEnv() {
  return { ...process.env, PATH: `${BIN}:${process.env['PATH'] ?? ''}`, NODE_NO_WARNINGS: '1' }
}

/** Runs a tool to its end. @param {string} tool @param {string[]} args @returns {number} */
export function run(tool, args) {
  const { status, error } = spawnSync(tool, args, { cwd: ROOT, env: toolEnv(), stdio: 'inherit' })
  if (error) console.error(`${tool}: ${error.message}`)
  return status ?? 1
}

/** Hands over to a built program on the pinned Node, and ends as it ends. @param {string} file @param {string[]} args */
export function runBuilt(file, args = process.argv.slice(2)) {
  ensureInstalled()
  ensureBuilt()
  const child = spawn(
    'node',
    ['--conditions=production', '--enable-source-maps', join('dist', file), ...args],
    {
      cwd: ROOT,
      env: toolEnv(),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  )
  // Ctrl-C reaches the child by itself; an interrupt that was sent to us alone has to be handed on. We wait for it to stop in good order.
  process.on('SIGINT', () => setTimeout(() => child.kill('SIGTERM'), 300))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** @param {string} tool @param {string[]} args */
function must(tool, args) {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd: ROOT, env: toolEnv(), encoding: 'utf8' })
  if (status !== 0) fail(`${tool} failed:\n${stdout ?? ''}${stderr ?? ''}`)
}

/** @param {string[]} paths @returns {string} */
function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, join(ROOT, path))
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
  } else {
    // By content, not by time: another branch and back again is no reason to build.
    hash.update(`${relative(ROOT, path)}\n`).update(readFileSync(path))
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\n${message}`)
  process.exit(1)
}
