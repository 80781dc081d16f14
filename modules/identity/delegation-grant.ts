import { addDays, addMonths, type CivilDate, civilDate, momentAt } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { type DelegationKind, thingOf } from './delegation.ts'
import { type Contact, findContact } from './delegation-contact.ts'
import { digestOfCode, readPaperCode } from './paper-code.ts'
import { dropContactCode } from './queries/contact-codes.ts'
import { insertDelegation } from './queries/delegations.ts'
import type { AccountKind } from './session.ts'

/** What somebody can give by themselves. The other kinds stand on the law and on papers. */
export type GrantedKind = Extract<DelegationKind, 'authorised' | 'staff' | 'assisted'>

const HOUR_MS = 3_600_000

/** Longest: a setting, not law. Without a term a power of attorney lasts a year (Bộ luật Dân sự 2015, Điều 563). */
const MOST_MONTHS = 36
export const USUAL_MONTHS = 12

export type Grant = {
  readonly subject: string
  readonly subjectKind: AccountKind
  /** Who gives it: the subject, or the legal representative acting for it. */
  readonly by: string
  readonly kind: GrantedKind
  /** As typed: the code of whoever is to act. */
  readonly code: string
  readonly purpose: string
  readonly procedures: readonly string[]
  /** The last day. Help at a counter ends after an hour, whatever the day. */
  readonly lastDay: CivilDate
  readonly now: Date
}

/** The latest last day that may be chosen. */
export function latestLastDay(now: Date): CivilDate {
  return addMonths(civilDate(now), MOST_MONTHS)
}

/**
 * Whom a grant would name. @throws Refusal `identity.contact_unknown`, `identity.delegation_self`,
 * `identity.delegation_wrong_side` when such an account cannot be given this power
 */
export async function contactFor(
  tx: Tx,
  grant: Pick<Grant, 'subject' | 'by' | 'kind' | 'code' | 'now'>,
): Promise<Contact> {
  const contact = await findContact(tx, grant.code, grant.now)
  if (!contact) throw new Refusal('identity.contact_unknown')
  if (contact.accountId === grant.subject || contact.accountId === grant.by) {
    throw new Refusal('identity.delegation_self')
  }
  const wanted: AccountKind = grant.kind === 'assisted' ? 'official' : 'person'
  if (contact.kind !== wanted) throw new Refusal('identity.delegation_wrong_side')
  return contact
}

/**
 * Ủy quyền (Bộ luật Dân sự 2015, Điều 562): offers somebody the power to act, named by the code that they gave. Nothing may be
 * done before they accept. Answers the id.
 */
export async function grantDelegation(tx: Tx, grant: Grant): Promise<string> {
  const { subject, kind, purpose, procedures, by, now } = grant
  if ((kind === 'staff') !== (grant.subjectKind === 'organization')) {
    throw new Refusal('identity.delegation_wrong_side')
  }
  const contact = await contactFor(tx, grant)
  const code = readPaperCode('contact', grant.code)
  const isFirst = code !== undefined && (await dropContactCode(tx, digestOfCode('contact', code)))
  if (!isFirst) throw new Refusal('identity.contact_unknown')

  const id = timeOrderedId(now)
  await insertDelegation(tx, {
    id,
    kind,
    subject,
    actor: contact.accountId,
    purpose,
    procedures,
    offeredBy: by,
    offeredAt: now,
    basis: kind === 'assisted' ? 'consent' : 'granted',
    papers: null,
    declared: null,
    code: null,
    startsAt: null,
    endsAt: endOf(grant),
    confirmedBy: null,
    agency: null,
  })
  await recordAct(tx, {
    actor: by,
    ...(by !== subject && { onBehalfOf: subject }),
    verb: 'identity.delegation_granted',
    thing: thingOf(id),
    reason: purpose,
    details: { kind, procedures },
    now,
  })
  return id
}

function endOf({ kind, lastDay, now }: Grant): Date {
  return kind === 'assisted' ? new Date(now.getTime() + HOUR_MS) : momentAt(addDays(lastDay, 1))
}
