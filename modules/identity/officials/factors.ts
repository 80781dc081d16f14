import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Db, Tx } from '#platform/db'
import {
  countRecoveryCodes,
  insertPasskey,
  passkeysOf,
  passwordOf,
  removePasskey,
  removeTotp,
  replaceRecoveryCodes,
  storeTotp,
  totpOf,
} from '../queries/officials-credentials.ts'
import type { IdentityServices } from '../services.ts'
import { type Official, thingOf } from './official.ts'
import { type Passkey, partyOf, readRegistration } from './passkey.ts'
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { newTotpSecret, openTotp, sealTotp, stepOfCode } from './totp.ts'

/** How an official can prove who they are, as far as their own page shows it. */
export type Factors = {
  readonly passwordSetAt: Date | undefined
  readonly totpSetAt: Date | undefined
  readonly passkeys: readonly Passkey[]
  readonly recoveryCodes: number
}

export async function factorsOf(db: Db, accountId: string): Promise<Factors> {
  const [password, totp, passkeys, recoveryCodes] = await Promise.all([
    passwordOf(db, accountId),
    totpOf(db, accountId),
    passkeysOf(db, accountId),
    countRecoveryCodes(db, accountId),
  ])
  return { passwordSetAt: password?.setAt, totpSetAt: totp?.setAt, passkeys, recoveryCodes }
}

/** A new secret for an authenticator app, and the same sealed for the form: nothing is stored before a code was right. */
export function offerTotp(
  { vault }: IdentityServices,
  accountId: string,
): { secret: Buffer; sealed: string } {
  const secret = newTotpSecret()
  return { secret, sealed: sealTotp(vault, accountId, secret).toString('base64url') }
}

/** The secret that a form brings back; undefined when it was not offered to this account. */
export function offeredTotp(
  { vault }: IdentityServices,
  accountId: string,
  sealed: string,
): Buffer | undefined {
  return openTotp(vault, accountId, Buffer.from(sealed, 'base64url'))
}

/** Sets up the authenticator app once its first code is right. The code counts as taken. False when it is wrong. */
export async function setTotp(
  services: IdentityServices,
  tx: Tx,
  { accountId }: Official,
  { sealed, code }: { sealed: string; code: string },
): Promise<boolean> {
  const now = services.clock()
  const secret = offeredTotp(services, accountId, sealed)
  const step = secret && stepOfCode(secret, code, 0, now)
  if (!secret || step === undefined) return false
  await storeTotp(tx, { accountId, secret: sealTotp(services.vault, accountId, secret), step, now })
  await recorded(tx, accountId, 'identity.totp_set', now)
  return true
}

/** False when the browser's answer is not right, or the key is registered already. */
export async function addPasskey(
  { vault, publicUrl, clock }: IdentityServices,
  tx: Tx,
  { accountId }: Official,
  { answer, name }: { answer: string; name: string },
): Promise<boolean> {
  const [now, party] = [clock(), partyOf(publicUrl)]
  const key = party && (await readRegistration(tx, { party, vault, now }, { accountId, answer, name }))
  if (!key || !(await insertPasskey(tx, key))) return false
  await recorded(tx, accountId, 'identity.passkey_added', now)
  return true
}

/** @throws Refusal `identity.last_factor` when there is no passkey to come in by */
export async function dropTotp(tx: Tx, { accountId }: Official, now: Date): Promise<void> {
  if ((await passkeysOf(tx, accountId)).length === 0) throw new Refusal('identity.last_factor')
  await removeTotp(tx, accountId)
  await recorded(tx, accountId, 'identity.totp_removed', now)
}

/** @throws Refusal `identity.last_factor` when it is the only one and there is no authenticator app */
export async function dropPasskey(
  tx: Tx,
  { accountId }: Official,
  credentialId: string,
  now: Date,
): Promise<void> {
  const others = (await passkeysOf(tx, accountId)).filter((key) => key.credentialId !== credentialId)
  if (others.length === 0 && !(await totpOf(tx, accountId))) throw new Refusal('identity.last_factor')
  if (await removePasskey(tx, accountId, credentialId))
    await recorded(tx, accountId, 'identity.passkey_removed', now)
}

/** New codes in place of the old ones. They are shown once: only digests are kept. */
export async function renewRecoveryCodes(
  tx: Tx,
  { accountId }: Official,
  now: Date,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  const digests = codes.map((code) => recoveryDigest(accountId, code))
  await replaceRecoveryCodes(tx, { accountId, digests, now })
  await recorded(tx, accountId, 'identity.recovery_codes_made', now)
  return codes
}

async function recorded(tx: Tx, accountId: string, verb: string, now: Date): Promise<void> {
  await recordAct(tx, { actor: accountId, verb, thing: thingOf(accountId), now })
}
