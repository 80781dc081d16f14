/**
 * Which documents hold a key, and how much of it: all lists one after the other in two flat arrays. The list of key
 * `k` lies from `offsets[k]` to `offsets[k + 1]`, documents ascending.
 */
export type Postings = {
  readonly offsets: Uint32Array
  readonly documents: Uint32Array
  readonly weights: Float32Array
}

export type PostingsDraft = {
  readonly keys: number[]
  readonly documents: number[]
  readonly weights: number[]
}

export function draftPostings(): PostingsDraft {
  return { keys: [], documents: [], weights: [] }
}

/** Sorts a draft by key, keeping its order of documents (counting sort). */
export function settlePostings(draft: PostingsDraft, keyCount: number): Postings {
  const offsets = new Uint32Array(keyCount + 1)
  for (const key of draft.keys) offsets[key + 1] = (offsets[key + 1] ?? 0) + 1
  for (let key = 0; key < keyCount; key += 1) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0)

  const next = offsets.slice()
  const documents = new Uint32Array(draft.keys.length)
  const weights = new Float32Array(draft.keys.length)
  for (const [at, key] of draft.keys.entries()) {
    const place = next[key] ?? 0
    next[key] = place + 1
    documents[place] = draft.documents[at] ?? 0
    weights[place] = draft.weights[at] ?? 0
  }
  return { offsets, documents, weights }
}

/** In how many documents a key occurs. */
export function spread(postings: Postings, key: number): number {
  return (postings.offsets[key + 1] ?? 0) - (postings.offsets[key] ?? 0)
}

/** How much a match tells when `holders` of `all` documents have it (idf): rare says much, common little. */
export function rarity(all: number, holders: number): number {
  const bounded = Math.min(holders, all)
  return Math.log(1 + (all - bounded + 0.5) / (bounded + 0.5))
}

/** What the document holds of the key, 0 when nothing: cheaper than walking a long list for few documents. */
export function heldOf({ offsets, documents, weights }: Postings, key: number, document: number): number {
  let low = offsets[key] ?? 0
  let high = (offsets[key + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = documents[middle] ?? 0
    if (found === document) return weights[middle] ?? 0
    if (found < document) low = middle + 1
    else high = middle - 1
  }
  return 0
}
