import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another running portal owns the data folder. */
export class LockedError extends Error {
  readonly pid: number

  constructor(varDir: string, pid: number) {
    super(`Another portal (process ${pid}) is using the data folder ${varDir}`)
    this.name = 'LockedError'
    this.pid = pid
  }
}

/**
 * Takes the data folder for this process alone, and answers how to let go of it. A lock whose owner is dead, or whose process
 * number now belongs to another program, is taken over.
 * @throws LockedError while the owner lives
 */
export function lockInstance(varDir: string): () => void {
  mkdirSync(varDir, { recursive: true })
  const lock = join(varDir, 'portal.lock')
  const mine = `${process.pid} ${startedAt(process.pid) ?? ''}`
  const draft = `${lock}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (link(draft, lock)) return () => release(lock, mine)
      const owner = ownerOf(lock)
      if (owner) throw new LockedError(varDir, owner)
      rmSync(lock, { force: true })
    }
    throw new Error(`The lock ${lock} could not be taken`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The process that holds the data folder now, if it is alive. */
export function instanceOwner(varDir: string): number | undefined {
  return ownerOf(join(varDir, 'portal.lock'))
}

/** A link appears whole or not at all, and never over another. */
function link(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(lock: string): number | undefined {
  if (!existsSync(lock)) return undefined
  const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ')
  const owner = Number(pid)
  if (!Number.isInteger(owner) || owner <= 0 || !isAlive(owner)) return undefined
  return startedAt(owner) === (start || undefined) ? owner : undefined
}

function release(lock: string, mine: string): void {
  if (existsSync(lock) && readFileSync(lock, 'utf8') === mine) rmSync(lock)
}

/** When the process began, in the kernel's ticks: tells two processes of one number apart. Linux only. */
function startedAt(pid: number): string | undefined {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return undefined
  return readFileSync(stat, 'utf8').replace(/^.*\)/, '').trim().split(' ')[19]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
