import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
      const found = contentOf(lock)
      const owner = ownerIn(found)
      if (owner) throw new LockedError(varDir, owner)
      clearAway(lock, found)
    }
    throw new Error(`The lock ${lock} could not be taken`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The process that holds the data folder now, if it is alive. */
export function instanceOwner(varDir: string): number | undefined {
  return ownerIn(contentOf(join(varDir, 'portal.lock')))
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

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    if (/^(ENOENT|ESRCH)$/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function ownerIn(content: string | undefined): number | undefined {
  const [pid = '', start = ''] = content?.split(' ') ?? []
  const owner = Number(pid)
  if (!Number.isInteger(owner) || owner <= 0 || !isAlive(owner)) return undefined
  return startedAt(owner) === (start || undefined) ? owner : undefined
}

/** Takes a dead owner's lock away. One that somebody else has put there in the meantime goes back to its place. */
function clearAway(lock: string, dead: string | undefined): void {
  const grave = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, grave)
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (contentOf(grave) !== dead) link(grave, lock)
  rmSync(grave, { force: true })
}

function release(lock: string, mine: string): void {
  if (contentOf(lock) === mine) rmSync(lock)
}

/**
 * When the process began, in the kernel's ticks: tells two processes of one number apart. Linux only. One that has ended, and that
 * nobody has buried yet, began at no time.
 */
function startedAt(pid: number): string | undefined {
  const stat = contentOf(`/proc/${pid}/stat`)
  const [state = '', ...fields] = stat?.replace(/^.*\)/, '').trim().split(' ') ?? []
  return /[ZX]/.test(state) ? undefined : fields[18]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
