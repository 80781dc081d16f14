import { WEAK_WORDS } from './fillers.ts'
import type { SearchIndex } from './index-build.ts'
import { findPair } from './pairs.ts'
import type { PairSlot, Reading, Slot } from './plan.ts'
import { rarity, spread } from './postings.ts'
import { SAME, type Wording } from './synonyms.ts'
import { type Syllable, syllableOf } from './terms.ts'
import { meaningOf, readingsOf, type WeightedTerm } from './vocabulary.ts'
import { weights } from './weights.ts'

const weakWords = new Set(WEAK_WORDS.map((word) => syllableOf(word).exact))

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** A typed syllable, with the exact id that its neighbours suggest. */
export type TypedSyllable = Syllable & { readonly likely?: number | undefined }

/** What was typed, as it can be looked up. */
export function typedReading(
  index: SearchIndex,
  syllables: readonly TypedSyllable[],
  isMarked: boolean,
): Reading {
  const slots = syllables.map((syllable) =>
    slotOf(index, syllable, readingsOf(index.vocabulary, syllable, isMarked, syllable.likely)),
  )
  const pairs = neighbours(index, slots, isMarked ? weights.pair : weights.pairUnmarked)
  return reading(syllables, slots, { pairs, trust: 1, isTyped: true })
}

/** Another wording from the thesaurus. It is the same for every question, so it is made once for an index. */
export function wordingReading(index: SearchIndex, wording: Wording): Reading {
  const known = index.wordingReadings.get(wording)
  if (known) return known
  const { syllables, trust } = wording
  const slots = syllables.map((syllable) => slotOf(index, syllable, meaningOf(index.vocabulary, syllable)))
  const made = reading(syllables, slots, {
    pairs: neighbours(index, slots, weights.pair),
    trust,
    isTyped: false,
  })
  index.wordingReadings.set(wording, made)
  return made
}

type Parts = { readonly pairs: readonly PairSlot[]; readonly trust: number; readonly isTyped: boolean }

function reading(
  syllables: readonly Syllable[],
  slots: readonly Slot[],
  { pairs, trust, isTyped }: Parts,
): Reading {
  const mass = sum(slots.map((slot) => slot.mass))
  const wholeMass = mass + sum(pairs.map((pair) => pair.mass))
  const text = syllables.map(({ word }) => word).join(' ')
  return { text, slots, pairs, mass, wholeMass, trust, isTyped, isTelling: !isTyped && trust >= SAME }
}

function slotOf(
  { vocabulary, terms: postings, codes }: SearchIndex,
  syllable: Syllable,
  meant: WeightedTerm[],
): Slot {
  const terms = meant.filter(({ id, weight }) => weight > 0 && spread(postings, id) > 0)
  const holders = sum(terms.map(({ id, weight }) => weight * spread(postings, id)))
  const telling = holders > 0 ? rarity(codes.length, holders) : weights.unknown
  const share = weakWords.has(syllable.exact) ? weights.weak : 1
  return { terms, mass: telling * share, folded: vocabulary.foldedIds.get(syllable.folded) ?? -1 }
}

function neighbours(index: SearchIndex, slots: readonly Slot[], share: number): PairSlot[] {
  return slots.slice(1).flatMap((slot, at) => pairOf(index, slots[at], slot, share))
}

/** The pair of two slots, none when no document has them side by side. */
export function pairOf(
  { pairs, codes }: SearchIndex,
  first: Slot | undefined,
  second: Slot | undefined,
  share: number,
): PairSlot[] {
  if (!first || !second || first.folded < 0 || second.folded < 0) return []
  const row = findPair(pairs, first.folded, second.folded)
  if (row < 0) return []
  const telling = rarity(codes.length, spread(pairs.postings, row))
  return [{ row, mass: share * Math.min(telling, 0.8 * (first.mass + second.mass)) }]
}
