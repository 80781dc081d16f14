import { type AgencyCodeReading, LONGEST_AGENCY_CODE, readAgencyCode } from './agency-code.ts'
import { tidy } from './vietnamese.ts'

/** Mã thủ tục hành chính of the national catalogue (MATTHC): `1.001193`. */
export type ProcedureCode = string & { readonly __unit: 'procedure-code' }

/**
 * A code with what may follow the national part: the agency whose local variant (thủ tục địa phương) it is, in either
 * spelling, or the two digits of one online service (mã dịch vụ công) of the procedure.
 */
export type ProcedureCodeReading = {
  readonly national: ProcedureCode
  readonly agency?: AgencyCodeReading
  readonly service?: string
}

const NATIONAL = /^\d\.\d{6}$/
const NATIONAL_AND_MORE = /^(\d\.\d{6})(?:\.(.+))?$/
const SERVICE = /^\d{2}$/
const LONGEST = 8 + 1 + LONGEST_AGENCY_CODE

/** First digits of codes that are published to citizens; 5 and 6 are mostly between agencies (nội bộ). */
const PUBLISHED_FIRST_DIGITS = ['1', '2', '3'] as const
const MOST_GUESSES = 8

/**
 * `1.001193`, `1.001193.01` (service), `1.001193.000.00.00.H34` and `1.000948.H38` (local). Spaces around and lower
 * case are forgiven; anything else that is not such a code is `undefined`: ask `guessProcedureCodes`.
 */
export function readProcedureCode(text: string): ProcedureCodeReading | undefined {
  const [, national, more] = NATIONAL_AND_MORE.exec(tidy(text).toUpperCase()) ?? []
  if (!national) return undefined
  if (more === undefined) return { national: national as ProcedureCode }
  if (SERVICE.test(more)) return { national: national as ProcedureCode, service: more }

  const agency = readAgencyCode(more)
  return agency?.code === more ? { national: national as ProcedureCode, agency } : undefined
}

/** @throws RangeError when `text` is not a strict national code */
export function procedureCode(text: string): ProcedureCode {
  if (!NATIONAL.test(text)) throw new RangeError(`Not a national procedure code: ${text}`)
  return text as ProcedureCode
}

/** The full code again, in the spelling that was read: two variants are the same only if this is. */
export function formatProcedureCode({ national, agency, service }: ProcedureCodeReading): string {
  return [national, agency?.code ?? service].filter((part) => part !== undefined).join('.')
}

/**
 * National codes that a malformed one most likely meant, best guess first, at most 8: lost or wrong separators
 * (`1001193`, `1-001193`), lost zeros (`1.1193`), a lost first digit (`001193`), one digit too many, `O` for `0`.
 * They are guesses about spelling; whether such a procedure exists is for the catalogue to say.
 */
export function guessProcedureCodes(text: string): readonly ProcedureCode[] {
  const clean = withDigits(tidy(text).slice(0, LONGEST))
  const groups = clean.split(/\D+/).filter((group) => group !== '')
  const digits = groups.join('')
  const guesses = [...fromGroups(groups), ...fromDigits(digits), ...withZeros(groups), ...withoutOne(digits)]
  const codes = guesses.filter((guess) => NATIONAL.test(guess)).map((guess) => guess as ProcedureCode)
  return [...new Set(codes)].slice(0, MOST_GUESSES)
}

function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[oO](?=[\d.oO]|$)/g, '0')
    .replace(/[lI](?=[\d.])/g, '1')
}

/** Of `1.001193 (cấp xã)` or `1.001193.H3` the beginning is right; so is the first group of `1001193.000.00.00.H34`. */
function fromGroups([first = '', second = '']: readonly string[]): string[] {
  return [`${first}.${second}`, ...fromDigits(first)]
}

/** `1.1193` → `1.001193`: a number that went through a spreadsheet. */
function withZeros([first = '', second = '']: readonly string[]): string[] {
  return first.length === 1 && second.length >= 2 ? [`${first}.${second.padStart(6, '0')}`] : []
}

function fromDigits(digits: string): string[] {
  if (digits.length === 6) return PUBLISHED_FIRST_DIGITS.map((first) => `${first}.${digits}`)
  return [`${digits.slice(0, 1)}.${digits.slice(1)}`]
}

/** One key pressed twice, or one digit too many: every code with one of the eight digits left out. */
function withoutOne(digits: string): string[] {
  if (digits.length !== 8) return []
  return Array.from(digits).map((_, i) => {
    const rest = digits.slice(0, i) + digits.slice(i + 1)
    return `${rest.slice(0, 1)}.${rest.slice(1)}`
  })
}
