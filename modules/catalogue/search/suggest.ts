import { partOfCodeIn } from './codes.ts'
import type { Suggestion } from './document.ts'
import type { SearchIndex } from './index-build.ts'
import { readSpelling } from './lattice.ts'
import { isKnown } from './spelling.ts'
import type { Offer, SuggestionIndex } from './suggestion-index.ts'
import { phrasesAt } from './synonyms.ts'
import { cutQuery, hasAccents, type Syllable, syllablesOf } from './terms.ts'

const MOST_SYLLABLES = 12
const MOST_LOOKED_AT = 400
const MOST_WORDINGS = 4
const MOST_SUGGESTIONS = 20

/**
 * What somebody may be about to type: the last syllable is taken as a beginning, the others as whole. Everyday names,
 * names, life events and codes; with or without accents, abbreviations opened, slips mended. About 0.1 ms.
 */
export function suggest(index: SearchIndex, prefix: string, limit = 8): Suggestion[] {
  const most = Math.min(Math.max(Math.trunc(limit) || 0, 0), MOST_SUGGESTIONS)
  const cut = cutQuery(prefix)
  const digits = partOfCodeIn(cut)
  if (digits) return byCode(index, digits, most)

  const typed = syllablesOf(cut).slice(0, MOST_SYLLABLES)
  const found: Suggestion[] = []
  for (const wording of wordingsOf(index, typed)) {
    if (found.length >= most) break
    for (const offer of offersFor(index.suggestions, wording)) {
      if (found.length >= most) break
      if (!found.some(({ kind, target }) => kind === offer.kind && target === offer.target)) found.push(offer)
    }
  }
  return found
}

function byCode(index: SearchIndex, digits: string, limit: number): Suggestion[] {
  const found: Suggestion[] = []
  for (const [document, code] of index.codes.entries()) {
    if (found.length >= limit) break
    if (index.isInternal[document] === 1 || !isPartOf(digits, code)) continue
    found.push({ text: `${code} ${index.names[document] ?? ''}`, kind: 'procedure', target: code })
  }
  return found
}

function isPartOf(digits: string, code: string): boolean {
  const all = code.replace('.', '')
  return all.startsWith(digits) || all.slice(1).startsWith(digits)
}

/** As typed first; then with spelling mended; then with abbreviations and everyday words in other words. */
function wordingsOf(index: SearchIndex, typed: readonly Syllable[]): (readonly Syllable[])[] {
  if (typed.length === 0) return []
  const wordings: (readonly Syllable[])[] = [typed]
  const whole = typed.slice(0, -1)
  const last = typed.slice(-1)
  if (whole.some(({ folded }) => !isKnown(index.spelling, folded)))
    wordings.push([...readSpelling(index.spelling, whole), ...last])
  wordings.push(...inOtherWords(index, wordings.at(-1) ?? typed))
  wordings.push(readSpelling(index.spelling, typed))
  return wordings
}

function inOtherWords({ phrases }: SearchIndex, typed: readonly Syllable[]): Syllable[][] {
  const wordings: Syllable[][] = []
  for (let length = Math.min(phrases.longest, typed.length); length >= 1; length -= 1) {
    for (let from = 0; from + length <= typed.length; from += 1) {
      for (const { kind, wordings: others } of phrasesAt(phrases, typed, from, length)) {
        const replaced = kind === 'filler' ? [[]] : others.map(({ syllables }) => syllables)
        for (const other of replaced)
          wordings.push([...typed.slice(0, from), ...other, ...typed.slice(from + length)])
      }
    }
    if (wordings.length >= MOST_WORDINGS) break
  }
  return wordings.slice(0, MOST_WORDINGS).filter(({ length }) => length > 0)
}

function offersFor(index: SuggestionIndex, typed: readonly Syllable[]): Suggestion[] {
  const rated = candidates(index, typed).flatMap((number) => {
    const offer = index.offers[number]
    const worth = offer ? worthOf(offer, typed) : 0
    return offer && worth > 0 ? [{ number, worth, offer }] : []
  })
  return rated.sort((a, b) => b.worth - a.worth || a.number - b.number).map(({ offer }) => offer.suggestion)
}

/** The shortest list among those of the whole syllables; the beginning's own list when there is no other. */
function candidates({ words, ofWord, ofStart }: SuggestionIndex, typed: readonly Syllable[]): number[] {
  const whole = typed.slice(0, -1).map(({ folded }) => listOf(words, ofWord, folded, folded))
  const [shortest] = whole.sort((a, b) => a.length - b.length)
  if (shortest) return shortest.slice(0, MOST_LOOKED_AT)

  const start = typed.at(-1)?.folded ?? ''
  if (start.length <= 2) return [...(ofStart.get(start) ?? [])]
  return listOf(words, ofWord, start, `${start}\uffff`)
    .sort((a, b) => a - b)
    .slice(0, MOST_LOOKED_AT)
}

/** Offers of every word from `first` to `last`. */
function listOf(
  words: readonly string[],
  { offsets, documents }: SuggestionIndex['ofWord'],
  first: string,
  last: string,
): number[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < first) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < words.length && (words[end] ?? '') <= last) end += 1
  return [...documents.subarray(offsets[low] ?? 0, offsets[end] ?? 0)]
}

/** 0 when a syllable is missing; more when they stand side by side, most when the offer begins with them. */
function worthOf({ exact, folded }: Offer, typed: readonly Syllable[]): number {
  let worth = 1
  let before = -1
  for (const [at, syllable] of typed.entries()) {
    const isLast = at === typed.length - 1
    const fits = (word: string | undefined) =>
      (isLast ? word?.startsWith(syllable.folded) : word === syllable.folded) ?? false
    const place = fits(folded[before + 1]) ? before + 1 : folded.findIndex(fits)
    if (place < 0) return 0
    if (place === before + 1) worth += at === 0 ? 1.5 : 1
    if (hasAccents(syllable)) worth += accentsAgree(exact[place] ?? '', syllable.exact, isLast)
    before = place
  }
  return worth
}

function accentsAgree(exact: string, typed: string, isLast: boolean): number {
  const agrees = isLast ? exact.startsWith(typed) : exact === typed
  return agrees ? 0.5 : -0.5
}
