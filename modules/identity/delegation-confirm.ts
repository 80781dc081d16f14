import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { readWithLog } from './access-log.ts'
import { findPersonByPersonalId } from './account.ts'
import { type Delegation, stateOf, thingOf } from './delegation.ts'
import { shownUntil } from './delegation-represent.ts'
import { digestOfCode, readPaperCode } from './paper-code.ts'
import { allows, type PolicyActor } from './policy.ts'
import type { Desk } from './policy-actor.ts'
import {
  confirmDelegationRow,
  delegationByCode,
  endDelegationRow,
  lockOpenDelegation,
} from './queries/delegations.ts'

/** An official at a desk. */
export type Confirming = { readonly official: PolicyActor; readonly desk: Desk; readonly now: Date }

/**
 * What a parent or guardian declared, found by the code that they show. The declarer, whose data it is, sees that it was opened.
 * @throws Refusal `identity.declaration_unknown`
 */
export async function openDeclaration(tx: Tx, typed: string, at: Confirming): Promise<Delegation> {
  const found = await findDeclaration(tx, typed, at)
  return readWithLog(tx, { ...openingAt(at), subject: found.actor }, async () => found)
}

/**
 * Xác nhận quan hệ: an official has seen the papers named here. It starts at once if the person has an account, else when
 * they get one. Answers the id. @throws Refusal `identity.declaration_unknown`
 */
export async function confirmDeclaration(
  tx: Tx,
  { code, papers, at }: { code: string; papers: string; at: Confirming },
): Promise<string> {
  const { official, desk, now } = at
  const found = await findDeclaration(tx, code, at)
  await lockOpenDelegation(tx, found.id)
  const number = found.declared?.personalId
  const person = number ? await findPersonByPersonalId(tx, number) : undefined
  if (person) await readWithLog(tx, { ...openingAt(at), subject: person.accountId }, async () => person)
  // The papers decide who the person is. A number that belongs to somebody born on another day is not theirs.
  if (person && person.bornOn !== found.declared?.bornOn)
    throw new Refusal('identity.declaration_contradicted')
  if (person?.accountId === found.actor) throw new Refusal('identity.delegation_self')
  await confirmDelegationRow(tx, {
    id: found.id,
    subject: person?.accountId ?? null,
    official: official.accountId,
    agency: desk.agency,
    papers,
    now,
  })
  await recordAct(tx, {
    actor: official.accountId,
    onBehalfOf: found.actor,
    verb: 'identity.delegation_confirmed',
    thing: thingOf(found.id),
    reason: papers,
    details: { agency: desk.agency },
    now,
  })
  return found.id
}

/** Từ chối: the papers do not show it. @throws Refusal `identity.declaration_unknown` */
export async function refuseDeclaration(
  tx: Tx,
  { code, reason, at }: { code: string; reason: string; at: Confirming },
): Promise<string> {
  const { official, desk, now } = at
  const { id, actor } = await findDeclaration(tx, code, at)
  await endDelegationRow(tx, { id, by: official.accountId, why: 'refused', now })
  await recordAct(tx, {
    actor: official.accountId,
    onBehalfOf: actor,
    verb: 'identity.delegation_refused',
    thing: thingOf(id),
    reason,
    details: { agency: desk.agency },
    now,
  })
  return id
}

function openingAt({ official, desk, now }: Confirming) {
  const { accountId } = official
  const reader = { kind: 'official', accountId, post: desk.title, agency: desk.agency } as const
  return { reader, data: ['identity', 'family'], purpose: 'confirm_link', now } as const
}

async function findDeclaration(tx: Tx, typed: string, { official, now }: Confirming): Promise<Delegation> {
  const code = readPaperCode('declaration', typed)
  const found = code && (await delegationByCode(tx, digestOfCode('declaration', code)))
  const isOpen =
    found &&
    stateOf(found, now) === 'waits_for_official' &&
    shownUntil(found.offeredAt) > now &&
    // Nobody confirms what they declared themselves.
    found.actor !== official.accountId &&
    allows(official, 'confirm', { kind: 'delegation', subject: found.subject, actor: found.actor })
  if (!isOpen) throw new Refusal('identity.declaration_unknown')
  return found
}
