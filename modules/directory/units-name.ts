import { foldAccents, foldTonePlacement, tidy } from '#kernel/vietnamese'
import type { UnitKind, UnitLevel } from './units.ts'

/** The words of the kinds, as they stand before a name. */
const KIND_WORDS: readonly (readonly [words: string, level: UnitLevel, kind: UnitKind])[] = [
  ['Tỉnh', 'province', 'province'],
  ['Thành phố', 'province', 'central_city'],
  ['Quận', 'district', 'urban_district'],
  ['Huyện', 'district', 'rural_district'],
  ['Thị xã', 'district', 'town'],
  ['Thành phố', 'district', 'city'],
  ['Phường', 'commune', 'ward'],
  ['Xã', 'commune', 'rural_commune'],
  ['Thị trấn', 'commune', 'township'],
  ['Đặc khu', 'commune', 'special_zone'],
]

export type UnitName = {
  readonly kind: UnitKind
  /** As printed, in one spelling: NFC, plain apostrophes. */
  readonly name: string
  readonly bareName: string
  readonly exactName: string
  readonly plainName: string
}

/**
 * Takes a full name apart: `Phường Dịch Vọng` is a ward called `Dịch Vọng`.
 * @throws RangeError when the name does not begin with a kind of this level
 */
export function readUnitName(level: UnitLevel, written: string): UnitName {
  const name = cleanName(written)
  const found = KIND_WORDS.find(([words, of]) => of === level && name.startsWith(`${words} `))
  if (!found) throw new RangeError(`Not a name of a ${level}: ${written}`)
  const [words, , kind] = found
  const bareName = name.slice(words.length + 1)
  return { kind, name, bareName, exactName: exactFold(bareName), plainName: plainFold(bareName) }
}

/** `Tỉnh` or `Thành phố` before the bare name of a province; left alone where it already stands. */
export function fullProvinceName(written: string): string {
  const name = cleanName(written)
  return /^(Tỉnh|Thành phố) /.test(name) ? name : `Tỉnh ${name}`
}

/** One spelling of what is printed: NFC, single spaces, the typewriter's apostrophe without a space after it. */
export function cleanName(written: string): string {
  return tidy(written)
    .replace(/[’‘`´]/g, "'")
    .replace(/(?<=\p{Lu})' (?=\p{L})/gu, "'")
}

/** For comparing what was typed with accents: lower case, tones in one place, no punctuation. */
export function exactFold(text: string): string {
  return foldTonePlacement(withoutPunctuation(cleanName(text)))
}

/** The key of every look-up by name: `Thị trấn M'Đrắk` → `thi tran mdrak`, `Phường 01` → `phuong 1`. */
export function plainFold(text: string): string {
  return foldAccents(withoutPunctuation(cleanName(text)))
}

/** Two written names mean the same: case, tone placement and punctuation aside, accents counted. */
export function isSameName(one: string, other: string): boolean {
  return exactFold(one) === exactFold(other)
}

/** The same name, whatever the kind before it: `Xã Trảng Bom` and `Phường Trảng Bom`. */
export function isSameBareName(one: NamedUnit, other: NamedUnit): boolean {
  return bareExactName(one) === bareExactName(other)
}

type NamedUnit = { readonly level: UnitLevel; readonly name: string }

function bareExactName({ level, name }: NamedUnit): string {
  return readUnitName(level, name).exactName
}

function withoutPunctuation(text: string): string {
  return text
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim()
}
