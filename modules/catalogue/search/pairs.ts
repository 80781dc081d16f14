import { draftPostings, type Postings, type PostingsDraft, settlePostings, spread } from './postings.ts'

const PAIR_BASE = 2 ** 22

/**
 * Neighbouring syllables. Most Vietnamese words are two syllables ("khai sinh"), so a pair says what its halves cannot.
 * Keys are pairs of folded ids, sorted; `written` holds the exact ids of a pair as it first occurred.
 */
export type PairIndex = {
  readonly keys: Float64Array
  readonly postings: Postings
  readonly written: Uint32Array
}

export function pairKey(first: number, second: number): number {
  return first * PAIR_BASE + second
}

/** Row of the pair in the postings, -1 when it never occurs. */
export function findPair(pairs: PairIndex, first: number, second: number): number {
  const key = pairKey(first, second)
  let low = 0
  let high = pairs.keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = pairs.keys[middle] ?? 0
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export function pairSpread(pairs: PairIndex, first: number, second: number): number {
  const row = findPair(pairs, first, second)
  return row < 0 ? 0 : spread(pairs.postings, row)
}

/** Collects the pairs of documents, one document after the other. */
export function growPairs() {
  const rows = new Map<number, number>()
  const written: [number, number][] = []
  const draft: PostingsDraft = draftPostings()
  const ofDocument = new Map<number, number>()

  function rowOf(key: number, first: number, second: number): number {
    const known = rows.get(key)
    if (known !== undefined) return known
    rows.set(key, rows.size)
    return written.push([first, second]) - 1
  }

  function add(exactIds: readonly number[], foldedOf: readonly number[], weight: number): void {
    for (let at = 1; at < exactIds.length; at += 1) {
      const first = exactIds[at - 1] ?? 0
      const second = exactIds[at] ?? 0
      const row = rowOf(pairKey(foldedOf[first] ?? 0, foldedOf[second] ?? 0), first, second)
      ofDocument.set(row, (ofDocument.get(row) ?? 0) + weight)
    }
  }

  function endDocument(document: number, saturate: (weight: number) => number): void {
    for (const [row, weight] of ofDocument) {
      draft.keys.push(row)
      draft.documents.push(document)
      draft.weights.push(saturate(weight))
    }
    ofDocument.clear()
  }

  return { add, endDocument, settle: () => settlePairs(rows, written, draft) }
}

function settlePairs(
  rows: ReadonlyMap<number, number>,
  writtenInRow: readonly (readonly [number, number])[],
  draft: PostingsDraft,
): PairIndex {
  const keys = Float64Array.from(rows.keys()).sort()
  const placeOf = new Uint32Array(rows.size)
  const written = new Uint32Array(rows.size * 2)
  for (const [place, key] of keys.entries()) {
    const row = rows.get(key) ?? 0
    placeOf[row] = place
    written.set(writtenInRow[row] ?? [], place * 2)
  }
  const sorted = { ...draft, keys: draft.keys.map((row) => placeOf[row] ?? 0) }
  return { keys, written, postings: settlePostings(sorted, rows.size) }
}
