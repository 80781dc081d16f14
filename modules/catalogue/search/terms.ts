import { foldAccents, foldTonePlacement } from '#kernel/vietnamese'
import { remembering } from './remember.ts'

/** Longer questions are cut: what matters was said by then, and the work stays bounded. */
const MAX_QUERY_CHARS = 400
export const MAX_QUERY_SYLLABLES = 32
const MOST_SYLLABLES = 20_000

/** With the space after it; a text is not read farther than its words can reach. */
const LONGEST_WORD = 12
const THOUSANDS_POINT = /(?<=\d)[.,](?=\d{3}(?!\d))/g
const LONE_Y = /^([bcdđghklmnprstvx]+)([yýỳỷỹỵ])$/u
const I_FOR_Y: { readonly [letter: string]: string } = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }

/** 1 for UTF-16 units that are letters, digits or marks: a table is several times as fast as asking a pattern. */
const WORD_UNITS = Uint8Array.from({ length: 0x1_0000 }, (_, unit) =>
  /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
)

/**
 * A syllable (tiếng) in the spelling that is compared: tones placed the one way, `kỹ` as `kĩ`, lower case.
 * `folded` has no accents left. `word` is how it was written.
 */
export type Syllable = { readonly word: string; readonly exact: string; readonly folded: string }

/** Lower-case words of a text, full-width and composed forms made one, `5.000` as `5000`; at most so many. */
export function wordsOf(text: string, atMost = Number.POSITIVE_INFINITY): string[] {
  const part = Number.isFinite(atMost) ? text.slice(0, atMost * LONGEST_WORD) : text
  const plain = part.normalize('NFKC').toLowerCase()
  const whole = /\d[.,]\d/.test(plain) ? plain.replace(THOUSANDS_POINT, '') : plain
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= whole.length && words.length < atMost; at += 1) {
    const isWord = at < whole.length && WORD_UNITS[whole.charCodeAt(at)] === 1
    if (isWord && start < 0) start = at
    if (isWord || start < 0) continue
    words.push(whole.slice(start, at))
    start = -1
  }
  return words
}

export const syllableOf: (word: string) => Syllable = remembering(MOST_SYLLABLES, (word) => {
  const exact = foldTonePlacement(word).replace(
    LONE_Y,
    (_all, onset: string, y: string) => onset + (I_FOR_Y[y] ?? y),
  )
  return { word, exact, folded: foldAccents(exact) }
})

export function syllablesOf(text: string): Syllable[] {
  return wordsOf(text)
    .map(syllableOf)
    .filter((syllable) => syllable.folded !== '')
}

/** The beginning of what was typed, without half a character at the cut. */
export function cutQuery(text: string): string {
  return text.length <= MAX_QUERY_CHARS
    ? text
    : text
        .slice(0, MAX_QUERY_CHARS)
        .toWellFormed()
        .replace(/\ufffd$/, '')
}

export function hasAccents(syllable: Syllable): boolean {
  return syllable.exact !== syllable.folded
}

/** Accents taken apart from their letters, the stroke of `đ` too, so that marks can be compared one by one. */
export function marksApart(exact: string): string {
  return exact.replaceAll('đ', 'd\u0335').normalize('NFD')
}

/** Whether every mark that was typed is in `full` as well: `dương` could become `đường`, `dưỡng` could not. Both with marks apart. */
export function couldBecome(typed: string, full: string): boolean {
  let at = 0
  for (const sign of typed) {
    while (at < full.length && full[at] !== sign && isMark(full.charCodeAt(at))) at += 1
    if (full[at] !== sign) return false
    at += 1
  }
  while (at < full.length && isMark(full.charCodeAt(at))) at += 1
  return at === full.length
}

function isMark(unit: number): boolean {
  return unit >= 0x0300 && unit <= 0x036f
}
