import { tidy } from './vietnamese.ts'

/** Mã định danh cơ quan, left to right: `H29`, `H21.17`, `H53.07.01.001` (Quyết định 20/2020/QĐ-TTg, 09/2025/QĐ-TTg). */
export type AgencyCode = string & { readonly __unit: 'agency-code' }

/** The older spelling, 13 characters read right to left: `000.00.00.H29` (QCVN 102:2016, Thông tư 10/2016/TT-BTTTT). */
type AgencyCodeV1 = string & { readonly __unit: 'agency-code-v1' }

/** A well-formed code as it was spelled. Well-formed does not mean that an agency carries it. */
export type AgencyCodeReading =
  | { readonly format: 'v1'; readonly code: AgencyCodeV1 }
  | { readonly format: 'v2'; readonly code: AgencyCode }

/** The other spelling is absent where it cannot be worked out without guessing. */
export type AgencyCodeSpellings = { readonly v1?: AgencyCodeV1; readonly v2?: AgencyCode }

/** Thông tư 01/2022/TT-BTTTT widened the field from 13 to 35 characters. */
export const LONGEST_AGENCY_CODE = 35

const V1 = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/
const V2 = /^[A-Z]\d{2}(?:\.\d{1,3})*$/
const V1_WITHOUT_DOTS = /^(\d{3})(\d{2})(\d{2})([A-Z]\d{2})$/
const ONLY_ZEROS = /^0+$/

/**
 * Takes a code as people and systems write it: lower case, spaces, dashes for dots, or the 10 signs of the old
 * spelling without any dot. Answers the strict spelling, or `undefined`: then it names no agency that we can know.
 */
export function readAgencyCode(text: string): AgencyCodeReading | undefined {
  const spelled = tidy(text)
    .toUpperCase()
    .replace(/\s*[.,_\-\u2010-\u2015\s]\s*/g, '.')
  return strictly(spelled.replace(V1_WITHOUT_DOTS, '$1.$2.$3.$4'))
}

/**
 * Both spellings of one code, by the rule "reverse the groups, drop the zeros at the end". A zero group in the middle
 * cannot be dropped safely, a group of another width would not come back, and the old spelling ends at level 4: then
 * the other spelling is absent, and only the table of agency codes may know it.
 */
export function spellingsOf(reading: AgencyCodeReading): AgencyCodeSpellings {
  if (reading.format === 'v1') return withBoth(reading.code, leftToRight(reading.code))
  return withBoth(filled(reading.code), reading.code)
}

/** @throws RangeError when `text` is not spelled strictly left to right */
export function agencyCode(text: string): AgencyCode {
  const reading = strictly(text)
  if (reading?.format !== 'v2') throw new RangeError(`Not an agency code, left to right: ${text}`)
  return reading.code
}

/** `H21.17` → `H21`; a level-1 code has no code above it. Says nothing about whether that agency is the parent. */
export function codeAbove(code: AgencyCode): AgencyCode | undefined {
  const dot = code.lastIndexOf('.')
  return dot < 0 ? undefined : (code.slice(0, dot) as AgencyCode)
}

/** Cấp 1 đến 4 và sâu hơn: `H21` is 1, `H21.17` is 2. */
export function codeDepth(code: AgencyCode): number {
  return code.split('.').length
}

/** What a malformed code most likely meant, best guess first: `000.1137.H53` → `000.11.37.H53`, `17.H21` → `H21.17`. */
export function guessAgencyCodes(text: string): readonly AgencyCodeReading[] {
  const clean = tidy(text)
    .slice(0, 2 * LONGEST_AGENCY_CODE)
    .toUpperCase()
  const groups = clean.split(/[^A-Z0-9]+/).filter((group) => group !== '')
  const guesses = [
    groups.join(''),
    digitsForLetters(groups.join('')),
    digitsForLetters(groups.join('.')),
    widened(groups),
    [...groups].reverse().join('.'),
  ]
  const readings = guesses.map(readAgencyCode).filter((reading) => reading !== undefined)
  return readings.filter((reading, i) => readings.findIndex(({ code }) => code === reading.code) === i)
}

function strictly(spelled: string): AgencyCodeReading | undefined {
  if (spelled.length > LONGEST_AGENCY_CODE) return undefined
  if (V1.test(spelled)) return { format: 'v1', code: spelled as AgencyCodeV1 }
  if (V2.test(spelled)) return { format: 'v2', code: spelled as AgencyCode }
  return undefined
}

function withBoth(v1: AgencyCodeV1 | undefined, v2: AgencyCode | undefined): AgencyCodeSpellings {
  return { ...(v1 && { v1 }), ...(v2 && { v2 }) }
}

function leftToRight(code: AgencyCodeV1): AgencyCode | undefined {
  const groups = code.split('.').reverse()
  while (ONLY_ZEROS.test(groups.at(-1) ?? '')) groups.pop()
  if (groups.some((group) => ONLY_ZEROS.test(group))) return undefined
  return groups.join('.') as AgencyCode
}

function filled(code: AgencyCode): AgencyCodeV1 | undefined {
  const [first, ...below] = code.split('.')
  if (below.some((group) => ONLY_ZEROS.test(group))) return undefined
  const [second = '00', third = '00', fourth = '000', ...deeper] = below
  const spelled = [fourth, third, second, first].join('.')
  return deeper.length === 0 && V1.test(spelled) ? (spelled as AgencyCodeV1) : undefined
}

/** The letter of the group stays; `O`, `I` and `L` further on were meant as digits. */
function digitsForLetters(text: string): string {
  const letter = text.search(/[A-Z](?=[0-9OIL]{2}(?:$|\.))/)
  const digits = (part: string) => part.replace(/O/g, '0').replace(/[IL]/g, '1')
  if (letter < 0) return text
  return digits(text.slice(0, letter)) + text.slice(letter, letter + 1) + digits(text.slice(letter + 1))
}

/** `0.0.7.H37` → `000.00.07.H37`: groups that lost their leading zeros. */
function widened(groups: readonly string[]): string {
  const [fourth = '', third = '', second = '', first = ''] = groups
  if (groups.length !== 4) return ''
  return [fourth.padStart(3, '0'), third.padStart(2, '0'), second.padStart(2, '0'), first].join('.')
}
