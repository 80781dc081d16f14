import { findPair, type PairIndex, pairKey, pairSpread } from './pairs.ts'
import { type Postings, spread } from './postings.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is known about syllables: how often they occur, what follows what, and what a slip of a finger may have meant. */
export type Spelling = {
  readonly vocabulary: Vocabulary
  readonly pairs: PairIndex
  /** Pairs that occur in the thesaurus or in words of asking: known, though no procedure has them. */
  readonly phrasePairs: ReadonlySet<number>
  /** folded id → in how many documents, in any accents */
  readonly spreads: Float64Array
  /** A word with one letter left out → folded ids of the words that it comes from. */
  readonly shortened: ReadonlyMap<string, readonly number[]>
}

const SHORTEST_TO_MEND = 3
const LONGEST_SYLLABLE = 12

export function buildSpelling(
  vocabulary: Vocabulary,
  terms: Postings,
  pairs: PairIndex,
  phrases: readonly (readonly number[])[],
): Spelling {
  const spreads = new Float64Array(vocabulary.foldedWords.length)
  for (const [exact, folded] of vocabulary.foldedOf.entries()) {
    spreads[folded] = (spreads[folded] ?? 0) + spread(terms, exact)
  }
  const phrasePairs = new Set<number>()
  for (const exactIds of phrases) {
    const folded = exactIds.map((id) => vocabulary.foldedOf[id] ?? 0)
    for (const [at, id] of folded.entries()) {
      spreads[id] = Math.max(spreads[id] ?? 0, 2)
      if (at > 0) phrasePairs.add(pairKey(folded[at - 1] ?? 0, id))
    }
  }
  return { vocabulary, pairs, phrasePairs, spreads, shortened: shortenedWords(vocabulary) }
}

function shortenedWords({ foldedWords }: Vocabulary): Map<string, number[]> {
  const shortened = new Map<string, number[]>()
  for (const [id, word] of foldedWords.entries()) {
    if (!isMendable(word)) continue
    for (const form of withoutOneLetter(word)) {
      const sources = shortened.get(form)
      if (sources) sources.push(id)
      else shortened.set(form, [id])
    }
  }
  return shortened
}

function isMendable(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST_SYLLABLE && /^[a-z]+$/.test(word)
}

function withoutOneLetter(word: string): Set<string> {
  const forms = new Set<string>()
  for (let at = 0; at < word.length; at += 1) forms.add(word.slice(0, at) + word.slice(at + 1))
  return forms
}

export function isKnown(spelling: Spelling, folded: string): boolean {
  return spelling.vocabulary.foldedIds.has(folded)
}

/** How many documents have the two side by side; a pair of the thesaurus counts a little. */
export function closeness(spelling: Spelling, first: number, second: number): number {
  const documents = pairSpread(spelling.pairs, first, second)
  return documents > 0 ? documents : spelling.phrasePairs.has(pairKey(first, second)) ? 3 : 0
}

/** The exact ids of two syllables as a document first has them side by side: `khai`, `sinh`. */
function writtenPair(
  { pairs }: Spelling,
  first: number,
  second: number,
): readonly [number, number] | undefined {
  const row = findPair(pairs, first, second)
  return row < 0 ? undefined : [pairs.written[row * 2] ?? 0, pairs.written[row * 2 + 1] ?? 0]
}

/**
 * How each syllable is written beside its neighbours, as an exact id; of two neighbours the one it is seen with more
 * often decides. `undefined` where no document has it beside either.
 */
export function writtenBeside(spelling: Spelling, folded: readonly string[]): (number | undefined)[] {
  const ids = folded.map((word) => spelling.vocabulary.foldedIds.get(word))
  return ids.map((own, at) => {
    const [before, after] = [ids[at - 1], ids[at + 1]]
    if (own === undefined) return undefined
    const withBefore = before === undefined ? 0 : pairSpread(spelling.pairs, before, own)
    const withAfter = after === undefined ? 0 : pairSpread(spelling.pairs, own, after)
    if (before !== undefined && withBefore > withAfter) return writtenPair(spelling, before, own)?.[1]
    return after === undefined || withAfter === 0 ? undefined : writtenPair(spelling, own, after)?.[0]
  })
}

export type Mend = { readonly folded: string; readonly cost: number }

const ONE_SLIP = 2.2
const FIRST_LETTER = 0.8
const HEARD_ALIKE = -0.9
/** The shorter the word, the more a changed letter makes another word of it. */
const SHORT: { readonly [length: number]: number } = { 3: 1.8, 4: 0.7 }

/** Known words one slip away: a letter too many, too few, wrong, or two swapped. Sounds that people confuse cost less. */
export function mendsOf(spelling: Spelling, folded: string): Mend[] {
  if (folded.length < SHORTEST_TO_MEND || folded.length > LONGEST_SYLLABLE || !/^[a-z]+$/.test(folded))
    return []
  const { foldedIds, foldedWords } = spelling.vocabulary
  const found = new Set<number>(spelling.shortened.get(folded) ?? [])
  for (const form of withoutOneLetter(folded)) {
    const id = foldedIds.get(form)
    if (id !== undefined) found.add(id)
    for (const source of spelling.shortened.get(form) ?? []) found.add(source)
  }
  return [...found]
    .map((id) => foldedWords[id] ?? '')
    .filter((word) => word !== folded && isOneSlip(folded, word))
    .map((word) => ({ folded: word, cost: slipCost(folded, word) }))
}

function isOneSlip(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return true
  const differing = Array.from({ length: typed.length }, (_, at) => at).filter(
    (at) => typed[at] !== meant[at],
  )
  const [first = 0, second = 0] = differing
  if (differing.length === 1) return true
  return (
    differing.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first]
  )
}

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^(?:gi|d|r)/, 'd'],
  [/^(?:tr|ch)/, 'c'],
  [/^[sx]/, 's'],
  [/^[ln](?![gh])/, 'l'],
  [/ng$|n$|nh$/, 'n'],
  [/[tc]$/, 't'],
  [/y/, 'i'],
]

function slipCost(typed: string, meant: string): number {
  const isAlike = asHeard(typed) === asHeard(meant)
  const first = typed[0] === meant[0] || isAlike ? 0 : FIRST_LETTER
  return ONE_SLIP + (SHORT[typed.length] ?? 0) + first + (isAlike ? HEARD_ALIKE : 0)
}

function asHeard(word: string): string {
  return ALIKE.reduce((heard, [pattern, sound]) => heard.replace(pattern, sound), word)
}
