import type { Claims } from './people.ts'

/** How the sandbox misbehaves. All off at the start. */
export type Switches = {
  /** Every answer comes this much later, in milliseconds. */
  slowMs: number
  /** Every answer is 503. */
  down: boolean
  /** The ID token carries another nonce, well signed. */
  wrongNonce: boolean
  /** The ID token names another issuer, well signed. */
  wrongIssuer: boolean
  /** The ID token is changed after signing. */
  tamperIdToken: boolean
  /** The ID token ended an hour ago. */
  expiredToken: boolean
  /** The answer to the browser names another issuer (RFC 9207). */
  mixedUpIssuer: boolean
  /** The clock of the sandbox goes wrong by so many seconds: forward, or backward when negative. */
  clockSkewSeconds: number
  /** The ID token carries everything about the person, as some providers do. */
  talkativeIdToken: boolean
  /** The level that the ID token speaks of, whatever was reached. */
  claimsLevel: string
  /** Claims of accounts, by TechID, that differ from now on. A claim that is null is left out. */
  changedClaims: Record<string, Claims>
}

const OFF: Switches = {
  slowMs: 0,
  down: false,
  wrongNonce: false,
  wrongIssuer: false,
  tamperIdToken: false,
  expiredToken: false,
  mixedUpIssuer: false,
  clockSkewSeconds: 0,
  talkativeIdToken: false,
  claimsLevel: '',
  changedClaims: {},
}

export const switches: Switches = structuredClone(OFF)

/** Sets what is named and leaves the rest; `{ "reset": true }` turns everything off first. @throws Error on unknown names */
export function turn(asked: unknown): Switches {
  if (typeof asked !== 'object' || asked === null) throw new Error('Send a JSON object')
  const { reset, ...changes } = asked as Record<string, unknown>
  for (const [name, value] of Object.entries(changes)) {
    const known = OFF[name as keyof Switches]
    if (known === undefined || typeof value !== typeof known) throw new Error(`No such switch: ${name}`)
  }
  return Object.assign(switches, reset ? structuredClone(OFF) : {}, changes)
}
