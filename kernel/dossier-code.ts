import { type AgencyCodeReading, readAgencyCode, spellingsOf } from './agency-code.ts'
import { type CivilDate, civilDateOf } from './civil-date.ts'
import { DOSSIER_CODE_FORMATS, type DossierCodeFormat } from './dossier-code-formats.ts'
import { tidy } from './vietnamese.ts'

/** Mã số hồ sơ that this installation issued: strict, unique, in a format of its day (Thông tư 01/2018/TT-VPCP, Điều 19). */
export type DossierCode = string & { readonly __unit: 'dossier-code' }

/** A code that another system issued: an opaque key. Compared as it is, never taken apart except to show it. */
export type ForeignDossierCode = string & { readonly __unit: 'foreign-dossier-code' }

/**
 * What a code says about itself, for display only: nothing in the state's records follows from it.
 * `foreign`: usable as a key, of no shape that we know. `unusable`: cannot be a code at all.
 */
export type DossierCodeReading =
  | {
      readonly shape: 'known'
      readonly code: string
      readonly format: DossierCodeFormat
      readonly agency: AgencyCodeReading
      readonly receivedOn?: CivilDate
      readonly sequence: string
    }
  | { readonly shape: 'foreign'; readonly code: ForeignDossierCode }
  | { readonly shape: 'unusable'; readonly reason: UnusableReason }

export type UnusableReason = 'empty' | 'too_long' | 'control_character'

const LONGEST_FOREIGN_CODE = 64

/** Takes a code as a person types or pastes it: spaces, lower case and long dashes are forgiven. */
export function readDossierCode(
  text: string,
  formats: readonly DossierCodeFormat[] = DOSSIER_CODE_FORMATS,
): DossierCodeReading {
  const foreign = foreignDossierCode(text.trim())
  if (!foreign.ok) return { shape: 'unusable', reason: foreign.reason }

  const joined = tidy(text)
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
  // Only the agency's letter has a known case: what a relay wrote behind it is its own.
  const spelled = joined.replace(/^[^-]+/, (agency) => agency.toUpperCase())
  for (const format of formats) {
    const reading = readAs(format, spelled)
    if (reading) return { shape: 'known', code: spelled, format, ...reading }
  }
  return { shape: 'foreign', code: foreign.code }
}

/**
 * Any non-empty text of at most 64 characters without control characters: real traffic holds UUIDs and free strings,
 * and a stricter rule would lose dossiers. Nothing is trimmed or changed.
 */
export function foreignDossierCode(
  text: string,
):
  | { readonly ok: true; readonly code: ForeignDossierCode }
  | { readonly ok: false; readonly reason: UnusableReason } {
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  if (text.length > LONGEST_FOREIGN_CODE && Array.from(text).length > LONGEST_FOREIGN_CODE) {
    return { ok: false, reason: 'too_long' }
  }
  if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return { ok: false, reason: 'control_character' }
  return { ok: true, code: text as ForeignDossierCode }
}

/** The format in which a dossier received on `day` is numbered here: of those we may issue, the newest in force. */
export function issuingFormat(
  day: CivilDate,
  formats: readonly DossierCodeFormat[] = DOSSIER_CODE_FORMATS,
): DossierCodeFormat | undefined {
  return formats
    .filter(({ issued, validFrom, validTo }) => issued && validFrom <= day && (!validTo || day < validTo))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

export type Numbering = {
  readonly agency: AgencyCodeReading
  /** Ngày tiếp nhận: a dossier is numbered when it is received, not when it is submitted. */
  readonly receivedOn: CivilDate
  /** From 1, of that agency on that day. */
  readonly sequence: number
}

/**
 * Writes a code of our own.
 * @throws RangeError when the format is not ours to issue, the agency has no code in its spelling, or the sequence does
 * not fit: each is a fault of the caller, who allots the sequence.
 */
export function formatDossierCode(
  format: DossierCodeFormat,
  { agency, receivedOn, sequence }: Numbering,
): DossierCode {
  const code = spellingsOf(agency)[format.agency]
  if (!code) throw new RangeError(`${agency.code} has no ${format.agency} spelling`)
  const { issued } = format
  if (!issued || format.day === 'none')
    throw new RangeError(`Codes of the format ${format.id} are not issued here`)
  const digits = String(sequence).padStart(issued.least, '0')
  if (!Number.isSafeInteger(sequence) || sequence < 1 || digits.length > issued.most) {
    throw new RangeError(`Sequence outside the format ${format.id}: ${sequence}`)
  }

  const day = receivedOn.replaceAll('-', '').slice(format.day === 'yyMMdd' ? 2 : 0)
  return `${code}-${day}-${digits}` as DossierCode
}

type Parts = { agency: AgencyCodeReading; receivedOn?: CivilDate; sequence: string }

function readAs(format: DossierCodeFormat, spelled: string): Parts | undefined {
  const [head = '', ...rest] = spelled.split('-')
  const agency = readAgencyCode(head)
  if (agency?.format !== format.agency || agency.code !== head) return undefined
  const { least, most } = format.sequence
  if (format.day === 'none') {
    const sequence = rest.join('-')
    return sequence.length >= least && sequence.length <= most ? { agency, sequence } : undefined
  }

  const [day = '', sequence = '', ...more] = rest
  const receivedOn = dayIn(format.day, day)
  const fits = /^\d+$/.test(sequence) && sequence.length >= least && sequence.length <= most
  return receivedOn && fits && more.length === 0 ? { agency, receivedOn, sequence } : undefined
}

/** A day that is not on the calendar makes the code one of no known shape, not an error. */
function dayIn(form: 'yyMMdd' | 'yyyyMMdd', text: string): CivilDate | undefined {
  if (!/^\d+$/.test(text) || text.length !== form.length) return undefined
  const full = form === 'yyMMdd' ? `20${text}` : text
  return civilDateOf(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6)))
}
