import { randomBytes } from 'node:crypto'
import type { Vault } from '#platform/secret'

/** What a challenge was made for: an answer to one is no answer to another. */
export type ChallengePurpose =
  | 'sign in'
  | `second factor ${string}`
  | `register ${string}`
  | `confirm ${string}`

const LIFE_MS = 15 * 60_000
const NONCE_BYTES = 16
const EXPIRY_BYTES = 6
const DIGEST_BYTES = 32

/**
 * A challenge that nobody has to keep: random, with its end and its purpose under our digest. Opening a page stores nothing;
 * an answer is stored, so that none counts twice.
 */
export function newChallenge(vault: Vault, purpose: ChallengePurpose, now: Date): Buffer {
  const head = Buffer.alloc(NONCE_BYTES + EXPIRY_BYTES)
  randomBytes(NONCE_BYTES).copy(head)
  head.writeUIntBE(now.getTime() + LIFE_MS, NONCE_BYTES, EXPIRY_BYTES)
  return Buffer.concat([head, vault.digest(textOf(purpose, head))])
}

/** When a challenge of ours ends; undefined when it is not ours, for another purpose, or over. */
export function endOfChallenge(
  vault: Vault,
  purpose: ChallengePurpose,
  challenge: Buffer,
  now: Date,
): Date | undefined {
  if (challenge.length !== NONCE_BYTES + EXPIRY_BYTES + DIGEST_BYTES) return undefined
  const head = challenge.subarray(0, NONCE_BYTES + EXPIRY_BYTES)
  if (!vault.isDigest(challenge.subarray(head.length), textOf(purpose, head))) return undefined
  const end = new Date(head.readUIntBE(NONCE_BYTES, EXPIRY_BYTES))
  return end > now ? end : undefined
}

function textOf(purpose: ChallengePurpose, head: Buffer): string {
  return `challenge ${purpose} ${head.toString('hex')}`
}
