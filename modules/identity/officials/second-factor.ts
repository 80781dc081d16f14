import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { lockOfficial } from '../queries/officials.ts'
import {
  countRecoveryCodes,
  takeRecoveryCode,
  takeTotpStep,
  totpOf,
} from '../queries/officials-credentials.ts'
import { forgetAttempts } from '../queries/officials-sign-in.ts'
import type { IdentityServices } from '../services.ts'
import { beginAttempt, factorSubject } from './attempts.ts'
import { type Official, thingOf } from './official.ts'
import { partyOf, readProof } from './passkey.ts'
import { readRecoveryCode, recoveryDigest } from './recovery-codes.ts'
import { enter, type Means } from './sign-in.ts'
import { closeStep, type Step } from './step.ts'
import { openTotp, stepOfCode } from './totp.ts'

/** What the official gives as second factor. */
export type Factor =
  | { readonly kind: 'totp'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passkey'; readonly answer: string }

export type SecondAnswer =
  | { readonly kind: 'locked'; readonly until: Date }
  | { readonly kind: 'wrong' }
  /** Left the agency, or another request finished this sign-in. */
  | { readonly kind: 'over' }
  | { readonly kind: 'in'; readonly token: string; readonly official: Official; readonly codesLeft?: number }

const MEANS: Readonly<Record<Factor['kind'], Means>> = {
  totp: 'password+totp',
  recovery: 'password+recovery',
  passkey: 'password+passkey',
}

type Giving = {
  readonly step: Step
  readonly factor: Factor
  readonly device: string
  readonly endsSession?: Buffer | undefined
}

/** Bước hai. What is taken, is taken in the transaction that opens the session, and once. */
export async function giveSecondFactor(
  services: IdentityServices,
  { step, factor, device, endsSession }: Giving,
): Promise<SecondAnswer> {
  const { db, vault, clock } = services
  const now = clock()
  const subject = factorSubject(vault, step.accountId)
  const until = await beginAttempt(db, [subject], now)
  if (until) return { kind: 'locked', until }

  return db.transaction(async (tx): Promise<SecondAnswer> => {
    const official = await lockOfficial(tx, step.accountId)
    if (!official || official.leftAt) return { kind: 'over' }
    if (!(await isFactor(services, tx, official, factor))) return { kind: 'wrong' }
    if (!(await closeStep(tx, step))) return { kind: 'over' }
    await forgetAttempts(tx, subject.digest)
    const token = await enter(tx, { official, means: MEANS[factor.kind], device, now, endsSession })
    if (factor.kind !== 'recovery') return { kind: 'in', token, official }
    return { kind: 'in', token, official, codesLeft: await countRecoveryCodes(tx, official.accountId) }
  })
}

/** Whether this is a right second factor of the official, taken now and never again. */
async function isFactor(
  { vault, clock, publicUrl }: IdentityServices,
  tx: Tx,
  { accountId }: Official,
  factor: Factor,
): Promise<boolean> {
  const now = clock()
  switch (factor.kind) {
    case 'totp': {
      const stored = await totpOf(tx, accountId)
      const secret = stored && openTotp(vault, accountId, stored.secret)
      const step = secret && stepOfCode(secret, factor.code, stored.lastStep, now)
      return step !== undefined && takeTotpStep(tx, accountId, step)
    }
    case 'recovery': {
      const letters = readRecoveryCode(factor.code)
      if (!letters || !(await takeRecoveryCode(tx, recoveryDigest(accountId, letters), now))) return false
      await recordAct(tx, {
        actor: accountId,
        verb: 'identity.recovery_code_used',
        thing: thingOf(accountId),
        now,
      })
      return true
    }
    case 'passkey': {
      const party = partyOf(publicUrl)
      const purpose = `second factor ${accountId}` as const
      return (
        party !== undefined &&
        (await readProof(tx, { party, vault, now }, { purpose, answer: factor.answer, accountId })) !==
          undefined
      )
    }
  }
}
