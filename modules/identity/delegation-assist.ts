import type { CivilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { readWithLog } from './access-log.ts'
import { findPersonByPersonalId } from './account.ts'
import { thingOf } from './delegation.ts'
import type { Confirming } from './delegation-confirm.ts'
import { allows } from './policy.ts'
import { insertDelegation } from './queries/delegations.ts'

const HOUR_MS = 3_600_000

export type PresentPerson = {
  /** Both from the card that lies on the counter: one slip of the finger finds nobody. */
  readonly personalId: string
  readonly bornOn: CivilDate
  readonly papers: string
  readonly purpose: string
}

/**
 * Hỗ trợ tại quầy without a phone: the person is present, shows a card and agrees; the official records both and may act for an
 * hour. The person finds it in their account and their access log. Answers the id.
 * @throws Refusal `access.denied`, `identity.person_unknown`
 */
export async function assistPresent(tx: Tx, person: PresentPerson, at: Confirming): Promise<string> {
  const { official, desk, now } = at
  if (!allows(official, 'ask', { kind: 'delegation' })) throw new Refusal('access.denied')
  const found = await findPersonByPersonalId(tx, person.personalId)
  if (found?.bornOn !== person.bornOn) throw new Refusal('identity.person_unknown')

  const { accountId: subject } = found
  const reader = {
    kind: 'official',
    accountId: official.accountId,
    post: desk.title,
    agency: desk.agency,
  } as const
  const opening = { subject, reader, data: ['identity'], purpose: 'assist_at_counter', now } as const
  return readWithLog(tx, opening, () => recordConsent(tx, { ...person, subject }, at))
}

type Consent = Pick<PresentPerson, 'papers' | 'purpose'> & { readonly subject: string }

async function recordConsent(
  tx: Tx,
  { subject, papers, purpose }: Consent,
  { official: { accountId }, desk: { agency }, now }: Confirming,
): Promise<string> {
  const id = timeOrderedId(now)
  await insertDelegation(tx, {
    id,
    kind: 'assisted',
    subject,
    actor: accountId,
    purpose,
    procedures: [],
    basis: 'consent',
    papers,
    declared: null,
    offeredBy: accountId,
    offeredAt: now,
    code: null,
    startsAt: now,
    endsAt: new Date(now.getTime() + HOUR_MS),
    confirmedBy: accountId,
    agency,
  })
  await recordAct(tx, {
    actor: accountId,
    onBehalfOf: subject,
    verb: 'identity.assisted_at_counter',
    thing: thingOf(id),
    reason: purpose,
    details: { agency },
    now,
  })
  return id
}
