import type { SearchIndex } from './index-build.ts'
import { closeness } from './spelling.ts'
import { type Phrase, phrasesAt } from './synonyms.ts'
import type { Syllable } from './terms.ts'

/** A stretch of the question: a phrase of the thesaurus, words of asking, or a single syllable. */
export type Span = {
  readonly from: number
  readonly length: number
  readonly phrases: readonly Phrase[]
  readonly isFiller: boolean
}

type Place = Omit<Span, 'isFiller'>

/** Cuts the question where it means most: long phrases of the thesaurus first, then phrases of asking. */
export function spansOf(index: SearchIndex, syllables: readonly Syllable[], isMarked: boolean): Span[] {
  const worth = new Float64Array(syllables.length + 1)
  const chosen: Span[] = []
  for (let from = syllables.length - 1; from >= 0; from -= 1) {
    worth[from] = worth[from + 1] ?? 0
    chosen[from] = { from, length: 1, phrases: [], isFiller: false }
    for (const [at, phrases] of phrasesAt(index.phrases, syllables, from).entries()) {
      const length = at + 1
      const span = spanOf(index, syllables, { from, length, phrases }, isMarked)
      const value = span ? (worth[from + length] ?? 0) + spanWorth(span) : 0
      if (!span || value <= (worth[from] ?? 0)) continue
      worth[from] = value
      chosen[from] = span
    }
  }
  const spans: Span[] = []
  for (let at = 0; at < syllables.length; at += spans.at(-1)?.length ?? 1) {
    const span = chosen[at]
    if (!span) break
    spans.push(span)
  }
  return spans
}

function spanWorth({ length, isFiller }: Span): number {
  return isFiller ? 0.9 * length ** 1.3 : length ** 1.5
}

function spanOf(
  index: SearchIndex,
  syllables: readonly Syllable[],
  place: Place,
  isMarked: boolean,
): Span | undefined {
  const { phrases } = place
  if (phrases.length === 0) return undefined
  const isFiller = phrases.every(({ kind }) => kind === 'filler')
  if (isFiller && place.length === 1 && !isMarked && hasCompany(index, syllables, place.from))
    return undefined
  return { ...place, isFiller }
}

/** Typed without accents, a word of asking may be another word: it is one when documents have it beside its neighbour. */
function hasCompany(
  { spelling, vocabulary }: SearchIndex,
  syllables: readonly Syllable[],
  at: number,
): boolean {
  const [before, own, after] = [at - 1, at, at + 1].map((place) =>
    vocabulary.foldedIds.get(syllables[place]?.folded ?? ''),
  )
  if (own === undefined) return false
  return (
    (before !== undefined && closeness(spelling, before, own) > 3) ||
    (after !== undefined && closeness(spelling, own, after) > 3)
  )
}
