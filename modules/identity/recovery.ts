import { type CivilDate, DAY_MS } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Db, Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { readWithLog } from './access-log.ts'
import { findPersonByPersonalId } from './account.ts'
import type { Confirming } from './delegation-confirm.ts'
import { digestOfCode, newPaperCode } from './paper-code.ts'
import { allows } from './policy.ts'
import {
  allowedRecovery,
  cancelRecoveriesOf,
  confirmRecoveryRow,
  insertRecovery,
  type ListedRecovery,
  recoveryRows,
} from './queries/recoveries.ts'
import { endSessionsOf } from './session.ts'

/** Khôi phục tài khoản: of a person who can no longer sign in, vouched for by two officials of one agency. */
export type Recovery = ListedRecovery

/** The second official has to see the same person at the same counter. */
const BETWEEN_OFFICIALS_MS = 30 * 60_000
const CODE_MS = DAY_MS
const LISTED_MS = 90 * DAY_MS

export type AskRecovery = {
  readonly personalId: string
  readonly bornOn: CivilDate
  readonly reason: string
  readonly papers: string
}

/**
 * Cán bộ thứ nhất: has the person and the papers before them. Answers the id.
 * @throws Refusal `access.denied`, `identity.person_unknown`
 */
export async function askRecovery(tx: Tx, asked: AskRecovery, at: Confirming): Promise<string> {
  const { official, desk, now } = at
  if (!allows(official, 'ask', { kind: 'recovery', agency: desk.agency })) throw new Refusal('access.denied')
  const person = await findPersonByPersonalId(tx, asked.personalId)
  if (person?.bornOn !== asked.bornOn) throw new Refusal('identity.person_unknown')

  const id = timeOrderedId(now)
  const { accountId: subject } = person
  await readWithLog(tx, { ...openingAt(at), subject }, async () => person)
  await cancelRecoveriesOf(tx, subject, now)
  await insertRecovery(tx, {
    id,
    subject,
    agency: desk.agency,
    reason: asked.reason,
    papers: asked.papers,
    askedBy: official.accountId,
    askedAt: now,
  })
  await recordAct(tx, {
    actor: official.accountId,
    onBehalfOf: subject,
    verb: 'identity.recovery_asked',
    thing: thingOf(id),
    reason: asked.reason,
    details: { agency: desk.agency, papers: asked.papers },
    now,
  })
  return id
}

/** At this agency, or at those that one inspects, in the last 90 days. */
export async function listRecoveries(
  db: Db,
  at: Pick<Confirming, 'official' | 'now'>,
): Promise<readonly Recovery[]> {
  return recoveryRows(db, at.official, new Date(at.now.getTime() - LISTED_MS))
}

/** One of them, as the second official sees it before confirming. The person sees that it was opened. */
export async function openRecovery(tx: Tx, id: string, at: Confirming): Promise<Recovery> {
  const found = await allowedRecovery(tx, id, { actor: at.official, act: 'read' })
  if (!found) throw new Refusal('identity.recovery_unknown')
  return readWithLog(tx, { ...openingAt(at), subject: found.subject }, async () => found)
}

/** Whether an official may be the second one now. */
export function mayConfirm(
  recovery: Recovery,
  { official, now }: Pick<Confirming, 'official' | 'now'>,
): boolean {
  return (
    !recovery.confirmedAt &&
    !recovery.cancelledAt &&
    recovery.askedBy !== official.accountId &&
    !isLate(recovery, now) &&
    allows(official, 'confirm', { kind: 'recovery', ...recovery })
  )
}

/**
 * Cán bộ thứ hai: somebody else of the same agency, within 30 minutes. Answers the code for the slip of paper, which is shown
 * once. Whoever has the lost phone is signed out everywhere.
 * @throws Refusal `identity.recovery_unknown`, `identity.recovery_second_official`, `identity.recovery_late`
 */
export async function confirmRecovery(tx: Tx, id: string, at: Confirming): Promise<string> {
  const { official, now } = at
  const found = await allowedRecovery(tx, id, { actor: official, act: 'confirm' })
  if (!found) throw new Refusal('identity.recovery_unknown')
  if (found.askedBy === official.accountId) throw new Refusal('identity.recovery_second_official')
  if (isLate(found, now)) throw new Refusal('identity.recovery_late')

  const code = newPaperCode('recovery')
  const isFirst = await confirmRecoveryRow(tx, {
    id,
    official: official.accountId,
    code: digestOfCode('recovery', code),
    until: new Date(now.getTime() + CODE_MS),
    now,
  })
  if (!isFirst) throw new Refusal('identity.recovery_unknown')
  await readWithLog(tx, { ...openingAt(at), subject: found.subject }, async () => found)
  await endSessionsOf(tx, { accountId: found.subject, why: 'access_ended', now })
  await recordAct(tx, {
    actor: official.accountId,
    onBehalfOf: found.subject,
    verb: 'identity.recovery_confirmed',
    thing: thingOf(id),
    reason: found.reason,
    details: { agency: found.agency },
    now,
  })
  return code
}

export function thingOf(id: string): string {
  return `recovery:${id}`
}

/** Whether the second official comes too late. */
export function isLate({ askedAt }: Recovery, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > BETWEEN_OFFICIALS_MS
}

function openingAt({ official, desk, now }: Confirming) {
  const { accountId } = official
  const reader = { kind: 'official', accountId, post: desk.title, agency: desk.agency } as const
  return { reader, data: ['identity'], purpose: 'recover_account', now } as const
}
