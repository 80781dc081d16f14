import { actsFor, actsOn } from '#platform/acts'
import type { Db } from '#platform/db'
import { type Delegation, thingOf } from './delegation.ts'
import { accountNames } from './queries/account-names.ts'

/** An act, with whoever did it: officials without their name, as in the access log. */
export type DelegationAct = {
  readonly id: number
  readonly at: Date
  readonly verb: string
  readonly thing: string
  readonly by: { readonly kind: 'person' | 'organization' | 'official' | 'program'; readonly name: string }
}

const MOST_ACTS = 100

/** What was done to a delegation, and under it for the person represented, the newest first. */
export async function delegationHistory(
  db: Db,
  { id, subject, actor }: Delegation,
): Promise<readonly DelegationAct[]> {
  const [onIt, underIt] = await Promise.all([
    actsOn(db, thingOf(id), MOST_ACTS),
    subject ? actsFor(db, { onBehalfOf: subject, actor }, MOST_ACTS) : [],
  ])
  // What was done to another power between the two belongs to that one.
  const elsewhere = underIt.filter(({ thing }) => !thing.startsWith('delegation:'))
  const acts = new Map([...onIt, ...elsewhere].map((act) => [act.id, act]))
  const newest = [...acts.values()].sort((a, b) => b.id - a.id).slice(0, MOST_ACTS)
  const names = await accountNames(
    db,
    newest.map((act) => act.actor),
  )
  return newest.map(({ id: actId, at, verb, thing, actor: by }) => ({
    id: actId,
    at,
    verb,
    thing,
    by: names.get(by) ?? { kind: 'program', name: by },
  }))
}
