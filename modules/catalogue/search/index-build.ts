import type { LifeEvent, SearchDocument, Synonyms } from './document.ts'
import { ORDINARY_WORDS, WEAK_WORDS } from './fillers.ts'
import { buildColumns, type FacetColumns } from './filters.ts'
import { type LabelDraft, type LabelKind, type Labels, settleLabels } from './labels.ts'
import { growPairs, type PairIndex } from './pairs.ts'
import type { Reading } from './plan.ts'
import { draftPostings, type Postings, rarity, settlePostings, spread } from './postings.ts'
import { newScratch, type Scratch } from './scratch.ts'
import { buildSpelling, type Spelling } from './spelling.ts'
import { buildSuggestions, type SuggestionIndex } from './suggestion-index.ts'
import { buildPhraseBook, type PhraseBook, phraseTexts, type Wording } from './synonyms.ts'
import { syllableOf } from './terms.ts'
import { growVocabulary, type Vocabulary } from './vocabulary.ts'
import { weights } from './weights.ts'

/** Everything that a search reads, in memory. Documents are numbered in the order of their codes. */
export type SearchIndex = {
  readonly codes: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly isInternal: Uint8Array
  /** rank / 100 */
  readonly priors: Float64Array
  /** Documents by rank, then name, then code: the listing without a question. */
  readonly listing: Uint32Array
  readonly vocabulary: Vocabulary
  readonly terms: Postings
  /** exact id → how much it tells */
  readonly telling: Float64Array
  readonly pairs: PairIndex
  readonly labels: Labels
  readonly columns: FacetColumns
  readonly phrases: PhraseBook
  readonly spelling: Spelling
  /** Readings of the thesaurus, made when first asked for. */
  readonly wordingReadings: Map<Wording, Reading>
  readonly suggestions: SuggestionIndex
  readonly scratch: Scratch
}

type Field = {
  readonly texts: (document: SearchDocument) => readonly string[]
  readonly weight: number
  /** How much a long text is held against the words in it (BM25's b). */
  readonly lengthMatters: number
  readonly longest: number
  readonly label?: LabelKind
  /** Whether neighbours in it make pairs. */
  readonly isPaired: boolean
}

const FIELDS: readonly Field[] = [
  {
    texts: ({ name }) => [name],
    weight: 3,
    lengthMatters: 0.35,
    longest: 160,
    label: 'name',
    isPaired: true,
  },
  {
    texts: ({ alsoCalled }) => alsoCalled,
    weight: 3,
    lengthMatters: 0,
    longest: 30,
    label: 'alsoCalled',
    isPaired: true,
  },
  {
    texts: ({ formerNames }) => formerNames,
    weight: 1.5,
    lengthMatters: 0.35,
    longest: 120,
    label: 'formerName',
    isPaired: true,
  },
  {
    texts: ({ keywords }) => keywords,
    weight: 1.5,
    lengthMatters: 0.2,
    longest: 60,
    label: 'keyword',
    isPaired: true,
  },
  { texts: ({ field }) => [field], weight: 1, lengthMatters: 0, longest: 40, isPaired: true },
  {
    texts: ({ summary }) => (summary ? [summary] : []),
    weight: 0.8,
    lengthMatters: 0.3,
    longest: 80,
    isPaired: true,
  },
  { texts: ({ results }) => results, weight: 0.7, lengthMatters: 0.3, longest: 40, isPaired: true },
  { texts: ({ ownerName }) => [ownerName], weight: 0.25, lengthMatters: 0, longest: 20, isPaired: false },
  { texts: ({ agencies }) => agencies, weight: 0.25, lengthMatters: 0.5, longest: 40, isPaired: false },
  { texts: ({ papers }) => papers, weight: 0.2, lengthMatters: 0.7, longest: 24, isPaired: false },
]

const SATURATION = 1.2
const PAIR_SATURATION = 1.5

type ReadDocument = { readonly byField: readonly (readonly (readonly number[])[])[] }

/**
 * Builds the index of a catalogue. Documents with a code that came before are passed over. About 0.1 ms a document;
 * build it again when the catalogue or the thesaurus has changed.
 */
export function buildIndex(
  documents: readonly SearchDocument[],
  synonyms: Synonyms,
  lifeEvents: readonly LifeEvent[] = [],
): SearchIndex {
  const sorted = inOrderOfCodes(documents)
  const growing = growVocabulary()
  const read = sorted.map((document) => readDocument(document, growing.read))
  const phraseIds = phraseTexts(synonyms).map((text) => growing.read(text))
  const { vocabulary } = growing

  const { terms, pairs } = buildPostings(read, vocabulary)
  const telling = tellingOf(vocabulary, terms, sorted.length)
  const labels = settleLabels(read.map(({ byField }, document) => labelsOf(sorted[document], byField)))
  const priors = Float64Array.from(sorted, ({ rank }) => Math.min(Math.max(rank, 0), 100) / 100)
  const isInternal = Uint8Array.from(sorted, (document) => (document.isInternal ? 1 : 0))
  const index = {
    codes: sorted.map(({ code }) => code),
    numberOf: new Map(sorted.map(({ code }, number) => [code, number])),
    names: sorted.map(({ name }) => name),
    isInternal,
    priors,
    listing: listingOf(sorted),
    vocabulary,
    terms,
    telling,
    pairs,
    labels,
    columns: buildColumns(sorted),
    phrases: buildPhraseBook(synonyms),
    spelling: buildSpelling(vocabulary, terms, pairs, phraseIds),
    wordingReadings: new Map<Wording, Reading>(),
    scratch: newScratch(sorted.length, vocabulary.written.length),
  }
  return { ...index, suggestions: buildSuggestions(index, lifeEvents) }
}

/** Rarity, less for words with little to say of their own. */
function tellingOf({ written }: Vocabulary, terms: Postings, all: number): Float64Array {
  const little = new Set([...WEAK_WORDS, ...ORDINARY_WORDS].map((word) => syllableOf(word).exact))
  return Float64Array.from(written, (word, id) => {
    const share = little.has(syllableOf(word).exact) ? weights.ordinary : 1
    return share * rarity(all, spread(terms, id))
  })
}

function inOrderOfCodes(documents: readonly SearchDocument[]): SearchDocument[] {
  const byCode = new Map<string, SearchDocument>()
  for (const document of documents) if (!byCode.has(document.code)) byCode.set(document.code, document)
  return [...byCode.values()].sort((a, b) => compare(a.code, b.code))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readDocument(
  document: SearchDocument,
  read: (text: string, atMost: number) => number[],
): ReadDocument {
  return { byField: FIELDS.map(({ texts, longest }) => texts(document).map((text) => read(text, longest))) }
}

function labelsOf(document: SearchDocument | undefined, byField: ReadDocument['byField']): LabelDraft[] {
  return FIELDS.flatMap(({ label, texts }, field) => {
    if (!document || !label) return []
    return texts(document).map((text, at) => ({ kind: label, text, terms: byField[field]?.[at] ?? [] }))
  })
}

function listingOf(documents: readonly SearchDocument[]): Uint32Array {
  const collator = new Intl.Collator('vi')
  const order = documents.map((document, number) => ({ document, number }))
  order.sort(
    (a, b) =>
      b.document.rank - a.document.rank ||
      collator.compare(a.document.name, b.document.name) ||
      a.number - b.number,
  )
  return Uint32Array.from(order, ({ number }) => number)
}

/** BM25F: occurrences of all fields are added up by weight and length before they saturate. */
function buildPostings(read: readonly ReadDocument[], { written, foldedOf }: Vocabulary) {
  const averages = averageLengths(read)
  const draft = draftPostings()
  const growingPairs = growPairs()
  const weights = new Float64Array(written.length)
  for (const [document, { byField }] of read.entries()) {
    const touched = new Set<number>()
    for (const [field, texts] of byField.entries()) {
      const { weight = 0, lengthMatters = 0, isPaired = false } = FIELDS[field] ?? {}
      const length = texts.reduce((total, ids) => total + ids.length, 0)
      const share = weight / (1 - lengthMatters + lengthMatters * (length / (averages[field] ?? 1)))
      for (const ids of texts) {
        for (const id of ids) {
          weights[id] = (weights[id] ?? 0) + share
          touched.add(id)
        }
        if (isPaired) growingPairs.add(ids, foldedOf, share)
      }
    }
    for (const id of touched) {
      draft.keys.push(id)
      draft.documents.push(document)
      draft.weights.push(saturated(weights[id] ?? 0, SATURATION))
      weights[id] = 0
    }
    growingPairs.endDocument(document, (weight) => saturated(weight, PAIR_SATURATION))
  }
  return { terms: settlePostings(draft, written.length), pairs: growingPairs.settle() }
}

function saturated(weight: number, half: number): number {
  return weight / (weight + half)
}

function averageLengths(read: readonly ReadDocument[]): number[] {
  return FIELDS.map((_, field) => {
    const lengths = read.map(({ byField }) =>
      (byField[field] ?? []).reduce((total, ids) => total + ids.length, 0),
    )
    const filled = lengths.filter((length) => length > 0)
    return filled.length === 0 ? 1 : filled.reduce((total, length) => total + length, 0) / filled.length
  })
}
