import { createHash, randomInt } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, which are misread. Five random bits a letter. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ONLY_LETTERS = new RegExp(`^[${LETTERS}]+$`)
const GROUP = 4

/** What a code is for, which keeps one for this from being used for that; and how many letters it has. */
const LENGTHS = {
  /** Mã của tôi: read out at a table, good for a day and one use. */
  contact: 12,
  /** Finds what a parent declared, for an official at a counter. */
  declaration: 12,
  /** Opens an account once, from a slip of paper. */
  recovery: 16,
  /** Printed in messages of the state. */
  message: 8,
} as const
export type CodePurpose = keyof typeof LENGTHS

/** Mã in trên giấy: random, in groups of four, such as `7K2M-9QXA-03TZ`. */
export function newPaperCode(purpose: CodePurpose): string {
  const letters = Array.from({ length: LENGTHS[purpose] }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return grouped(letters)
}

/** Dashes, spaces and case do not matter, nor O for 0, I and L for 1. Undefined for what cannot be such a code. */
export function readPaperCode(purpose: CodePurpose, typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s.\u2010-\u2015-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = letters.length === LENGTHS[purpose] && ONLY_LETTERS.test(letters)
  return isCode ? grouped(letters) : undefined
}

/** SHA-256: the database knows no code, only this. `code` as the two functions above answer it. */
export function digestOfCode(purpose: CodePurpose, code: string): Buffer {
  return createHash('sha256').update(`${purpose} ${code}`).digest()
}

function grouped(letters: string): string {
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
}
