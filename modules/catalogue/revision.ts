import type { CivilDate } from '#kernel/civil-date'
import type { ProcedureContent } from './procedure.ts'

/** Why there is a new revision: công bố, sửa đổi bổ sung, thay thế, bãi bỏ (Nghị định 63/2010, Điều 13–15). */
export const REVISION_KINDS = ['published', 'amended', 'replaced', 'abolished'] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]

/** Quyết định công bố: what makes a revision valid. */
export type Decision = {
  readonly number?: string
  readonly decidedOn?: CivilDate
  readonly effectiveOn?: CivilDate
}

/** What an import hands over for one procedure. */
export type ProcedureRecord = {
  readonly code: string
  readonly kind?: RevisionKind
  readonly decision: Decision
  readonly content: ProcedureContent
  /** Codes that take the place of a replaced or abolished procedure. */
  readonly replacedBy?: readonly string[]
  readonly alsoCalled?: readonly string[]
  readonly rank?: number
}

export type RevisionName = { readonly code: string; readonly number: number }

export type Revision = RevisionName & {
  readonly kind: RevisionKind
  readonly decisionNumber?: string
  readonly decidedOn?: CivilDate
  readonly effectiveOn: CivilDate
  /** False when the source named no date: then `effectiveOn` is the day of recording. */
  readonly effectiveIsKnown: boolean
  readonly replacedBy: readonly string[]
  readonly content: ProcedureContent
}

/** A procedure as of a day: the revision in force, and what stays with the code. */
export type Procedure = Revision & {
  /** What it is for, in plain words: the revision's own, or those that an earlier one brought. */
  readonly summary?: string
  readonly formerNames: readonly string[]
  readonly alsoCalled: readonly string[]
  /** The revision in force now; this one may be another. */
  readonly inForceNumber: number
}
