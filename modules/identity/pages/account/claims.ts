import { civilDateOf } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import type { ClaimName } from '../../vneid-claims.ts'
import { claimLabels, claimValues } from './claims-text.ts'

/** What a claim is called, for people. A claim of an older version of the portal keeps its name. */
export function claimLabel(claim: string, lang: Lang): string {
  return isKnown(claim) ? claimLabels[lang][claim] : claim
}

/** What a claim says, for people: dates as dates, codes as words. */
export function claimText(claim: string, value: unknown, lang: Lang): string {
  const text = claimValues[lang]
  if (typeof value !== 'string' && typeof value !== 'number') return text.none
  const written = String(value)
  if (claim === 'LoaiTaiKhoan') return wordFor(text.accountKinds, written)
  if (claim === 'GioiTinh') return wordFor(text.sexes, written)
  if (claim === 'IAL') return text.level(written)
  if (claim === 'NgayThangNamSinh') return dateText(written)
  if (claim === 'QuocTich' && /^[A-Z]{2}$/.test(written))
    return new Intl.DisplayNames([lang], { type: 'region' }).of(written) ?? written
  return written
}

function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}

function dateText(digits: string): string {
  const date = civilDateOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
  return date ? formatDate(date) : digits
}

function isKnown(claim: string): claim is ClaimName {
  return claim in claimLabels.vi
}
