import type { LifeEvent, Suggestion } from './document.ts'
import { LABEL_KINDS, type Labels } from './labels.ts'
import { draftPostings, type Postings, settlePostings } from './postings.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One line that may be offered while somebody types, with the exact ids of its syllables. */
export type Offer = { readonly suggestion: Suggestion; readonly terms: ArrayLike<number> }

/** Offers are numbered from the most to the least wanted, so every list that is cut keeps the best. */
export type SuggestionIndex = {
  readonly offers: readonly Offer[]
  /** Words without accents, sorted; the offers of word `w` are list `w`. */
  readonly words: readonly string[]
  /** exact id → number of its word */
  readonly wordOf: Uint32Array
  readonly ofWord: Postings
  /** One or two letters → the best offers with a word that begins so. */
  readonly ofStart: ReadonlyMap<string, readonly number[]>
}

type Source = {
  readonly codes: readonly string[]
  readonly priors: Float64Array
  readonly isInternal: Uint8Array
  readonly labels: Labels
  readonly vocabulary: Vocabulary
}

type Wanted = { readonly offer: Offer; readonly want: number }

/** A name of a life event with the exact ids of its syllables. */
export type ReadLifeEvent = { readonly event: LifeEvent; readonly terms: readonly number[] }

const OFFERS_OF_START = 40
const LIFE_EVENT_WANT = 0.6
const EVERYDAY = 0.15
const TOO_LONG = 0.004

export function buildSuggestions(source: Source, lifeEvents: readonly ReadLifeEvent[]): SuggestionIndex {
  const { foldedOf, foldedWords } = source.vocabulary
  const wanted = [...offersOfLabels(source), ...offersOfLifeEvents(lifeEvents)]
  const offers = wanted.sort((a, b) => b.want - a.want).map(({ offer }) => offer)
  const order = foldedWords
    .map((word, folded) => ({ word, folded }))
    .sort((a, b) => (a.word < b.word ? -1 : 1))
  const placeOf = new Uint32Array(foldedWords.length)
  for (const [place, { folded }] of order.entries()) placeOf[folded] = place

  const draft = draftPostings()
  const ofStart = new Map<string, number[]>()
  for (const [number, { terms }] of offers.entries()) {
    for (const folded of new Set(Array.from(terms, (term) => foldedOf[term] ?? 0))) {
      draft.keys.push(placeOf[folded] ?? 0)
      draft.documents.push(number)
      draft.weights.push(1)
      offerAtStart(ofStart, foldedWords[folded] ?? '', number)
    }
  }
  return {
    offers,
    words: order.map(({ word }) => word),
    wordOf: Uint32Array.from(foldedOf, (folded) => placeOf[folded] ?? 0),
    ofWord: settlePostings(draft, order.length),
    ofStart,
  }
}

function offerAtStart(ofStart: Map<string, number[]>, word: string, offer: number): void {
  for (const start of [word.slice(0, 1), word.slice(0, 2)]) {
    const best = ofStart.get(start)
    if (!best) ofStart.set(start, [offer])
    else if (best.length < OFFERS_OF_START && best.at(-1) !== offer) best.push(offer)
  }
}

function offersOfLabels({ codes, priors, isInternal, labels }: Source): Wanted[] {
  return labels.texts.flatMap((text, label) => {
    const document = labels.documents[label] ?? 0
    const kind = LABEL_KINDS[labels.kinds[label] ?? 0]
    if (isInternal[document] === 1 || (kind !== 'name' && kind !== 'alsoCalled')) return []
    const terms = labels.terms.subarray(labels.offsets[label] ?? 0, labels.offsets[label + 1] ?? 0)
    const want = (priors[document] ?? 0) + (kind === 'alsoCalled' ? EVERYDAY : 0) - TOO_LONG * terms.length
    return [
      { offer: { suggestion: { text, kind: 'procedure', target: codes[document] ?? '' }, terms }, want },
    ]
  })
}

function offersOfLifeEvents(lifeEvents: readonly ReadLifeEvent[]): Wanted[] {
  return lifeEvents.map(({ event: { slug, name }, terms }) => ({
    offer: { suggestion: { text: name, kind: 'lifeEvent', target: slug }, terms },
    want: LIFE_EVENT_WANT,
  }))
}
