import { couldBecome, hasAccents, marksApart, type Syllable, syllableOf, wordsOf } from './terms.ts'
import { weights } from './weights.ts'

/** Every syllable that occurs, numbered twice: as written (exact) and without accents (folded). */
export type Vocabulary = {
  readonly exactIds: ReadonlyMap<string, number>
  readonly foldedIds: ReadonlyMap<string, number>
  readonly foldedWords: readonly string[]
  readonly exactWords: readonly string[]
  /** exact id → how it was first written */
  readonly written: readonly string[]
  readonly marks: readonly string[]
  readonly foldedOf: readonly number[]
  /** folded id → exact ids */
  readonly variants: readonly (readonly number[])[]
}

export type WeightedTerm = { readonly id: number; readonly weight: number }

/** Collects syllables while an index is built; `read` gives the exact ids of a text, in order. */
export function growVocabulary() {
  const exactIds = new Map<string, number>()
  const foldedIds = new Map<string, number>()
  const foldedWords: string[] = []
  const exactWords: string[] = []
  const written: string[] = []
  const marks: string[] = []
  const foldedOf: number[] = []
  const variants: number[][] = []

  function foldedId(folded: string): number {
    const known = foldedIds.get(folded)
    if (known !== undefined) return known
    foldedIds.set(folded, foldedWords.length)
    variants.push([])
    return foldedWords.push(folded) - 1
  }

  function add({ word, exact, folded }: Syllable): number {
    const known = exactIds.get(exact)
    if (known !== undefined) return known
    const id = written.push(word) - 1
    const own = foldedId(folded)
    exactIds.set(exact, id)
    exactWords.push(exact)
    marks.push(marksApart(exact))
    foldedOf.push(own)
    variants[own]?.push(id)
    return id
  }

  const vocabulary: Vocabulary = {
    exactIds,
    foldedIds,
    foldedWords,
    exactWords,
    written,
    marks,
    foldedOf,
    variants,
  }
  return { vocabulary, read: textReader(add) }
}

/** Names of agencies and papers come again and again: each word and each text is read once. */
function textReader(add: (syllable: Syllable) => number) {
  const idOfWord = new Map<string, number>()
  /** by how much is read of a text */
  const idsOfText = new Map<number, Map<string, readonly number[]>>()

  function idOf(word: string): number {
    const known = idOfWord.get(word)
    if (known !== undefined) return known
    const syllable = syllableOf(word)
    const id = syllable.folded === '' ? -1 : add(syllable)
    idOfWord.set(word, id)
    return id
  }

  return (text: string, atMost = Number.POSITIVE_INFINITY): readonly number[] => {
    const read = idsOfText.get(atMost) ?? new Map<string, readonly number[]>()
    idsOfText.set(atMost, read)
    const known = read.get(text)
    if (known) return known
    const ids = wordsOf(text, atMost)
      .map(idOf)
      .filter((id) => id >= 0)
    read.set(text, ids)
    return ids
  }
}

/**
 * The written syllables that a typed one may stand for. Without accents it stands for all that fold to it; accents that
 * were typed sharpen, accents that are missing or wrong still match, for less. `likely` is the one that its neighbours
 * suggest when nothing is accented.
 */
export function readingsOf(
  vocabulary: Vocabulary,
  typed: Syllable,
  isQueryMarked: boolean,
  likely?: number,
): WeightedTerm[] {
  const foldedId = vocabulary.foldedIds.get(typed.folded)
  if (foldedId === undefined) return []

  const variants = vocabulary.variants[foldedId] ?? []
  if (!isQueryMarked) {
    return variants.map((id) => ({
      id,
      weight: likely === undefined || id === likely ? 1 : weights.unlikely,
    }))
  }

  const exactId = vocabulary.exactIds.get(typed.exact)
  if (!hasAccents(typed)) {
    const weight = exactId === undefined ? 1 : weights.unmarkedAmongMarked
    return variants.map((id) => ({ id, weight: id === exactId ? 1 : weight }))
  }
  const apart = marksApart(typed.exact)
  return variants.map((id) => {
    if (id === exactId) return { id, weight: 1 }
    const isFuller = couldBecome(apart, vocabulary.marks[id] ?? '')
    if (exactId === undefined)
      return { id, weight: isFuller ? weights.marksMissingUnknown : weights.otherMarksUnknown }
    return { id, weight: isFuller ? weights.marksMissing : weights.otherMarks }
  })
}

/** The one written syllable that a word of the thesaurus is; without accents there, any that it could be. */
export function meaningOf(vocabulary: Vocabulary, meant: Syllable): WeightedTerm[] {
  const exactId = vocabulary.exactIds.get(meant.exact)
  return exactId === undefined ? readingsOf(vocabulary, meant, false) : [{ id: exactId, weight: 1 }]
}
