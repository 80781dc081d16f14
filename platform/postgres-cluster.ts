import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServerUser } from './postgres-files.ts'

/** A database server on this machine: where its programs, its folder and its data are, and who runs it. */
export type Cluster = {
  readonly bin: string
  readonly base: string
  readonly dataDir: string
  readonly user: ServerUser | undefined
}

/**
 * Makes the data folder on first use, and answers the password of its only user. The folder appears under its name only when it is
 * complete: an `initdb` that was cut short leaves a draft, which holds nothing and is thrown away.
 * @throws Error when there is data whose password is missing, because data is never thrown away
 */
export function ensureCluster(cluster: Cluster): string {
  const { base, dataDir } = cluster
  const secret = join(base, 'password')
  if (existsSync(dataDir)) {
    if (existsSync(secret)) return readSecret(secret)
    throw new Error(`There is a database in ${dataDir}, but its password is missing: put ${secret} back`)
  }
  makeBase(cluster)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(secret, password, { mode: 0o600 })
  if (cluster.user) chownSync(secret, cluster.user.uid, cluster.user.gid)
  renameSync(initialize(cluster, secret), dataDir)
  return password
}

function readSecret(secret: string): string {
  try {
    return readFileSync(secret, 'utf8').trim()
  } catch (error) {
    throw new Error(`The database beside ${secret} belongs to another user of this machine`, { cause: error })
  }
}

/** Its user owns the folder itself and can reach it, whatever the file mask of this process is. */
function makeBase({ base, user }: Cluster): void {
  const missing = foldersMissing(base)
  mkdirSync(base, { recursive: true })
  for (const folder of missing) chmodSync(folder, 0o755)
  if (user) chownSync(base, user.uid, user.gid)
  for (const draft of readdirSync(base).filter((name) => name.startsWith('draft-'))) {
    rmSync(join(base, draft), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function foldersMissing(path: string): string[] {
  return existsSync(path) ? [] : [...foldersMissing(dirname(path)), path]
}

/** Answers the folder of a new, empty database. */
function initialize({ bin, base, user }: Cluster, secret: string): string {
  const draft = join(base, `draft-${process.pid}-${randomBytes(4).toString('hex')}`)
  const { status, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    ['-D', draft, '-U', 'motcua', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C'],
    { ...user, cwd: base, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  )
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`The database could not be created in ${base}: ${stderr ?? ''}`, { cause: error })
  }
  return draft
}
