import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldAccents } from '#kernel/vietnamese'
import { ROOT } from '#platform/root'

const LEAST_LENGTH = 12
const MOST_LENGTH = 200

/** Why a password is refused, in the order in which a person is told. */
export type PasswordFault = 'too_short' | 'too_long' | 'names_you' | 'too_common'

/** What everybody may know about the owner: no part of it belongs in a password. */
export type PasswordOwner = {
  readonly name: string
  readonly email: string
  /** Names and handles of agencies. */
  readonly agencies: readonly string[]
}

/** A letter that stands where it likes is worth one; a word or a run that many people choose is worth two, however long. */
const LEAST_WORTH = 10
const WORTH_OF_KNOWN = 2

/**
 * Mật khẩu yếu: length first, then what is left when common passwords, runs on the keyboard, years and the owner's own
 * names are no longer counted letter by letter. No rule about signs and digits (NIST SP 800-63B, section 3.1.1.2).
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const letters = Array.from(password.normalize('NFC'))
  if (letters.length < LEAST_LENGTH) return 'too_short'
  if (letters.length > MOST_LENGTH) return 'too_long'

  const plain = plainForm(password)
  if (wholeNamesOf(owner).some((whole) => plain.includes(whole))) return 'names_you'
  if (worthOf(plain, COMMON()) < LEAST_WORTH) return 'too_common'
  return worthOf(plain, new Set([...COMMON(), ...namesOf(owner)])) < LEAST_WORTH ? 'names_you' : undefined
}

const SIGNS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** Without accents, case and spaces: those are what people vary first. */
function plainForm(text: string): string {
  return foldAccents(text).replace(/\s+/gu, '')
}

/** `m@tkh4u` → `matkhau`: signs that stand for letters, as every guessing program tries them. */
function unmasked(text: string): string {
  return text.replace(/[@4305$7]/g, (sign) => SIGNS[sign] ?? sign).replaceAll('1', 'i')
}

/** The least that the text is worth, over all ways of cutting it into known pieces and single letters. */
function worthOf(plain: string, known: ReadonlySet<string>): number {
  const masked = unmasked(plain)
  const least: number[] = [0]
  for (let end = 1; end <= plain.length; end += 1) {
    let worth = (least[end - 1] ?? 0) + (plain[end - 1] === plain[end - 2] ? 0 : 1)
    for (let start = Math.max(0, end - LONGEST_PIECE); start <= end - SHORTEST_PIECE; start += 1) {
      const piece = plain.slice(start, end)
      if (known.has(piece) || known.has(masked.slice(start, end)) || isRun(piece) || isDate(piece))
        worth = Math.min(worth, (least[start] ?? 0) + WORTH_OF_KNOWN)
    }
    least.push(worth)
  }
  return least[plain.length] ?? 0
}

const SHORTEST_PIECE = 3
const LONGEST_PIECE = 24

/** Rows, columns and slopes of the keyboard, the alphabet and the digits; read in both directions. */
const LINES = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '012345678901234567890',
  '!@#$%^&*()',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '147258369',
  '159357',
].flatMap((line) => [line, Array.from(line).reverse().join('')])

function isRun(piece: string): boolean {
  if (LINES.some((line) => line.includes(piece))) return true
  return isRepeated(piece)
}

/** `abab`, `123123`, `aaa`: one short piece again and again. */
function isRepeated(piece: string): boolean {
  return /^(.{1,6})\1+$/u.test(piece)
}

/** Years, and days as people write them: `1990`, `2026`, `19051990`, `19/5/1990`. */
function isDate(piece: string): boolean {
  return /^((0?[1-9]|[12]\d|3[01])[/.-]?(0?[1-9]|1[0-2])[/.-]?)?(19[4-9]\d|20[0-4]\d)$/.test(piece)
}

/** The words of a name one by one and together, the part of the e-mail before the @, the agency. */
function namesOf({ name, email, agencies }: PasswordOwner): string[] {
  const [mailbox = '', domain = ''] = foldAccents(email).split('@')
  const words = [name, ...agencies].flatMap((text) => {
    const parts = foldAccents(text).split(/[^a-z0-9]+/u)
    return [...parts, parts.join(''), parts.slice(-2).join(''), [...parts].reverse().join('')]
  })
  const pieces = [...words, mailbox, ...mailbox.split(/[^a-z0-9]+/), domain, ...domain.split('.')]
  return pieces.filter((piece) => piece.length >= SHORTEST_PIECE)
}

const LEAST_OF_NAME = 6

/** What may stand nowhere in a password, however long it is: the mailbox, the given name with its middle name, an agency. */
function wholeNamesOf({ name, email, agencies }: PasswordOwner): string[] {
  const words = foldAccents(name).split(/\s+/u)
  const mailbox = foldAccents(email).split('@')[0] ?? ''
  return [mailbox, words.slice(-2).join(''), ...agencies.map(plainForm)].filter(
    (whole) => whole.length >= LEAST_OF_NAME,
  )
}

let common: ReadonlySet<string> | undefined

/** Around a thousand of the passwords that are tried first, Vietnamese and English. Read once. */
function COMMON(): ReadonlySet<string> {
  common ??= new Set(
    readFileSync(join(ROOT, 'db', 'seed', 'common-passwords.txt'), 'utf8')
      .trim()
      .split('\n'),
  )
  return common
}
