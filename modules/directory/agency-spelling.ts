import { codeAbove, guessAgencyCodes, readAgencyCode, spellingsOf } from '#kernel/agency-code'
import { tidy } from '#kernel/vietnamese'

const MOST_CODES = 16

/** Every spelling under which the table of codes may hold what was written, as it was written first; else a handle. */
export function spelledAs(written: string): { readonly codes: readonly string[]; readonly handle: string } {
  const reading = readAgencyCode(written)
  const { v1, v2 } = reading ? spellingsOf(reading) : {}
  const codes = [reading?.code, v2, v1].filter((code) => code !== undefined)
  return { codes: [...new Set(codes)], handle: tidy(written).toLowerCase() }
}

/** Codes that what was written may have meant, best first: itself, mended spellings, and of each the codes above it. */
export function codesToTry(written: string): readonly string[] {
  const reading = readAgencyCode(written)
  const guesses = [...(reading ? [reading] : []), ...guessAgencyCodes(written)]
  const spelled = guesses.map((guess) => spellingsOf(guess))
  const same = spelled.flatMap(({ v1, v2 }) => [v2, v1].filter((code) => code !== undefined))
  const above = spelled.flatMap(({ v2 }) => (v2 ? chainAbove(v2) : []))
  return [...new Set([...same, ...above])].slice(0, MOST_CODES)
}

/** Patterns of SQL's `like` for the left-to-right codes that differ by one sign: another, one more, one less. */
export function oneSignApart(written: string): readonly string[] {
  const code = tidy(written)
    .toUpperCase()
    .replace(/[\s,-]+/g, '.')
  if (!/^[A-Z0-9][A-Z0-9.]{1,13}$/.test(code) || !/\d/.test(code)) return []
  const places = Array.from(code, (_, at) => at)
  const changed = places.flatMap((at) => [
    `${code.slice(0, at)}_${code.slice(at + 1)}`,
    code.slice(0, at) + code.slice(at + 1),
    `${code.slice(0, at)}_${code.slice(at)}`,
  ])
  return [...new Set([...changed, `${code}_`])]
}

function chainAbove(code: Parameters<typeof codeAbove>[0]): string[] {
  const above = codeAbove(code)
  return above ? [above, ...chainAbove(above)] : []
}
