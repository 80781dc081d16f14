const BUCKETS = 2048

/**
 * The `count` documents of highest score and those that tie with the last of them roughly, in no order: by counting
 * scores in buckets, so that a long list is never sorted as a whole. Scores from 0 to `highest`.
 */
export function topCandidates(
  documents: readonly number[],
  scoreOf: (document: number) => number,
  { count, highest }: { count: number; highest: number },
): readonly number[] {
  if (documents.length <= count) return documents
  const filled = new Uint32Array(BUCKETS)
  const buckets = Uint16Array.from(documents, (document) => bucketOf(scoreOf(document) / highest))
  for (const bucket of buckets) filled[bucket] = (filled[bucket] ?? 0) + 1
  let least = BUCKETS - 1
  for (let seen = filled[least] ?? 0; seen < count && least > 0; seen += filled[least] ?? 0) least -= 1
  return documents.filter((_, at) => (buckets[at] ?? 0) >= least)
}

function bucketOf(share: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.floor(share * BUCKETS)))
}
