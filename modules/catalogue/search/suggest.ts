import { isPartOfCode, partOfCodeIn } from './codes.ts'
import type { Suggestion } from './document.ts'
import type { SearchIndex } from './index-build.ts'
import { readSpelling } from './lattice.ts'
import type { Offer, SuggestionIndex } from './suggestion-index.ts'
import { phrasesAt } from './synonyms.ts'
import { cutQuery, type Syllable, syllablesOf } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

const MOST_SYLLABLES = 12
const MOST_LOOKED_AT = 300
const MOST_OF_WORD = 120
const MOST_WORDINGS = 4
const MOST_SUGGESTIONS = 20

/**
 * What somebody may be about to type: the last syllable is taken as a beginning, the others as whole. Everyday names,
 * names, life events and codes; with or without accents. Only when there is too little of that, abbreviations and
 * everyday words are put in other words, and slips are mended.
 */
export function suggest(index: SearchIndex, prefix: string, limit = 8): Suggestion[] {
  const most = Math.min(Math.max(Math.trunc(limit) || 0, 0), MOST_SUGGESTIONS)
  const cut = cutQuery(prefix)
  const digits = partOfCodeIn(cut)
  if (digits) return byCode(index, digits, most)

  const typed = syllablesOf(cut).slice(0, MOST_SYLLABLES)
  const found: Suggestion[] = []
  const add = (wording: readonly Syllable[]) => {
    if (wording.length === 0 || found.length >= most) return
    for (const offer of offersFor(index, wording)) {
      if (found.length >= most) return
      if (!found.some(({ kind, target }) => kind === offer.kind && target === offer.target)) found.push(offer)
    }
  }
  add(typed)
  if (found.length < most) for (const wording of inOtherWords(index, typed)) add(wording)
  if (found.length === 0 && typed.length > 0) {
    const mended = readSpelling(index.spelling, typed)
    add(mended)
    for (const wording of inOtherWords(index, mended)) add(wording)
  }
  return found
}

function byCode(index: SearchIndex, digits: string, limit: number): Suggestion[] {
  const found: Suggestion[] = []
  for (const [document, code] of index.codes.entries()) {
    if (found.length >= limit) break
    if (index.isInternal[document] === 1 || !isPartOfCode(digits, index.codeDigits[document] ?? '')) continue
    found.push({ text: `${code} ${index.names[document] ?? ''}`, kind: 'procedure', target: code })
  }
  return found
}

/** Phrases of the thesaurus replaced, words of asking left out; the longest phrases first. */
function inOtherWords({ phrases }: SearchIndex, typed: readonly Syllable[]): Syllable[][] {
  const wordings: Syllable[][] = []
  const found = typed.map((_, from) => phrasesAt(phrases, typed, from))
  for (let length = Math.max(0, ...found.map((one) => one.length)); length >= 1; length -= 1) {
    for (const [from, byLength] of found.entries()) {
      for (const { kind, wordings: others } of byLength[length - 1] ?? []) {
        const replaced = kind === 'filler' ? [[]] : others.map(({ syllables }) => syllables)
        for (const other of replaced)
          wordings.push([...typed.slice(0, from), ...other, ...typed.slice(from + length)])
      }
    }
    if (wordings.length >= MOST_WORDINGS) break
  }
  return wordings.slice(0, MOST_WORDINGS)
}

/** A typed syllable as a range of the sorted words: one word, or all that begin so. */
type Wish = {
  readonly first: number
  readonly end: number
  readonly exact: string
  readonly isMarked: boolean
  readonly isLast: boolean
}

function offersFor({ suggestions, vocabulary }: SearchIndex, typed: readonly Syllable[]): Suggestion[] {
  const wishes = typed.map((syllable, at) => wishFor(suggestions, syllable, at === typed.length - 1))
  const rated: { readonly number: number; readonly worth: number; readonly suggestion: Suggestion }[] = []
  for (const number of candidates(suggestions, typed, wishes)) {
    const offer = suggestions.offers[number]
    const worth = offer ? worthOf(suggestions, vocabulary, offer, wishes) : 0
    if (offer && worth > 0) rated.push({ number, worth, suggestion: offer.suggestion })
  }
  return rated.sort((a, b) => b.worth - a.worth || a.number - b.number).map(({ suggestion }) => suggestion)
}

function wishFor({ words }: SuggestionIndex, { exact, folded }: Syllable, isLast: boolean): Wish {
  const first = firstFrom(words, folded)
  const end = isLast ? firstFrom(words, `${folded}\uffff`) : first + (words[first] === folded ? 1 : 0)
  return { first, end, exact, isMarked: exact !== folded, isLast }
}

/** The offers of the rarest whole syllable; those of the beginning when there is no other. The most wanted of them. */
function candidates(
  index: SuggestionIndex,
  typed: readonly Syllable[],
  wishes: readonly Wish[],
): Iterable<number> {
  const whole = wishes
    .slice(0, -1)
    .map(({ first, end }) => (end > first ? listOf(index, first) : new Uint32Array(0)))
  const [rarest] = whole.sort((a, b) => a.length - b.length)
  if (rarest) return rarest.subarray(0, MOST_LOOKED_AT)

  const start = typed.at(-1)?.folded ?? ''
  if (start.length <= 2) return index.ofStart.get(start) ?? []
  const { first = 0, end = 0 } = wishes.at(-1) ?? {}
  const found: number[] = []
  for (let word = first; word < end; word += 1) found.push(...listOf(index, word).subarray(0, MOST_OF_WORD))
  return found.sort((a, b) => a - b).slice(0, MOST_LOOKED_AT)
}

function listOf({ ofWord: { offsets, documents } }: SuggestionIndex, word: number): Uint32Array {
  return documents.subarray(offsets[word] ?? 0, offsets[word + 1] ?? 0)
}

/** The first of the sorted words that is not before the one asked for. */
function firstFrom(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

/** 0 when a syllable is missing; more when they stand side by side, most when the offer begins with them. */
function worthOf(
  { wordOf }: SuggestionIndex,
  { exactWords }: Vocabulary,
  { terms }: Offer,
  wishes: readonly Wish[],
): number {
  let worth = 1
  let before = -1
  for (const wish of wishes) {
    let place = before + 1
    if (!fits(wish, wordOf[terms[place] ?? -1])) {
      for (place = 0; place < terms.length && !fits(wish, wordOf[terms[place] ?? -1]); ) place += 1
    }
    if (place >= terms.length) return 0
    if (place === before + 1) worth += place === 0 ? 1.5 : 1
    if (wish.isMarked) worth += accentsAgree(exactWords[terms[place] ?? 0] ?? '', wish)
    before = place
  }
  return worth
}

function fits({ first, end }: Wish, word: number | undefined): boolean {
  return word !== undefined && word >= first && word < end
}

function accentsAgree(written: string, { exact, isLast }: Wish): number {
  const agrees = isLast ? written.startsWith(exact) : written === exact
  return agrees ? 0.5 : -0.5
}
