import { readAgencyCode, spellingsOf } from '#kernel/agency-code'
import { tidy } from '#kernel/vietnamese'
import { plainFold } from './units-name.ts'

const MOST_WORDS = 12

/** Short forms that people write for the words at the beginning of a name. */
const SHORT_FORMS: readonly (readonly [long: string, short: string])[] = [
  ['uy ban nhan dan', 'ubnd'],
  ['trung tam phuc vu hanh chinh cong', 'ttpvhcc pvhcc'],
  ['thanh pho', 'tp'],
]

/** What an agency is called: by its names, by words of other kinds (English names, short forms of a place), by its codes. */
export type Called = {
  readonly names: readonly string[]
  readonly also?: readonly string[]
  readonly codes?: readonly string[]
}

/**
 * Everything by which an agency may be looked for, in plain words with a space before each: its names, their initials
 * (`Bộ Tài chính` → `btc`), common short forms, and its codes in both spellings.
 */
export function searchTextOf({ names, also = [], codes = [] }: Called): string {
  const phrases = [
    ...names.flatMap(namesAsTyped),
    ...also.map(plainFold),
    ...codes.map((code) => code.toLowerCase()),
  ]
  const words = new Set(phrases.join(' ').split(' '))
  return [...words]
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('')
}

/** The patterns that must all be in the search text: each word of the question is the beginning of a word there. */
export function searchPatterns(question: string): readonly string[] {
  const reading = readAgencyCode(question)
  if (reading) return [`% ${(spellingsOf(reading).v2 ?? reading.code).toLowerCase()}%`]

  const words = tidy(question)
    .split(/[\s,;/()–-]+/)
    .flatMap(plainWords)
  return words.slice(0, MOST_WORDS).map((word) => `% ${word}%`)
}

/** The beginning of a code (`000.00.0`) keeps its dots and zeros, every other word is folded as names are. */
function plainWords(word: string): string[] {
  if (/^[A-Za-z]?\d{2,3}\.[\d.]*$/.test(word)) return [word.toLowerCase()]
  return plainFold(word)
    .split(' ')
    .filter((part) => part !== '')
}

function namesAsTyped(name: string): string[] {
  const plain = plainFold(name)
  const short = SHORT_FORMS.filter(([long]) => plain.includes(long)).map(([, form]) => form)
  // Thousands of agencies begin alike: their initials would only be found by mistake.
  if (short.length > 0) return [plain, ...short]
  const initials = [plain, plain.replace(/\bva\b/g, '')].map(initialsOf)
  return [plain, ...initials, ...initials.map((all) => all.slice(1))]
}

function initialsOf(plain: string): string {
  return plain
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
}
