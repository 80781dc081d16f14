import type { CivilDate } from '#kernel/civil-date'
import type { DelegationRow } from './queries/delegations.ts'

/**
 * Cha mẹ thay con chưa thành niên; người giám hộ; người được ủy quyền; người đại diện theo pháp luật của tổ chức; người được
 * tổ chức cử; cán bộ hỗ trợ tại quầy. Bộ luật Dân sự 2015, Điều 134 đến 138 và Điều 562.
 */
export const DELEGATION_KINDS = [
  'parent',
  'guardian',
  'authorised',
  'representative',
  'staff',
  'assisted',
] as const
export type DelegationKind = (typeof DELEGATION_KINDS)[number]

/** On what it stands: claims of VNeID, a grant of the person, papers that an official saw, consent given at a counter. */
export type DelegationBasis = 'vneid' | 'granted' | 'papers' | 'consent'

export type DelegationEnd = 'by_subject' | 'by_actor' | 'refused' | 'replaced'

/** What a parent or guardian says about a person whom the portal cannot tell to be theirs. */
export type Declared = {
  readonly name: string
  /** These two are forgotten when the matter is closed. */
  readonly bornOn?: CivilDate
  readonly personalId?: string
}

/** Quan hệ đại diện, ủy quyền: `actor` may act for `subject`. */
export type Delegation = DelegationRow

export type DelegationState =
  /** An official has to see the papers first. */
  | 'waits_for_official'
  /** Confirmed, but the person has never signed in, so there is no account yet. */
  | 'waits_for_account'
  /** The one who is to act has not agreed yet. */
  | 'waits_for_actor'
  | 'active'
  | 'over'
  | 'ended'

export function stateOf(
  { endedAt, endsAt, startsAt, declared, confirmedBy }: Delegation,
  now: Date,
): DelegationState {
  if (endedAt) return 'ended'
  if (endsAt <= now) return 'over'
  if (startsAt && startsAt <= now) return 'active'
  if (!declared) return 'waits_for_actor'
  return confirmedBy ? 'waits_for_account' : 'waits_for_official'
}

/** Whether one may act in a procedure: in all when none is named. */
export function covers({ procedures }: Pick<Delegation, 'procedures'>, procedureCode: string): boolean {
  return procedures.length === 0 || procedures.includes(procedureCode)
}

/** The thing that acts on a delegation are recorded against. */
export function thingOf(delegationId: string): string {
  return `delegation:${delegationId}`
}
