import { foldAccents, foldTonePlacement } from '#kernel/vietnamese'
import type { UnitKind } from './units.ts'
import { cleanName } from './units-name.ts'

export type Word = {
  readonly typed: string
  readonly plain: string
  readonly exact: string
  /** Typed with accents, so that they count. */
  readonly isMarked: boolean
  /** Which part between commas it stands in. */
  readonly segment: number
}

/** A run of words that could be the name of a unit, with the kind that stands before it. */
export type Span = {
  /** First word, the kind included. */
  readonly start: number
  /** One past the last word. */
  readonly end: number
  readonly kinds?: readonly UnitKind[]
  readonly plain: string
  readonly exact: string
  readonly isMarked: boolean
  /** It stands where the name of a street stands: after a house number or `đường`. */
  readonly isStreet: boolean
}

export type Reading = {
  readonly words: readonly Word[]
  readonly spans: readonly Span[]
  /** Somewhere there are accents, so a word without any is likely meant so. */
  readonly isMarked: boolean
}

const MOST_WORDS = 40
const LONGEST_NAME = 6

/** Kinds as people write them. A word typed with accents must be spelled so; without, the plain form is enough. */
const KIND_WORDS: readonly (readonly [written: string, kinds: readonly UnitKind[]])[] = [
  ['thị trấn', ['township']],
  ['tt', ['township']],
  ['đặc khu', ['special_zone']],
  ['đk', ['special_zone']],
  ['phường', ['ward']],
  ['p', ['ward']],
  ['f', ['ward']],
  ['ward', ['ward']],
  ['xã', ['rural_commune']],
  ['x', ['rural_commune']],
  ['commune', ['rural_commune']],
  ['thị xã', ['town']],
  ['tx', ['town']],
  ['quận', ['urban_district']],
  ['q', ['urban_district']],
  ['huyện đảo', ['rural_district']],
  ['huyện', ['rural_district']],
  ['h', ['rural_district']],
  ['district', ['urban_district', 'rural_district']],
  ['thành phố', ['city', 'central_city']],
  ['tp', ['city', 'central_city']],
  ['tỉnh', ['province']],
  ['t', ['province']],
]
type KindWords = {
  readonly exact: readonly string[]
  readonly plain: readonly string[]
  readonly kinds: readonly UnitKind[]
}
const KINDS_BY_FIRST_WORD = Map.groupBy(
  KIND_WORDS.map(
    ([written, kinds]): KindWords => ({
      exact: written.split(' '),
      plain: foldAccents(written).split(' '),
      kinds,
    }),
  ),
  ({ plain: [first] }) => first,
)

const STREET_WORDS = new Set(
  'số nhà đường phố ngõ ngách hẻm kiệt tổ khu lô thôn ấp xóm khóm bản buôn làng ql km kp tdp street'.split(
    ' ',
  ),
)
const STREET_WORDS_PLAIN = new Set([...STREET_WORDS].map(foldAccents))

/** Reads what people type: `P.12 Q. Gò Vấp, TP.HCM` becomes words, and every run of them that could name a unit. */
export function readPlaceText(text: string): Reading {
  const words = wordsOf(text)
  const spans: Span[] = []
  for (let start = 0; start < words.length; start += 1) {
    addSpans(spans, words, start, start)
    for (const { plain, kinds } of kindsAt(words, start))
      addSpans(spans, words, start, start + plain.length, kinds)
  }
  return { words, spans, isMarked: words.some((word) => word.isMarked) }
}

/** The kinds that begin at a word: `thị xã` is a town, and in `thi xa` without accents `xa` may be a commune as well. */
function kindsAt(words: readonly Word[], at: number): readonly KindWords[] {
  const first = words[at]
  const possible = first ? KINDS_BY_FIRST_WORD.get(first.plain) : undefined
  return (possible ?? []).filter(({ plain, exact }) =>
    plain.every((part, i) => {
      const word = words[at + i]
      if (!word || word.segment !== first?.segment) return false
      return word.isMarked ? word.exact === exact[i] : word.plain === part
    }),
  )
}

/** A word after which a street, a hamlet or a house number is named: never the start of a unit's name by itself. */
export function isStreetWord(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (word.isMarked && STREET_WORDS.has(word.exact)) return true
  const isLikely = /^\d/.test(word.plain) || (!word.isMarked && STREET_WORDS_PLAIN.has(word.plain))
  if (!isLikely) return false
  // Without accents `duong` may belong to Sơn Dương: it says `street` only where an address begins.
  const before = words[at - 1]
  return before?.segment !== word.segment || isStreetWord(words, at - 1)
}

function addSpans(
  spans: Span[],
  words: readonly Word[],
  start: number,
  from: number,
  kinds?: readonly UnitKind[],
): void {
  const segment = words[start]?.segment
  const isStreet = !kinds && words[start - 1]?.segment === segment && isStreetWord(words, start - 1)
  for (let end = from + 1; end <= Math.min(from + LONGEST_NAME, words.length); end += 1) {
    const name = words.slice(from, end)
    if (name.at(-1)?.segment !== segment) return
    const plain = name.map((word) => word.plain).join(' ')
    // `12` or `h` alone may be anything: only a kind makes it a name.
    if (!kinds && /^(\d+|.)$/.test(plain)) continue
    spans.push({
      start,
      end,
      ...(kinds ? { kinds } : {}),
      plain,
      exact: name.map((word) => word.exact).join(' '),
      isMarked: name.some((word) => word.isMarked),
      isStreet,
    })
  }
}

function wordsOf(text: string): readonly Word[] {
  const segments = text.replace(/[\r\n]+/g, ', ').split(/[,;|()]+/)
  const words = segments.flatMap((part, segment) => tokensOf(part).map((typed) => wordOf(typed, segment)))
  // The end of an address names the units, so an endless one loses its beginning.
  return words.slice(0, words.length - noiseAtEnd(words)).slice(-MOST_WORDS)
}

function tokensOf(part: string): readonly string[] {
  return cleanName(part)
    .replace(/(?<!\p{L})(n)\.\s?(t)(?!\p{L})\.?/giu, '$1$2')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ')
    .replace(/(?<=\p{L}) (?:district|city|province|town)$/iu, '')
    .replace(/(?<![\p{L}\p{N}])([pqfhx])(\d{1,2})(?![\p{L}\p{N}])/giu, '$1 $2')
    .replace(/(?<![\p{L}\p{N}/])0+(?=\d)/gu, '')
    .trim()
    .split(' ')
    .filter((token) => token !== '' && token !== '/')
}

function wordOf(typed: string, segment: number): Word {
  const exact = foldTonePlacement(typed)
  const plain = foldAccents(typed)
  return { typed, plain, exact, isMarked: plain !== exact, segment }
}

/** How many words at the end are a postal code or the country. */
function noiseAtEnd(words: readonly Word[]): number {
  const end = words.map((word) => word.plain).join(' ')
  const noise = /(?: (?:\d{5,6}|viet ?nam|vn))+$/.exec(end)?.[0] ?? ''
  return noise.split(' ').length - 1
}
