import type { SearchDocument } from './document.ts'
import type { LabelDraft, LabelKind } from './labels.ts'
import { growPairs, type PairIndex } from './pairs.ts'
import { draftPostings, type Postings, settlePostings } from './postings.ts'
import type { Vocabulary } from './vocabulary.ts'

type Field = {
  readonly texts: (document: SearchDocument) => readonly string[]
  readonly weight: number
  /** How much a long text is held against the words in it (b of BM25). */
  readonly lengthMatters: number
  /** Syllables that are read of each text. */
  readonly longest: number
  readonly label?: LabelKind
  /** At the margin: only rare words are taken, and no pairs. The papers of every second procedure say "giấy chứng nhận". */
  readonly isMargin?: boolean
}

const FIELDS: readonly Field[] = [
  { texts: ({ name }) => [name], weight: 3, lengthMatters: 0.35, longest: 160, label: 'name' },
  { texts: ({ alsoCalled }) => alsoCalled, weight: 3, lengthMatters: 0, longest: 30, label: 'alsoCalled' },
  {
    texts: ({ formerNames }) => formerNames,
    weight: 1.5,
    lengthMatters: 0.35,
    longest: 120,
    label: 'formerName',
  },
  { texts: ({ keywords }) => keywords, weight: 1.5, lengthMatters: 0.2, longest: 60, label: 'keyword' },
  { texts: ({ field }) => [field], weight: 1, lengthMatters: 0, longest: 40 },
  { texts: ({ summary }) => (summary ? [summary] : []), weight: 0.8, lengthMatters: 0.3, longest: 80 },
  { texts: ({ results }) => results, weight: 0.7, lengthMatters: 0.3, longest: 40 },
  { texts: ({ ownerName }) => [ownerName], weight: 0.25, lengthMatters: 0, longest: 20, isMargin: true },
  {
    texts: ({ agencies }) => agencies.slice(0, 6),
    weight: 0.25,
    lengthMatters: 0.5,
    longest: 40,
    isMargin: true,
  },
  {
    texts: ({ papers }) => papers.slice(0, 10),
    weight: 0.2,
    lengthMatters: 0.7,
    longest: 24,
    isMargin: true,
  },
]

const HALF = 1.2
const PAIR_HALF = 1.5
/** A word that more of the procedures than this speak of themselves is not taken from the margin. */
const COMMON = 0.03

/** The exact ids of a document's texts, field by field. */
export type ReadDocument = readonly (readonly (readonly number[])[])[]

export function readDocument(
  document: SearchDocument,
  read: (text: string, atMost: number) => readonly number[],
): ReadDocument {
  return FIELDS.map(({ texts, longest }) => texts(document).map((text) => read(text, longest)))
}

export function labelsOf(document: SearchDocument | undefined, read: ReadDocument): LabelDraft[] {
  return FIELDS.flatMap(({ label, texts }, field) => {
    if (!document || !label) return []
    return texts(document).map((text, at) => ({ kind: label, text, terms: read[field]?.[at] ?? [] }))
  })
}

/** BM25F: occurrences in all fields are added up by weight and length before they saturate. */
export function buildPostings(
  documents: readonly ReadDocument[],
  vocabulary: Vocabulary,
): { terms: Postings; pairs: PairIndex } {
  const averages = FIELDS.map((_, field) => averageLength(documents, field))
  const common = commonWords(documents, vocabulary.written.length)
  const draft = draftPostings()
  const pairs = growPairs()
  for (const [document, read] of documents.entries()) {
    const held = new Map<number, number>()
    for (const [field, texts] of read.entries()) {
      const { weight = 0, lengthMatters = 0, isMargin = false } = FIELDS[field] ?? {}
      const share = weight / (1 - lengthMatters + lengthMatters * (lengthOf(texts) / (averages[field] ?? 1)))
      for (const ids of texts) {
        for (const id of ids) if (!isMargin || common[id] === 0) held.set(id, (held.get(id) ?? 0) + share)
        if (!isMargin) pairs.add(ids, vocabulary.foldedOf, share)
      }
    }
    for (const [id, weight] of held) {
      draft.keys.push(id)
      draft.documents.push(document)
      draft.weights.push(weight / (weight + HALF))
    }
    pairs.endDocument(document, (weight) => weight / (weight + PAIR_HALF))
  }
  return { terms: settlePostings(draft, vocabulary.written.length), pairs: pairs.settle() }
}

function lengthOf(texts: readonly (readonly number[])[]): number {
  return texts.reduce((total, ids) => total + ids.length, 0)
}

/** Of the documents that have the field at all. */
function averageLength(documents: readonly ReadDocument[], field: number): number {
  const lengths = documents.map((read) => lengthOf(read[field] ?? [])).filter((length) => length > 0)
  return lengths.length === 0 ? 1 : lengths.reduce((total, length) => total + length, 0) / lengths.length
}

/** 1 for words that are common even without the margin. */
function commonWords(documents: readonly ReadDocument[], terms: number): Uint8Array {
  const holders = new Uint32Array(terms)
  for (const read of documents) {
    const own = new Set(read.flatMap((texts, field) => (FIELDS[field]?.isMargin ? [] : texts.flat())))
    for (const id of own) holders[id] = (holders[id] ?? 0) + 1
  }
  return Uint8Array.from(holders, (count) => (count > documents.length * COMMON ? 1 : 0))
}
