import { isoMoment } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import type { Tx } from '#platform/db'
import { announce } from '#platform/outbox'
import type { Remark } from './acts.ts'
import type { ClockRules } from './clock.ts'
import type { Doer, Dossier, EventDetails } from './dossier.ts'
import { CHANGED, limitDetails } from './open-dossier.ts'
import { lockDossier, updateDossier } from './queries/dossiers.ts'
import { insertEvent } from './queries/events.ts'
import { afterMove, type Move } from './state.ts'

export type DossierMove = Move & {
  readonly by: Doer
  /** The version that the doer looked at. When somebody has changed the dossier since, nothing is done. */
  readonly version?: number | undefined
  readonly details?: EventDetails
}

/**
 * Chuyển trạng thái: does one act of the trade to a dossier of our own doors, with its event, or refuses it. The clocks follow
 * the rules of the agency; a due time that changed stands in the event, old and new.
 * @throws Refusal `register.not_found`, `register.changed_meanwhile`, and those of `afterMove`
 */
export async function moveDossier(
  tx: Tx,
  code: string,
  move: DossierMove,
  rulesOf: (dossier: Dossier) => ClockRules | Promise<ClockRules>,
): Promise<Dossier> {
  const before = await lockedDossier(tx, code, move.version)
  // Two officers' clocks differ by a little; the course of a dossier never runs backwards.
  const at = move.at < before.changedAt ? before.changedAt : move.at
  const state = afterMove(before, { ...move, at }, await rulesOf(before))
  const after: Dossier = { ...before, ...state, version: before.version + 1, changedAt: at }
  await updateDossier(tx, after)
  await insertEvent(tx, code, {
    sequence: after.version,
    act: move.act,
    fromStatus: before.status,
    toStatus: after.status,
    by: move.by,
    reason: move.reason,
    claimedAt: at,
    arrivedAt: at,
    isIrregular: false,
    details: { ...move.details, ...whatChanged(before, after, move) },
  })
  await announce(tx, CHANGED, { code, version: after.version, act: move.act })
  return after
}

export type DossierRemark = {
  readonly act: Remark
  readonly at: Date
  readonly by: Doer
  readonly reason?: string | undefined
  readonly version?: number | undefined
  readonly details?: EventDetails
}

/** Adds to the course of a dossier what changes neither its status nor its clocks. @throws Refusal as `moveDossier` */
export async function remarkOnDossier(tx: Tx, code: string, remark: DossierRemark): Promise<Dossier> {
  const before = await lockedDossier(tx, code, remark.version)
  const at = remark.at < before.changedAt ? before.changedAt : remark.at
  const after: Dossier = { ...before, version: before.version + 1, changedAt: at }
  await updateDossier(tx, after)
  const { act, by, reason, details = {} } = remark
  const { status } = before
  await insertEvent(tx, code, {
    sequence: after.version,
    act,
    fromStatus: status,
    toStatus: status,
    by,
    reason,
    claimedAt: at,
    arrivedAt: at,
    isIrregular: false,
    details,
  })
  await announce(tx, CHANGED, { code, version: after.version, act })
  return after
}

async function lockedDossier(tx: Tx, code: string, version: number | undefined): Promise<Dossier> {
  const dossier = await lockDossier(tx, code)
  if (!dossier) throw new Refusal('register.not_found')
  if (version !== undefined && version !== dossier.version) throw new Refusal('register.changed_meanwhile')
  return dossier
}

function whatChanged(before: Dossier, after: Dossier, move: DossierMove): EventDetails {
  const isMoved = before.dueAt?.getTime() !== after.dueAt?.getTime()
  return {
    ...(move.act === 'receive' && limitDetails(after.limit)),
    ...(isMoved && before.dueAt && { dueWas: isoMoment(before.dueAt) }),
    ...(isMoved && after.dueAt && { dueIs: isoMoment(after.dueAt) }),
    ...(move.supplementBy && { answerBy: isoMoment(move.supplementBy) }),
    ...(move.overrides && { isOverride: true }),
  }
}
