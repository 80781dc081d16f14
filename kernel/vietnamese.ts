/** Vietnamese text: one spelling for comparing, none lost for showing. */

const MARKS = /[\u0300-\u036f]/g

/** What people type arrives composed (NFC), without control characters, with single spaces. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** `Đường Nguyễn Huệ` → `duong nguyen hue`: lower case, no tone, no hat, no horn, đ as d. */
export function foldAccents(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').normalize('NFC')
}

const TONES = '\u0300\u0301\u0303\u0309\u0323'
const OLD_TONE_PLACE = new RegExp(`([ou])([${TONES}])([aey])(?![\\p{L}])`, 'gu')

/**
 * Both schools of tone placement become one: `hoà` and `hòa`, `thuý` and `thúy`, `khoẻ` and `khỏe` compare equal.
 * Accents stay. Lower case, NFC. (After `q`, the `u` never carries the tone, so `quý` stays itself.)
 */
export function foldTonePlacement(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(
      OLD_TONE_PLACE,
      (_all, first: string, tone: string, second: string) => `${first}${second}${tone}`,
    )
    .normalize('NFC')
}
