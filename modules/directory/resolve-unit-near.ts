import type { Chain, Respelling } from './resolve-unit-match.ts'
import { isStreetWord, type Reading, type Span } from './resolve-unit-text.ts'

const MOST_SPANS = 12
const MOST_WORDS_TO_CUT = 8

/**
 * The runs of words that no unit explains, as spans that another spelling could make a unit of. A short text that names
 * nothing at all is cut in every way; of a longer one only whole parts between commas are tried.
 */
export function unexplainedSpans(reading: Reading, found: readonly Chain[]): readonly Span[] {
  const used = new Set(found.flatMap(({ hits }) => hits.flatMap(({ span }) => indexes(span.start, span.end))))
  const firstUsed = Math.min(...used)
  // Before a commune stands a street; before a district or a province, a commune may stand.
  const isCommune = found.length > 0 && found.every(({ hits: [target] }) => target.place.level === 'commune')
  const runs = runsOf(reading, used).filter(({ start }) => !isCommune || start > firstUsed)

  return reading.spans
    .filter((span) => !span.isStreet && !/\d/.test(span.plain) && !isStreetWord(reading.words, span.start))
    .filter((span) =>
      runs.some((run) => {
        if (span.start < run.start || span.end > run.end) return false
        const isShort = run.end - run.start <= MOST_WORDS_TO_CUT && found.length === 0
        return isShort || span.end === run.end
      }),
    )
    .sort((one, other) => other.end - other.start - (one.end - one.start))
    .slice(0, MOST_SPANS)
}

/**
 * The names that a slip of the finger or the ear could have turned into what was typed: out of those with similar letters,
 * and of those that lie within a district or province named beside it.
 */
export function respellings(
  spans: readonly Span[],
  close: readonly { readonly typed: string; readonly plainName: string }[],
  within: readonly string[],
): readonly Respelling[] {
  return spans.flatMap((span) => {
    const similar = close.filter(({ typed }) => typed === span.plain).map(({ plainName }) => plainName)
    const typed = squeeze(span.plain)
    const allowed = allowedSlips(typed.length)
    return [...new Set([...similar, ...within])].flatMap((plainName) => {
      const name = squeeze(plainName)
      if (Math.abs(name.length - typed.length) > allowed) return []
      // The same letters with other spaces are a slip too.
      const distance = Math.max(lettersApart(typed, name), 1)
      return distance <= allowed ? [{ span, plainName, distance }] : []
    })
  })
}

function allowedSlips(letters: number): number {
  if (letters < 4) return 0
  return letters <= 8 ? 1 : 2
}

function squeeze(text: string): string {
  return text.replaceAll(' ', '')
}

/** How many letters must be added, dropped, changed or swapped with their neighbour (Damerau and Levenshtein). */
function lettersApart(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = indexes(0, other.length + 1)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1)
      const moved = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      row[j] = Math.min(changed, moved, isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY)
    }
    beforeLast = last
    last = row
  }
  return last[other.length] ?? 0
}

type Run = { readonly start: number; readonly end: number }

/** Unused words that stand together within one part of the text. */
function runsOf({ words }: Reading, used: ReadonlySet<number>): readonly Run[] {
  const runs: { start: number; end: number }[] = []
  for (const [i, word] of words.entries()) {
    if (used.has(i)) continue
    const run = runs.at(-1)
    if (run && run.end === i && words[i - 1]?.segment === word.segment) run.end = i + 1
    else runs.push({ start: i, end: i + 1 })
  }
  return runs
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i)
}
