import type { LifeEvent, Suggestion } from './document.ts'
import { LABEL_KINDS, type Labels } from './labels.ts'
import { draftPostings, type Postings, settlePostings } from './postings.ts'
import { syllablesOf } from './terms.ts'

/** One line that may be offered while somebody types. */
export type Offer = {
  readonly suggestion: Suggestion
  /** Exact forms and forms without accents of its syllables. */
  readonly exact: readonly string[]
  readonly folded: readonly string[]
}

/** Offers are numbered from the most to the least wanted, so every list that is cut keeps the best. */
export type SuggestionIndex = {
  readonly offers: readonly Offer[]
  /** Words of the offers without accents, sorted, and for each the offers that have it. */
  readonly words: readonly string[]
  readonly ofWord: Postings
  /** One or two letters → the best offers with a word that begins so. */
  readonly ofStart: ReadonlyMap<string, readonly number[]>
}

type Source = {
  readonly codes: readonly string[]
  readonly priors: Float64Array
  readonly isInternal: Uint8Array
  readonly labels: Labels
}

const OFFERS_OF_START = 40
const LIFE_EVENT_WANT = 0.6
const EVERYDAY = 0.15
const TOO_LONG = 0.004

export function buildSuggestions(source: Source, lifeEvents: readonly LifeEvent[]): SuggestionIndex {
  const wanted = [...offersOfLabels(source), ...offersOfLifeEvents(lifeEvents)]
  const offers = wanted.sort((a, b) => b.want - a.want).map(({ offer }) => offer)
  const words = [...new Set(offers.flatMap(({ folded }) => folded))].sort()
  const numberOf = new Map(words.map((word, number) => [word, number]))
  const draft = draftPostings()
  const ofStart = new Map<string, number[]>()
  for (const [offer, { folded }] of offers.entries()) {
    for (const word of new Set(folded)) {
      draft.keys.push(numberOf.get(word) ?? 0)
      draft.documents.push(offer)
      draft.weights.push(1)
    }
    for (const start of new Set(folded.flatMap((word) => [word.slice(0, 1), word.slice(0, 2)]))) {
      const best = ofStart.get(start) ?? []
      if (best.length < OFFERS_OF_START) best.push(offer)
      ofStart.set(start, best)
    }
  }
  return { offers, words, ofWord: settlePostings(draft, words.length), ofStart }
}

type Wanted = { readonly offer: Offer; readonly want: number }

function offerOf(suggestion: Suggestion): Offer {
  const syllables = syllablesOf(suggestion.text)
  return {
    suggestion,
    exact: syllables.map(({ exact }) => exact),
    folded: syllables.map(({ folded }) => folded),
  }
}

function offersOfLabels({ codes, priors, isInternal, labels }: Source): Wanted[] {
  return labels.texts.flatMap((text, label) => {
    const document = labels.documents[label] ?? 0
    const kind = LABEL_KINDS[labels.kinds[label] ?? 0]
    if (isInternal[document] === 1 || (kind !== 'name' && kind !== 'alsoCalled')) return []
    const offer = offerOf({ text, kind: 'procedure', target: codes[document] ?? '' })
    const want =
      (priors[document] ?? 0) + (kind === 'alsoCalled' ? EVERYDAY : 0) - TOO_LONG * offer.folded.length
    return [{ offer, want }]
  })
}

function offersOfLifeEvents(lifeEvents: readonly LifeEvent[]): Wanted[] {
  return lifeEvents.map(({ slug, name }) => ({
    offer: offerOf({ text: name, kind: 'lifeEvent', target: slug }),
    want: LIFE_EVENT_WANT,
  }))
}
