import { createHash, randomInt } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, which are misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 16
const CODE_COUNT = 10

/** Mã khôi phục: ten codes of 80 random bits, as `7K2M-9QXA-…`. Shown once and then known to their owner alone. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODE_COUNT }, () => {
    const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    return (letters.match(/.{4}/g) ?? []).join('-')
  })
}

/** Dashes, spaces and case do not matter, nor whether an O or a 0 was read. Undefined for what can be no code. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return new RegExp(`^[${LETTERS}]{${CODE_LENGTH}}$`).test(letters) ? letters : undefined
}

/** 80 random bits need no slow hash: nobody can try them all. */
export function recoveryDigest(accountId: string, letters: string): Buffer {
  return createHash('sha256')
    .update(`${accountId} ${letters.replaceAll('-', '')}`)
    .digest()
}
