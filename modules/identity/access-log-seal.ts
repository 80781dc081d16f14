import { createHash } from 'node:crypto'
import type { Db, Tx } from '#platform/db'
import { BEGINNING, CHAINS, type Head } from './access-log-chain.ts'
import { holdHeads, insertSeal, newestSeal, type SealRow } from './queries/access-log-chain.ts'

/** Niêm phong: how far each chain had come at a moment. One digest stands for all that was written until then. */
export type Seal = SealRow

type Sealed = {
  readonly number: number
  readonly at: Date
  readonly heads: readonly Head[]
  readonly previousRoot: Buffer
}

/** SHA-256 over number and moment, the place and digest of each chain in order, and the seal before. */
export function rootOf({ number, at, heads, previousRoot }: Sealed): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([number, at.toISOString()]))
  for (const { chain, place, digest } of heads) hash.update(JSON.stringify([chain, place])).update(digest)
  return hash.update(previousRoot).digest()
}

/**
 * Seals the access log as it stands. Answers nothing when nothing was added since the seal before. The printed seal is worth
 * something only outside of this database: whoever can rewrite all of it can rewrite the seals in it too.
 */
export async function sealAccessLog(tx: Tx, now: Date): Promise<Seal | undefined> {
  const heads = await holdHeads(tx)
  const before = await newestSeal(tx)
  if (total(heads.map(({ place }) => place)) === total(before?.places ?? [])) return undefined

  const number = (before?.number ?? 0) + 1
  const root = rootOf({ number, at: now, heads, previousRoot: before?.root ?? BEGINNING })
  const seal = { number, at: now, places: heads.map(({ place }) => place), root }
  await insertSeal(tx, seal)
  return seal
}

export async function findNewestSeal(db: Db): Promise<Seal | undefined> {
  return newestSeal(db)
}

/** `seal 12 2026-05-11T02:30:00.000Z 100000 5f…`: number, moment, entries, root. Short enough for a newspaper. */
export function printSeal({ number, at, places, root }: Seal): string {
  return `seal ${number} ${at.toISOString()} ${total(places)} ${root.toString('hex')}`
}

export type PrintedSeal = { readonly number: number; readonly entries: number; readonly root: string }

/** Every seal in a text, be it a log, a mail or a file of lines. */
export function readPrintedSeals(text: string): readonly PrintedSeal[] {
  const printed = /\bseal (\d{1,15}) \d{4}-\d\d-\d\dT[\d:.]+Z (\d{1,15}) ([0-9a-f]{64})\b/g
  return [...text.matchAll(printed)].map(([, number, entries, root = '']) => ({
    number: Number(number),
    entries: Number(entries),
    root,
  }))
}

/** The heads that a seal speaks of, with the digests that are in those places now. */
export function headsAt(
  seal: Seal,
  digestAt: (chain: number, place: number) => Buffer | undefined,
): readonly Head[] | undefined {
  const heads: Head[] = []
  for (let chain = 0; chain < CHAINS; chain += 1) {
    const place = seal.places[chain] ?? 0
    const digest = place === 0 ? BEGINNING : digestAt(chain, place)
    if (!digest) return undefined
    heads.push({ chain, place, digest })
  }
  return heads
}

function total(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + place, 0)
}
