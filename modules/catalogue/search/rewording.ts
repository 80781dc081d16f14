import type { SearchIndex } from './index-build.ts'
import type { ReadSyllable } from './lattice.ts'
import type { QueryPlan, Reading } from './plan.ts'
import { writtenPair } from './spelling.ts'
import { hasAccents } from './terms.ts'

/** The question as it was searched, mended syllables accented as documents write them beside their neighbours. */
export function correctedQuery(
  { spelling, vocabulary }: SearchIndex,
  syllables: readonly ReadSyllable[],
): string {
  const idOf = (at: number) => vocabulary.foldedIds.get(syllables[at]?.folded ?? '')
  const written = syllables.map((syllable, at) => {
    const own = idOf(at)
    if (own === undefined || (hasAccents(syllable) && !syllable.isMended)) return syllable.word
    const before = idOf(at - 1)
    const after = idOf(at + 1)
    const withAfter = after === undefined ? undefined : writtenPair(spelling, own, after)?.[0]
    return (
      withAfter ??
      (before === undefined ? undefined : writtenPair(spelling, before, own)?.[1]) ??
      syllable.word
    )
  })
  return written.join(' ')
}

/** The question in the words by which the first hit was found; `undefined` when these are the words that were typed. */
export function understoodAs({ concepts }: QueryPlan, readings: readonly Reading[]): string | undefined {
  const isReworded = readings.some(
    (reading, at) => !reading.isTyped && concepts[at]?.readings[0]?.text !== reading.text,
  )
  return isReworded ? readings.map(({ text }) => text).join(' ') : undefined
}
