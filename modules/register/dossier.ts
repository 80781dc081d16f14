import type { OpenPause } from '#kernel/working-time-pauses'
import type { Limit } from '#kernel/working-time-policy'
import type { Turn } from './acts.ts'
import type { Status } from './status.ts'

/** Kênh tiếp nhận: the portal, the counter, the post; or an agency's own system. */
export const DOORS = ['portal', 'desk', 'post', 'sync'] as const
export type Door = (typeof DOORS)[number]

/** What follows from the events of a dossier: where it stands, and its clocks. */
export type DossierState = {
  readonly status: Status
  readonly turn: Turn
  readonly submittedAt: Date
  /** Until when an agency has to take up what was filed: 8 working hours after it arrived. */
  readonly pickUpBy?: Date | undefined
  readonly receivedAt?: Date | undefined
  readonly limit?: Limit | undefined
  readonly dueAt?: Date | undefined
  /** When the due time was last set by an act; pauses that began before are in it already. */
  readonly dueSince?: Date | undefined
  readonly pauses: readonly OpenPause[]
  readonly supplementRequests: number
  /** Until when the applicant is to answer. */
  readonly supplementBy?: Date | undefined
  readonly extensions: number
  readonly finishedAt?: Date | undefined
  readonly returnedAt?: Date | undefined
  /** When a dossier came to an end without a result, or its result was handed over. */
  readonly endedAt?: Date | undefined
}

export type Applicant = {
  readonly kind: 'person' | 'organization'
  readonly name: string
  /** The account; absent for whoever has none. */
  readonly owner?: string | undefined
}

/** Hồ sơ: one row of the national register. */
export type Dossier = DossierState & {
  readonly code: string
  readonly version: number
  readonly door: Door
  /** Handle of the receiving agency, and its name as the receipt says it. */
  readonly agency: string
  readonly agencyName: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly revisionNumber?: number | undefined
  readonly applicant: Applicant
  readonly changedAt: Date
}

/** Who does something to a dossier. */
export type Doer = {
  readonly kind: 'applicant' | 'official' | 'agency' | 'system'
  /** The account, the client of an agency, or the name of a program. */
  readonly id: string
  readonly name?: string | undefined
  /** Chức vụ, as held at that moment. */
  readonly post?: string | undefined
  /** Handle of the agency. */
  readonly agency?: string | undefined
  /** The account for which it is done. */
  readonly onBehalfOf?: string | undefined
}

/** Một bước trong tiến trình. */
export type DossierEvent = {
  readonly sequence: number
  readonly act: string
  readonly fromStatus?: Status | undefined
  readonly toStatus: Status
  readonly by: Doer
  readonly reason?: string | undefined
  /** When it is said to have happened, and when the register learned of it. The same for our own doors. */
  readonly claimedAt: Date
  readonly arrivedAt: Date
  readonly isIrregular: boolean
  readonly details: EventDetails
}

/** What a later reader needs beside the event: due times old and new, units, numbers of papers. */
export type EventDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
