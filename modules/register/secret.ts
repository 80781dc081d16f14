import { createHash, randomInt } from 'node:crypto'
import { tidy } from '#kernel/vietnamese'

/** Without signs that are taken for one another on paper. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

/** Mã bí mật printed on the receipt: 59 random bits in three groups of four, written down nowhere but there. */
export function newSecret(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length)))
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-')
}

/** As people type it: spaces, dashes and small letters are forgiven. */
export function secretDigest(typed: string): Buffer {
  const signs = tidy(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(signs).digest()
}
