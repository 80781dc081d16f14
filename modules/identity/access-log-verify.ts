import type { Database, Db } from '#platform/db'
import { BEGINNING, digestOf, type Head } from './access-log-chain.ts'
import { headsAt, type PrintedSeal, rootOf, type Seal } from './access-log-seal.ts'
import {
  entriesAfter,
  freezeView,
  headRows,
  type StoredEntry,
  sealsAfter,
} from './queries/access-log-chain.ts'

/**
 * What is wrong with the log, and where.
 * `changed`: the entry is not what was written. `replaced`: it agrees with itself, but the next one knew another.
 * `missing`: the places from `place` to `until` are empty. `unannounced`: it stands behind the head of its chain.
 */
export type Finding =
  | { readonly kind: 'changed' | 'replaced' | 'unannounced'; readonly chain: number; readonly place: number }
  | { readonly kind: 'missing'; readonly chain: number; readonly place: number; readonly until: number }
  | { readonly kind: 'head_changed'; readonly chain: number }
  | { readonly kind: 'seal_broken' | 'seal_missing' | 'seal_differs'; readonly seal: number }

export type Verification = {
  readonly entries: number
  readonly seals: number
  readonly findings: readonly Finding[]
  /** There is more wrong than was listed. */
  readonly isCutShort: boolean
}

const STRETCH = 5_000
const MOST_FINDINGS = 1_000

/**
 * Kiểm tra nhật ký: reads the whole access log once, in stretches, and names every entry that was edited, removed, inserted or
 * moved. `printed` are seals kept elsewhere: they also show what was removed together with the heads and seals in the database.
 */
export async function verifyAccessLog(
  db: Database,
  printed: readonly PrintedSeal[] = [],
  onProgress: (entries: number) => void = () => {},
): Promise<Verification> {
  return db.transaction(async (tx) => {
    await freezeView(tx)
    const seals = await allSeals(tx)
    const look = new Look(seals, onProgress)
    for (const head of await headRows(tx)) await lookAtChain(tx, head, look)
    checkSeals(look, seals, printed)
    return look.result(seals.length)
  })
}

/** What was seen so far. */
class Look {
  #entries = 0
  readonly #findings: Finding[] = []
  readonly #sealed = new Map<string, Buffer | undefined>()
  readonly #onProgress: (entries: number) => void

  constructor(seals: readonly Seal[], onProgress: (entries: number) => void) {
    this.#onProgress = onProgress
    for (const { places } of seals) {
      for (const [chain, place] of places.entries()) this.#sealed.set(`${chain} ${place}`, undefined)
    }
  }

  /** Remembers the digest of an entry that a seal speaks of. */
  see({ chain, place, digest }: StoredEntry): void {
    this.#entries += 1
    const key = `${chain} ${place}`
    if (this.#sealed.has(key)) this.#sealed.set(key, digest)
  }

  digestAt(chain: number, place: number): Buffer | undefined {
    return this.#sealed.get(`${chain} ${place}`)
  }

  find(finding: Finding): void {
    this.#findings.push(finding)
  }

  progress(): void {
    this.#onProgress(this.#entries)
  }

  result(seals: number): Verification {
    return {
      entries: this.#entries,
      seals,
      findings: this.#findings.slice(0, MOST_FINDINGS),
      isCutShort: this.#findings.length > MOST_FINDINGS,
    }
  }
}

type Seen = { readonly place: number; readonly digest: Buffer; readonly isItself: boolean }

async function lookAtChain(db: Db, head: Head, look: Look): Promise<void> {
  const { chain } = head
  let last: Seen = { place: 0, digest: BEGINNING, isItself: true }
  for (;;) {
    const stretch = await entriesAfter(db, chain, last.place, STRETCH)
    for (const entry of stretch) {
      last = lookAtEntry(entry, last, look)
      if (entry.place > head.place) look.find({ kind: 'unannounced', chain, place: entry.place })
    }
    look.progress()
    if (stretch.length < STRETCH) break
  }
  if (last.place < head.place) look.find({ kind: 'missing', chain, place: last.place + 1, until: head.place })
  if (last.place === head.place && !last.digest.equals(head.digest))
    look.find({ kind: 'head_changed', chain })
}

/**
 * An entry that was edited no longer has its own digest. One that was edited together with its digest no longer is what the
 * next one followed. Behind a gap there is nothing to compare with: the gap itself is the finding.
 */
function lookAtEntry(entry: StoredEntry, last: Seen, look: Look): Seen {
  const { chain, place, digest } = entry
  look.see(entry)
  const isItself = digestOf(entry).equals(digest)
  if (!isItself) look.find({ kind: 'changed', chain, place })
  if (place !== last.place + 1) {
    look.find({ kind: 'missing', chain, place: last.place + 1, until: place - 1 })
  } else if (isItself && last.isItself && !entry.previous.equals(last.digest)) {
    look.find({ kind: 'replaced', chain, place: last.place })
  }
  return { place, digest, isItself }
}

function checkSeals(look: Look, seals: readonly Seal[], printed: readonly PrintedSeal[]): void {
  const digestAt = (chain: number, place: number) => look.digestAt(chain, place)
  let [previousRoot, expected] = [BEGINNING, 1]
  for (const seal of seals) {
    for (; expected < seal.number; expected += 1) look.find({ kind: 'seal_missing', seal: expected })
    const heads = headsAt(seal, digestAt)
    const isWhole = heads && rootOf({ ...seal, heads, previousRoot }).equals(seal.root)
    if (!isWhole) look.find({ kind: 'seal_broken', seal: seal.number })
    previousRoot = seal.root
    expected = seal.number + 1
  }
  const known = new Map(seals.map(({ number, root }) => [number, root.toString('hex')]))
  for (const { number, root } of printed) {
    if (!known.has(number)) look.find({ kind: 'seal_missing', seal: number })
    else if (known.get(number) !== root) look.find({ kind: 'seal_differs', seal: number })
  }
}

async function allSeals(db: Db): Promise<readonly Seal[]> {
  const seals: Seal[] = []
  for (;;) {
    const stretch = await sealsAfter(db, seals.at(-1)?.number ?? 0, STRETCH)
    seals.push(...stretch)
    if (stretch.length < STRETCH) return seals
  }
}
