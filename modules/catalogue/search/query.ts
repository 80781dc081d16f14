import type { SearchIndex } from './index-build.ts'
import { type ReadSyllable, readSpelling } from './lattice.ts'
import type { Concept, PairSlot, QueryPlan, Reading } from './plan.ts'
import { pairOf, sum, type TypedSyllable, typedReading, wordingReading } from './reading.ts'
import { type Span, spansOf } from './spans.ts'
import { writtenBeside } from './spelling.ts'
import { OF_THE_LAW } from './synonyms.ts'
import { cutQuery, hasAccents, MAX_QUERY_SYLLABLES, syllablesOf } from './terms.ts'
import { weights } from './weights.ts'

const QUOTED = /["“”«»]([^"“”«»]+)["“”«»]/gu
const MOST_BORDER_PAIRS = 9

export type ReadQuery = {
  readonly syllables: readonly ReadSyllable[]
  readonly plan: QueryPlan
  /** Nothing but words of asking: "tôi muốn hỏi". */
  readonly isOnlyAsking: boolean
}

/** Reads a question: spelling mended, words of asking left out, synonyms and abbreviations opened. Never throws. */
export function readQuery(index: SearchIndex, text: string): ReadQuery {
  const cut = cutQuery(text)
  const syllables = readSpelling(index.spelling, syllablesOf(cut).slice(0, MAX_QUERY_SYLLABLES))
  const isMarked = syllables.some(hasAccents)
  const spans = spansOf(index, syllables, isMarked)
  const asked = spans.filter(({ isFiller }) => !isFiller)

  const beside = isMarked
    ? []
    : writtenBeside(
        index.spelling,
        syllables.map(({ folded }) => folded),
      )
  const typed = syllables.map((syllable, at) => ({ ...syllable, likely: beside[at] }))
  const concepts = asked.map((span) => conceptOf(index, typed, span, isMarked))
  const borders = bordersOf(index, asked, concepts, isMarked ? weights.border : weights.borderUnmarked)
  const conceptMass = sum(concepts.map(({ mass }) => mass))
  const borderMass = sum(borders.map((pairs) => Math.max(0, ...pairs.map(({ mass }) => mass))))
  const quoted = [...cut.matchAll(QUOTED)].map(([, phrase = '']) => foldedIdsOf(index, phrase))
  const plan: QueryPlan = {
    concepts,
    borders,
    quoted: quoted.filter(({ length }) => length > 0),
    conceptMass,
    mass: conceptMass + borderMass,
    isMended: syllables.some((syllable) => syllable.isMended),
  }
  return { syllables, plan, isOnlyAsking: asked.length === 0 && spans.length > 0 }
}

function foldedIdsOf({ vocabulary }: SearchIndex, text: string): number[] {
  return syllablesOf(text).map(({ folded }) => vocabulary.foldedIds.get(folded) ?? -1)
}

function conceptOf(
  index: SearchIndex,
  typed: readonly TypedSyllable[],
  span: Span,
  isMarked: boolean,
): Concept {
  const own = typedReading(index, typed.slice(span.from, span.from + span.length), isMarked)
  const isBare = span.length === 1 && !isMarked
  const others = span.phrases.flatMap(({ kind, wordings }) => {
    const doubt = isBare && kind !== 'abbreviation' ? weights.unmarkedShortPhrase : 1
    const useful = wordings.map((wording) => wordingReading(index, wording)).filter(isUseful)
    return useful.map((reading) => ({ ...reading, trust: reading.trust * doubt }))
  })
  const readings = [own, ...others]
  const real = readings.filter(({ slots }) => slots.some(({ terms }) => terms.length > 0))
  const mass = real.length > 0 ? sum(real.map(({ wholeMass }) => wholeMass)) / real.length : own.wholeMass
  return { readings, mass: mass ** weights.conceptPower }
}

/** A wording that no document can have is no help; one that is not the law's own must stand in some document as it is. */
function isUseful({ slots, pairs, trust }: Reading): boolean {
  return (
    slots.every(({ terms }) => terms.length > 0) && (trust >= OF_THE_LAW || pairs.length === slots.length - 1)
  )
}

/** Only what stood side by side in the question: a word of asking between two others parts them. */
function bordersOf(
  index: SearchIndex,
  spans: readonly Span[],
  concepts: readonly Concept[],
  share: number,
): PairSlot[][] {
  return spans.slice(1).flatMap((span, at) => {
    const before = spans[at]
    if (!before || before.from + before.length !== span.from) return []
    const ends = (concepts[at]?.readings ?? []).map(({ slots }) => slots.at(-1))
    const starts = (concepts[at + 1]?.readings ?? []).map(({ slots }) => slots[0])
    const pairs = ends.flatMap((end) => starts.flatMap((start) => pairOf(index, end, start, share)))
    const unique = new Map(pairs.map((pair) => [pair.row, pair]))
    return unique.size > 0 ? [[...unique.values()].slice(0, MOST_BORDER_PAIRS)] : []
  })
}
