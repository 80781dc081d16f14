import type { Database } from '#platform/db'
import type { Vault } from '#platform/secret'
import { lockAttempts, storeAttempts } from '../queries/officials-sign-in.ts'
import { countAttempt, LOCKOUT, type LockoutRule } from './lockout.ts'

/** Whose wrong answers are counted. The name is only ever stored as a digest that nobody else can make. */
export type Subject = { readonly digest: Buffer; readonly rule: LockoutRule }

export const emailSubject = (vault: Vault, email: string): Subject => ({
  digest: vault.digest(`attempt email ${email}`),
  rule: LOCKOUT.account,
})

export const factorSubject = (vault: Vault, accountId: string): Subject => ({
  digest: vault.digest(`attempt second factor ${accountId}`),
  rule: LOCKOUT.account,
})

/** Of an IPv6 address the half that a household or an office is given. */
export const addressSubject = (vault: Vault, address: string): Subject => ({
  digest: vault.digest(`attempt address ${address.includes(':') ? networkOf(address) : address}`),
  rule: LOCKOUT.address,
})

/**
 * Counts one answer against each subject before it is looked at. Answers until when nothing is looked at, when one of them
 * is locked; then nothing is counted.
 */
export async function beginAttempt(
  db: Database,
  subjects: readonly Subject[],
  now: Date,
): Promise<Date | undefined> {
  // In one order for everybody, so that no two wait for each other.
  const ordered = subjects.toSorted((one, other) => Buffer.compare(one.digest, other.digest))
  return db.transaction(async (tx) => {
    const counted = []
    for (const { digest, rule } of ordered) {
      const before = await lockAttempts(tx, digest, now)
      const after = countAttempt(before, rule, now)
      if (after === 'locked') return before.lockedUntil ?? now
      counted.push({ digest, after })
    }
    for (const { digest, after } of counted) await storeAttempts(tx, digest, after)
    return undefined
  })
}

/** `2001:db8:1:2::7` → `2001:db8:1:2`. An address that carries IPv4 inside is taken whole. */
function networkOf(address: string): string {
  if (address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
