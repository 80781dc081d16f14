import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Tx } from '#platform/db'
import type { Vault } from '#platform/secret'
import { type PasskeyRow, passkeyById, usePasskey } from '../queries/officials-credentials.ts'
import { takeChallenge } from '../queries/officials-sign-in.ts'
import { type ChallengePurpose, endOfChallenge, newChallenge } from './challenge.ts'

/** Khóa truy cập. */
export type Passkey = PasskeyRow

/** Who we are towards a browser: https://www.w3.org/TR/webauthn-3/#relying-party */
export type Party = { readonly id: string; readonly origin: string; readonly name: string }

/**
 * Passkeys belong to a name, so none can be made under a bare address. A portal on this very machine answers to `localhost`,
 * too, which browsers take for a safe name.
 */
export function partyOf(publicUrl: string): Party | undefined {
  const { hostname, origin, port } = new URL(publicUrl)
  const name = 'Một Cửa'
  if (/^127\.|^\[::1\]$/.test(hostname)) {
    return { id: 'localhost', origin: `http://localhost${port ? `:${port}` : ''}`, name }
  }
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : { id: hostname, origin, name }
}

type Asking = { readonly party: Party; readonly vault: Vault; readonly now: Date }
const TIMEOUT_MS = 5 * 60_000
/** EdDSA, ES256, RS256: what keys of today speak (https://www.iana.org/assignments/cose). */
const ALGORITHMS = [-8, -7, -257]

/** What the browser is asked to make. The key must find its owner by itself and ask for a PIN, finger or face. */
export async function registrationOptions(
  { party, vault, now }: Asking,
  owner: { accountId: string; email: string; name: string; keys: readonly Passkey[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: Uint8Array.from(Buffer.from(owner.accountId.replaceAll('-', ''), 'hex')),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: Uint8Array.from(newChallenge(vault, `register ${owner.accountId}`, now)),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: owner.keys.map(named),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What the browser is asked to prove; without keys, by whichever key it has for us. */
export async function proofOptions(
  { party, vault, now }: Asking,
  purpose: ChallengePurpose,
  keys: readonly Passkey[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Uint8Array.from(newChallenge(vault, purpose, now)),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: keys.map(named),
  })
}

/** The new key of an answer that is right, and undefined for every other: the browser's words are nobody's but its own. */
export async function readRegistration(
  tx: Tx,
  { party, vault, now }: Asking,
  { accountId, answer, name }: { accountId: string; answer: string; name: string },
): Promise<Omit<Passkey, 'usedAt'> | undefined> {
  const response = parsed<RegistrationResponseJSON>(answer)
  if (!response) return undefined
  const { expectedChallenge, isTaken } = challengeOf(tx, vault, `register ${accountId}`, now)
  const checked = await quietly(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!checked?.verified || !(await isTaken())) return undefined
  const { credential, credentialBackedUp } = checked.registrationInfo
  return {
    credentialId: credential.id,
    accountId,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (response.response.transports ?? []).filter((way) => /^[a-z-]{2,20}$/.test(way)).slice(0, 6),
    isSynced: credentialBackedUp,
    name,
    madeAt: now,
  }
}

/** The key that was proven, of this account or, without one, of whichever it belongs to; undefined when it was not. */
export async function readProof(
  tx: Tx,
  { party, vault, now }: Asking,
  { purpose, answer, accountId }: { purpose: ChallengePurpose; answer: string; accountId?: string },
): Promise<Passkey | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer)
  const key = response && (await passkeyById(tx, response.id))
  if (!response || !key || (accountId !== undefined && key.accountId !== accountId)) return undefined
  const { expectedChallenge, isTaken } = challengeOf(tx, vault, purpose, now)
  const checked = await quietly(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: Uint8Array.from(key.publicKey),
        counter: key.counter,
      },
    }),
  )
  if (!checked?.verified || !(await isTaken())) return undefined
  const counter = checked.authenticationInfo.newCounter
  return (await usePasskey(tx, { credentialId: key.credentialId, counter, now })) ? key : undefined
}

/** Checks that a challenge is ours and alive, and takes it once everything else is right. */
function challengeOf(tx: Tx, vault: Vault, purpose: ChallengePurpose, now: Date) {
  let seen: { challenge: Buffer; end: Date } | undefined
  return {
    expectedChallenge: (text: string): boolean => {
      const challenge = Buffer.from(text, 'base64url')
      const end = endOfChallenge(vault, purpose, challenge, now)
      seen = end && { challenge, end }
      return seen !== undefined
    },
    isTaken: async (): Promise<boolean> => seen !== undefined && takeChallenge(tx, seen.challenge, seen.end),
  }
}

function named({ credentialId, transports }: Passkey) {
  return { id: credentialId, transports: [...transports] }
}

/** As far as the library has to be given something to look into: it checks every part by itself. */
function parsed<Answer extends { id: string; response: object }>(answer: string): Answer | undefined {
  try {
    const read: unknown = JSON.parse(answer)
    return isAnswer<Answer>(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isAnswer<Answer extends { id: string; response: object }>(read: unknown): read is Answer {
  return (
    typeof read === 'object' &&
    read !== null &&
    'id' in read &&
    typeof read.id === 'string' &&
    read.id.length < 1_400 &&
    'response' in read &&
    typeof read.response === 'object' &&
    read.response !== null
  )
}

/** The library throws for a wrong answer. To us it is one more wrong answer; a fault of the database comes through. */
async function quietly<Result>(check: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
