import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import type { Database, Db, Tx } from '#platform/db'
import type { Vault } from '#platform/secret'
import {
  deleteAllKeys,
  deleteKeysRetiredBefore,
  insertKey,
  type KeyRow,
  listKeys,
  lockKeys,
  promoteNextKeys,
  retireCurrentKeys,
} from '../queries/sso-keys.ts'

/** RS256 is what every client can read (OpenID Connect Core, section 15.1); ES256 costs a tenth to make. */
export const ALGORITHMS = ['RS256', 'ES256'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

const DAY_MS = 86_400_000
/** A current key signs for so long before the next one takes over. */
export const KEY_LIFE_MS = 90 * DAY_MS
/** A retired key stays published: longer than any token it signed lives, and any hint at sign-out is of use. */
export const KEPT_AFTER_RETIREMENT_MS = 30 * DAY_MS

const RSA_BITS = 2_048
const generate = promisify(generateKeyPair)

/** Khóa ký, ready for use: the first of each algorithm signs, all of them are published. */
export type SigningKeys = {
  readonly jwks: readonly JWK[]
  /** Says in one word which keys these are: another word, other keys. */
  readonly version: string
}

/** @throws Error when the keys were sealed by an installation with another secret file */
export async function loadKeys(db: Database, vault: Vault, now: Date): Promise<SigningKeys> {
  const known = await listKeys(db)
  const rows = known.length > 0 ? known : await makeFirstKeys(db, vault, now)
  return { jwks: await Promise.all(rows.map((row) => openKey(row, vault))), version: versionOf(rows) }
}

/** Which keys there are, without opening them. */
export async function keysVersion(db: Db): Promise<string> {
  return versionOf(await listKeys(db))
}

/**
 * Thay khóa ký: the key that has been published for a while signs from now on, the one before goes on being published, and
 * a new next one is made. Nobody who reads the key set at least once between two turns ever meets a signature whose key
 * they do not know.
 */
export async function rotateKeys(db: Database, vault: Vault, now: Date): Promise<void> {
  const fresh = await Promise.all(ALGORITHMS.map((algorithm) => makeKey(algorithm, vault, { now })))
  await db.transaction(async (tx) => {
    await lockKeys(tx)
    if ((await listKeys(tx)).length === 0) return addFirstKeys(tx, vault, now)
    await retireCurrentKeys(tx, now)
    await promoteNextKeys(tx, now)
    for (const key of fresh) await insertKey(tx, key)
    await deleteKeysRetiredBefore(tx, new Date(now.getTime() - KEPT_AFTER_RETIREMENT_MS))
  })
}

/** After a theft: every key is withdrawn at once and tokens signed with them are worth nothing. */
export async function replaceAllKeys(db: Database, vault: Vault, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await lockKeys(tx)
    await deleteAllKeys(tx)
    await addFirstKeys(tx, vault, now)
  })
}

/** Whether the keys have signed for as long as they should. */
export async function keysAreDue(db: Db, now: Date): Promise<boolean> {
  const current = (await listKeys(db)).find(({ signsFrom, retiredAt }) => signsFrom && !retiredAt)
  return current?.signsFrom != null && now.getTime() - current.signsFrom.getTime() >= KEY_LIFE_MS
}

async function makeFirstKeys(db: Database, vault: Vault, now: Date): Promise<readonly KeyRow[]> {
  return db.transaction(async (tx) => {
    await lockKeys(tx)
    if ((await listKeys(tx)).length === 0) await addFirstKeys(tx, vault, now)
    return listKeys(tx)
  })
}

async function addFirstKeys(tx: Tx, vault: Vault, now: Date): Promise<void> {
  for (const algorithm of ALGORITHMS) {
    await insertKey(tx, await makeKey(algorithm, vault, { now, signsFrom: now }))
    await insertKey(tx, await makeKey(algorithm, vault, { now }))
  }
}

async function makeKey(
  algorithm: Algorithm,
  vault: Vault,
  { now, signsFrom }: { now: Date; signsFrom?: Date },
): Promise<KeyRow> {
  const { publicKey, privateKey } = await pairFor(algorithm)
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  return {
    kid,
    algorithm,
    publicKey: { ...jwk, kid, alg: algorithm, use: 'sig' },
    sealed: vault.seal(privateKey.export({ format: 'der', type: 'pkcs8' }), kid),
    madeAt: now,
    signsFrom: signsFrom ?? null,
    retiredAt: null,
  }
}

function pairFor(algorithm: Algorithm): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return algorithm === 'RS256'
    ? generate('rsa', { modulusLength: RSA_BITS })
    : generate('ec', { namedCurve: 'P-256' })
}

async function openKey({ kid, algorithm, sealed }: KeyRow, vault: Vault): Promise<JWK> {
  const der = vault.open(sealed, kid)
  if (!der) {
    throw new Error(
      'The signing keys were sealed with another secret file. Copy VAR_DIR/cookie-secret from the installation that made them, or make new ones: bin/rotate-sso-keys replace',
    )
  }
  const jwk = await exportJWK(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return { ...jwk, kid, alg: algorithm, use: 'sig' }
}

function versionOf(rows: readonly KeyRow[]): string {
  return rows
    .map(({ kid, signsFrom, retiredAt }) => `${kid}${signsFrom ? '+' : ''}${retiredAt ? '-' : ''}`)
    .join(' ')
}

/** 256 random bits in text that fits into a form field, a header and a configuration file alike. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
