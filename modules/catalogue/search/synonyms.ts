import type { Synonyms } from './document.ts'
import { FILLER_PHRASES } from './fillers.ts'
import { couldBecome, hasAccents, marksApart, type Syllable, syllablesOf } from './terms.ts'

/** Another way to say a phrase, and how far it may be trusted (1: the same). */
export type Wording = {
  readonly text: string
  readonly syllables: readonly Syllable[]
  readonly trust: number
}

export type Phrase = {
  readonly syllables: readonly Syllable[]
  readonly kind: 'synonym' | 'abbreviation' | 'filler'
  readonly wordings: readonly Wording[]
}

/** Phrases with a meaning of their own, found by their syllables without accents. */
export type PhraseBook = {
  readonly byFolded: ReadonlyMap<string, readonly Phrase[]>
  /** What longer phrases begin with, also without accents: where a question leaves it, no phrase goes on. */
  readonly beginnings: ReadonlySet<string>
}

/** Trust from here on is enough to tell people that they were understood so. */
export const SAME = 0.9
/** Trust from here on: a term of the law, or the long form of an abbreviation. */
export const OF_THE_LAW = 0.95
const SHORT_FORM = 0.85
const SIBLING = 0.8
const MOST_WORDINGS = 8
const NONE: readonly Phrase[] = []

type Draft = { syllables: Syllable[]; kind: Phrase['kind']; wordings: Map<string, number> }

/** Reads the thesaurus. Terms without a single letter or digit are passed over. */
export function buildPhraseBook(synonyms: Synonyms): PhraseBook {
  const drafts = new Map<string, Draft>()
  for (const { terms, kind } of synonyms.groups) addGroup(drafts, terms, kind === 'everyday')
  for (const [short, long] of Object.entries(synonyms.abbreviations)) addAbbreviation(drafts, short, long)
  for (const text of FILLER_PHRASES) if (!drafts.has(keyOf(text))) draftOf(drafts, text, 'filler')

  const byFolded = new Map<string, Phrase[]>()
  const beginnings = new Set<string>()
  for (const draft of drafts.values()) {
    const key = draft.syllables.map(({ folded }) => folded).join(' ')
    if (key === '') continue
    byFolded.set(key, [...(byFolded.get(key) ?? []), { ...draft, wordings: settleWordings(draft) }])
    for (let end = key.indexOf(' '); end > 0; end = key.indexOf(' ', end + 1))
      beginnings.add(key.slice(0, end))
  }
  return { byFolded, beginnings }
}

/** Phrases that begin at a place of the question, accents allowing, by their length: those of one syllable come first. */
export function phrasesAt(
  { byFolded, beginnings }: PhraseBook,
  typed: readonly Syllable[],
  from: number,
): (readonly Phrase[])[] {
  const found: (readonly Phrase[])[] = []
  let key = typed[from]?.folded ?? ''
  for (let next = from + 1; ; next += 1) {
    const phrases = byFolded.get(key) ?? NONE
    found.push(phrases.filter(({ syllables }) => syllables.every((one, at) => allows(typed[from + at], one))))
    if (next >= typed.length || !beginnings.has(key)) return found
    key += ` ${typed[next]?.folded}`
  }
}

/** Every phrase, for the vocabulary to know its words. */
export function phraseTexts(synonyms: Synonyms): string[] {
  const { groups, abbreviations } = synonyms
  return [...groups.flatMap(({ terms }) => terms), ...Object.entries(abbreviations).flat(), ...FILLER_PHRASES]
}

function allows(typed: Syllable | undefined, meant: Syllable): boolean {
  if (!typed || !hasAccents(typed) || typed.exact === meant.exact) return true
  return couldBecome(marksApart(typed.exact), marksApart(meant.exact))
}

function keyOf(text: string): string {
  return syllablesOf(text)
    .map(({ exact }) => exact)
    .join(' ')
}

function draftOf(drafts: Map<string, Draft>, text: string, kind: Phrase['kind']): Draft {
  const key = keyOf(text)
  const known = drafts.get(key)
  if (known) return known
  const draft: Draft = { syllables: syllablesOf(text), kind, wordings: new Map() }
  drafts.set(key, draft)
  return draft
}

function addGroup(drafts: Map<string, Draft>, terms: readonly string[], isEveryday: boolean): void {
  for (const [at, term] of terms.entries()) {
    const { wordings } = draftOf(drafts, term, 'synonym')
    if (isEveryday && at === 0) continue
    for (const [other, wording] of terms.entries()) {
      if (other === at) continue
      const trust = isEveryday ? (other === 0 ? OF_THE_LAW : SIBLING) : SAME
      wordings.set(wording, Math.max(trust, wordings.get(wording) ?? 0))
    }
  }
}

/** The short form may be written with or without points: `TP.HCM`, `tphcm`. */
function addAbbreviation(drafts: Map<string, Draft>, short: string, long: string): void {
  const full = draftOf(drafts, long, 'synonym')
  full.wordings.set(short, SHORT_FORM)
  for (const form of new Set([short, short.replace(/[^\p{L}\p{N}]+/gu, '')])) {
    const draft = draftOf(drafts, form, 'abbreviation')
    draft.kind = 'abbreviation'
    draft.wordings.set(long, 1)
    for (const [wording, trust] of full.wordings) if (wording !== short) draft.wordings.set(wording, trust)
  }
}

function settleWordings({ wordings, syllables }: Draft): Wording[] {
  const own = syllables.map(({ exact }) => exact).join(' ')
  return [...wordings]
    .filter(([text]) => keyOf(text) !== '' && keyOf(text) !== own)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDINGS)
    .map(([text, trust]) => ({ text, trust, syllables: syllablesOf(text) }))
}
