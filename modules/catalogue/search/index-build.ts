import type { LifeEvent, SearchDocument, Synonyms } from './document.ts'
import { buildPostings, labelsOf, readDocument } from './fields.ts'
import { ORDINARY_WORDS, WEAK_WORDS } from './fillers.ts'
import { buildColumns, type FacetColumns } from './filters.ts'
import { type Labels, settleLabels } from './labels.ts'
import type { PairIndex } from './pairs.ts'
import type { Reading } from './plan.ts'
import { type Postings, rarity, spread } from './postings.ts'
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
  /** Codes without their point. */
  readonly codeDigits: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly isInternal: Uint8Array
  /** How many people need it, 0 to about 1: rank and level. */
  readonly priors: Float64Array
  readonly ranks: Float64Array
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
  const events = lifeEvents.map((event) => ({ event, terms: growing.read(event.name) }))
  const { vocabulary } = growing

  const { terms, pairs } = buildPostings(read, vocabulary)
  const telling = tellingOf(vocabulary, terms, sorted.length)
  const labels = settleLabels(read.map((texts, document) => labelsOf(sorted[document], texts)))
  const priors = Float64Array.from(sorted, priorOf)
  const isInternal = Uint8Array.from(sorted, (document) => (document.isInternal ? 1 : 0))
  const index = {
    codes: sorted.map(({ code }) => code),
    codeDigits: sorted.map(({ code }) => code.replace('.', '')),
    numberOf: new Map(sorted.map(({ code }, number) => [code, number])),
    names: sorted.map(({ name }) => name),
    isInternal,
    priors,
    ranks: Float64Array.from(sorted, ({ rank }) => rank),
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
  return { ...index, suggestions: buildSuggestions(index, events) }
}

function priorOf({ rank, levels }: SearchDocument): number {
  const level = levels.includes('commune')
    ? weights.communeRank
    : levels.includes('province')
      ? weights.provinceRank
      : 0
  return Math.min(Math.max(rank, 0), 100) / 100 + level
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
