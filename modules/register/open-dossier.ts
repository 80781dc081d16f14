import type { Limit } from '#kernel/working-time-policy'
import type { Tx } from '#platform/db'
import { announce } from '#platform/outbox'
import type { ClockRules } from './clock.ts'
import type { Applicant, Doer, Door, Dossier, EventDetails } from './dossier.ts'
import { insertDossier } from './queries/dossiers.ts'
import { insertEvent } from './queries/events.ts'
import { secretDigest } from './secret.ts'
import { submitted } from './state.ts'

/** Announced with every change of a dossier, in its transaction: `{ code, version, act }`. */
export const CHANGED = 'register.dossier_changed'

export type NewDossier = {
  /** Issued by `issueDossierCode`. */
  readonly code: string
  readonly door: Exclude<Door, 'sync'>
  readonly agency: string
  readonly agencyName: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly revisionNumber: number
  readonly applicant: Applicant
  readonly by: Doer
  readonly at: Date
  readonly secret?: string | undefined
  readonly details?: EventDetails
}

/**
 * Vào sổ: a dossier arrives by one of our own doors and is in the register from now on, newly filed. At a desk it is received
 * in the same breath, by `moveDossier` in the same transaction.
 */
export async function openDossier(tx: Tx, given: NewDossier, rules: ClockRules): Promise<Dossier> {
  const { by, at, secret, details = {}, ...rest } = given
  const dossier: Dossier = { ...rest, ...submitted(at, rules), version: 1, changedAt: at }
  await insertDossier(tx, dossier, secret === undefined ? undefined : secretDigest(secret))
  await insertEvent(tx, given.code, {
    sequence: 1,
    act: 'submit',
    toStatus: 1,
    by,
    claimedAt: at,
    arrivedAt: at,
    isIrregular: false,
    details: { door: given.door, ...details },
  })
  await announce(tx, CHANGED, { code: given.code, version: 1, act: 'submit' })
  return dossier
}

/** Thời hạn as an event says it. */
export function limitDetails(limit: Limit | undefined): EventDetails {
  return limit ? { limitValue: limit.value, limitUnit: limit.unit } : {}
}
