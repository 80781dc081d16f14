import { addDays, addMonths, type CivilDate, civilDate, momentAt } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Db, Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { currentPerson, findPersonByPersonalId, type Person } from './account.ts'
import { type DelegationKind, thingOf } from './delegation.ts'
import { digestOfCode, newPaperCode } from './paper-code.ts'
import {
  bindDelegationRows,
  countWaitingDeclarations,
  insertDelegation,
  type NewDelegation,
  openDelegationBetween,
} from './queries/delegations.ts'
import { organizationsRepresentedBy, type RepresentedRow } from './queries/represented.ts'

const MAJORITY_MONTHS = 18 * 12
const MOST_DECLARATIONS = 5
/** Papers have to be shown within this time. */
const SHOWN_WITHIN_DAYS = 30
/** A guardian of an adult is asked for the papers again after this time: a setting, not law. */
const GUARDIAN_MONTHS = 36
const REPRESENTATIVE_MONTHS = 12

export type Represented = RepresentedRow

/** Organizations whose legal representative somebody is, as VNeID said when they last signed in. */
export async function listRepresentable(db: Db, accountId: string): Promise<readonly Represented[]> {
  const person = await currentPerson(db, accountId)
  return person?.personalId ? organizationsRepresentedBy(db, person.personalId) : []
}

/**
 * Người đại diện theo pháp luật (Bộ luật Dân sự 2015, Điều 137): proven by what VNeID says about the organization, and only
 * for as long as it says so. Answers the id, the same one as long as it lasts.
 * @throws Refusal `identity.not_representative`
 */
export async function representOrganization(
  tx: Tx,
  { accountId, organizationId, now }: { accountId: string; organizationId: string; now: Date },
): Promise<string> {
  const represented = await listRepresentable(tx, accountId)
  if (!represented.some((one) => one.accountId === organizationId)) {
    throw new Refusal('identity.not_representative')
  }
  return proven(tx, {
    kind: 'representative',
    subject: organizationId,
    actor: accountId,
    papers: null,
    now,
    endsOn: addMonths(civilDate(now), REPRESENTATIVE_MONTHS),
  })
}

export type Declaration = {
  readonly accountId: string
  readonly kind: Extract<DelegationKind, 'parent' | 'guardian'>
  readonly name: string
  readonly bornOn: CivilDate
  readonly personalId: string
  /** Which papers prove it: giấy khai sinh, quyết định cử người giám hộ. */
  readonly papers: string
  readonly now: Date
}

/** The code is there when an official has to see the papers: it is shown once. */
export type Declaring = { readonly id: string; readonly code?: string }

/**
 * Cha mẹ, người giám hộ (Bộ luật Dân sự 2015, Điều 136): proven at once where VNeID names the parent in the data of the
 * child; else it waits for an official, and the answer does not tell whether such a person has an account.
 * @throws Refusal `identity.not_a_minor`, `identity.delegation_self`, `identity.too_many_declared`
 */
export async function declareRepresented(tx: Tx, declaration: Declaration): Promise<Declaring> {
  const { accountId, kind, personalId, bornOn, papers, now } = declaration
  const me = await currentPerson(tx, accountId)
  if (me?.personalId === personalId) throw new Refusal('identity.delegation_self')
  const majority = addMonths(bornOn, MAJORITY_MONTHS)
  const today = civilDate(now)
  const isMinor = majority > today
  if (kind === 'parent' && !isMinor) throw new Refusal('identity.not_a_minor')

  const person = await findPersonByPersonalId(tx, personalId)
  if (kind === 'parent' && person?.bornOn === bornOn && isParent(me, person)) {
    return {
      id: await proven(tx, {
        kind,
        subject: person.accountId,
        actor: accountId,
        papers,
        now,
        endsOn: majority,
      }),
    }
  }
  if ((await countWaitingDeclarations(tx, accountId, now)) >= MOST_DECLARATIONS) {
    throw new Refusal('identity.too_many_declared')
  }
  const endsOn = isMinor ? majority : addMonths(today, GUARDIAN_MONTHS)
  return declared(tx, declaration, endsOn)
}

/** Starts what an official confirmed before the person had an account, now that there is one. */
export async function startConfirmed(tx: Tx, accountId: string, now: Date): Promise<void> {
  for (const id of await bindDelegationRows(tx, accountId, now)) {
    await recordAct(tx, { actor: accountId, verb: 'identity.delegation_started', thing: thingOf(id), now })
  }
}

/** Until when papers of a declaration may be shown. */
export function shownUntil(offeredAt: Date): Date {
  return momentAt(addDays(civilDate(offeredAt), SHOWN_WITHIN_DAYS + 1))
}

/** VNeID names father and mother of a child by their numbers. */
function isParent(me: Person | undefined, { claims }: Person): boolean {
  const number = me?.personalId
  return number != null && (claims.SoDinhDanhCha === number || claims.SoDinhDanhMe === number)
}

type Proven = Pick<NewDelegation, 'kind' | 'actor' | 'papers'> & {
  readonly subject: string
  readonly now: Date
  /** The first day on which it is over. */
  readonly endsOn: CivilDate
}

async function proven(tx: Tx, { kind, subject, actor, papers, now, endsOn }: Proven): Promise<string> {
  const known = await openDelegationBetween(tx, { kind, subject, actor, now })
  if (known) return known
  const id = timeOrderedId(now)
  await insertDelegation(tx, {
    id,
    kind,
    subject,
    actor,
    purpose: '',
    procedures: [],
    basis: 'vneid',
    papers,
    declared: null,
    offeredBy: actor,
    offeredAt: now,
    code: null,
    startsAt: now,
    endsAt: momentAt(endsOn),
    confirmedBy: null,
    agency: null,
  })
  await recordAct(tx, {
    actor,
    onBehalfOf: subject,
    verb: 'identity.delegation_started',
    thing: thingOf(id),
    details: { kind, basis: 'vneid' },
    now,
  })
  return id
}

async function declared(tx: Tx, declaration: Declaration, endsOn: CivilDate): Promise<Declaring> {
  const { accountId, kind, name, bornOn, personalId, papers, now } = declaration
  const id = timeOrderedId(now)
  const code = newPaperCode('declaration')
  await insertDelegation(tx, {
    id,
    kind,
    subject: null,
    actor: accountId,
    purpose: '',
    procedures: [],
    basis: 'papers',
    papers,
    declared: { name, bornOn, personalId },
    offeredBy: accountId,
    offeredAt: now,
    code: digestOfCode('declaration', code),
    startsAt: null,
    endsAt: momentAt(endsOn),
    confirmedBy: null,
    agency: null,
  })
  await recordAct(tx, {
    actor: accountId,
    verb: 'identity.delegation_declared',
    thing: thingOf(id),
    reason: papers,
    details: { kind },
    now,
  })
  return { id, code }
}
