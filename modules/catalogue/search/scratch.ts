/**
 * Working space of a search, one per index: a search runs to its end without a pause, so it needs no more. A value
 * counts only where its stamp is the current one; nothing is ever cleared.
 */
export type Scratch = {
  stamp: number
  readonly score: Float32Array
  readonly cover: Float32Array
  readonly look: Float64Array
  readonly questionStamp: Uint32Array
  readonly conceptScore: Float32Array
  readonly conceptCover: Float32Array
  readonly conceptStamp: Uint32Array
  readonly readingScore: Float32Array
  readonly readingCover: Float32Array
  readonly readingStamp: Uint32Array
  readonly slotScore: Float32Array
  readonly slotCover: Float32Array
  readonly slotStamp: Uint32Array
  /** exact id → 1 + its first entry in the list of slots that it satisfies */
  readonly slotsOfTerm: Uint32Array
}

export function newScratch(documents: number, terms: number): Scratch {
  const numbers = () => new Float32Array(documents)
  const stamps = () => new Uint32Array(documents)
  return {
    stamp: 0,
    score: numbers(),
    cover: numbers(),
    look: new Float64Array(documents),
    questionStamp: stamps(),
    conceptScore: numbers(),
    conceptCover: numbers(),
    conceptStamp: stamps(),
    readingScore: numbers(),
    readingCover: numbers(),
    readingStamp: stamps(),
    slotScore: numbers(),
    slotCover: numbers(),
    slotStamp: stamps(),
    slotsOfTerm: new Uint32Array(terms),
  }
}

/** A number that no value of this index bears yet; starts over before it would no longer fit. */
export function nextStamp(scratch: Scratch): number {
  if (scratch.stamp >= 0xffff_fff0) {
    for (const stamps of [
      scratch.questionStamp,
      scratch.conceptStamp,
      scratch.readingStamp,
      scratch.slotStamp,
    ])
      stamps.fill(0)
    scratch.stamp = 0
  }
  scratch.stamp += 1
  return scratch.stamp
}
