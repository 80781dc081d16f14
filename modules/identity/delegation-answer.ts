import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { type Delegation, type DelegationEnd, stateOf, thingOf } from './delegation.ts'
import type { PolicyActor } from './policy.ts'
import { desksOf } from './policy-actor.ts'
import { endActingSessions } from './queries/acting.ts'
import {
  allowedDelegation,
  endDelegationRow,
  lockOpenDelegation,
  startDelegationRow,
} from './queries/delegations.ts'

type Answer = { readonly id: string; readonly by: PolicyActor; readonly now: Date }

/**
 * Nhận ủy quyền: whoever is to act agrees, and it starts.
 * @throws Refusal `identity.delegation_unknown`, `identity.delegation_not_open`
 */
export async function acceptDelegation(tx: Tx, { id, by, now }: Answer): Promise<void> {
  await lockOpenDelegation(tx, id)
  const delegation = await allowedDelegation(tx, id, { actor: by, act: 'accept' })
  if (!delegation?.subject) throw new Refusal('identity.delegation_unknown')
  const helper = delegation.kind === 'assisted' ? await helperAt(tx, by) : undefined
  const isOpen =
    stateOf(delegation, now) === 'waits_for_actor' && (await startDelegationRow(tx, { id, helper, now }))
  if (!isOpen) throw new Refusal('identity.delegation_not_open')
  await recordAct(tx, {
    actor: by.accountId,
    onBehalfOf: delegation.subject,
    verb: 'identity.delegation_accepted',
    thing: thingOf(id),
    now,
  })
}

/** Help at a counter is given at a desk: the citizen is told of which agency. @throws Refusal `identity.no_desk` */
async function helperAt(tx: Tx, by: PolicyActor): Promise<{ official: string; agency: string }> {
  const [desk] = await desksOf(tx, by, ['officer', 'assistant'])
  if (!desk) throw new Refusal('identity.no_desk')
  return { official: by.accountId, agency: desk.agency }
}

/**
 * Chấm dứt: either side ends it, at any time and without a reason (Bộ luật Dân sự 2015, Điều 569). Every session in which
 * somebody is acting under it ends with it. @throws Refusal `identity.delegation_unknown`, `identity.delegation_not_open`
 */
export async function endDelegation(tx: Tx, { id, by, now }: Answer): Promise<void> {
  await lockOpenDelegation(tx, id)
  const delegation = await allowedDelegation(tx, id, { actor: by, act: 'end' })
  if (!delegation) throw new Refusal('identity.delegation_unknown')
  const why = sideOf(delegation, by)
  const isEnded = await endDelegationRow(tx, { id, by: by.accountId, why, now })
  if (!isEnded) throw new Refusal('identity.delegation_not_open')
  await endActingSessions(tx, id, now)
  const { subject } = delegation
  await recordAct(tx, {
    actor: by.accountId,
    ...(subject && subject !== by.accountId && { onBehalfOf: subject }),
    verb: 'identity.delegation_ended',
    thing: thingOf(id),
    details: { why },
    now,
  })
}

function sideOf({ actor, startsAt, declared }: Delegation, by: PolicyActor): DelegationEnd {
  if (by.acting || actor !== by.accountId) return 'by_subject'
  return startsAt || declared ? 'by_actor' : 'refused'
}
