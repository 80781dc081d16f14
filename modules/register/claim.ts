import { ACTS, type Turn } from './acts.ts'
import type { Applicant, Doer, Dossier } from './dossier.ts'
import { STATUS, type Status } from './status.ts'

/** What another system says a dossier is: names and days. It says all of it each time. */
export type ClaimedContent = {
  readonly procedureCode: string
  readonly procedureName: string
  readonly applicant: Applicant
  readonly submittedAt?: Date | undefined
  readonly receivedAt?: Date | undefined
  readonly dueAt?: Date | undefined
  readonly finishedAt?: Date | undefined
  readonly returnedAt?: Date | undefined
}

/** Báo cáo đồng bộ: one report of another system about one dossier. */
export type Claim = {
  readonly code: string
  /** Handle of the reporting agency, whose dossier it is, and the name that it goes by. */
  readonly agency: string
  readonly agencyName: string
  /** `synced`: the whole dossier. `progressed`: one step of its processing. */
  readonly act: 'synced' | 'progressed'
  /** Absent where the system's own word has none of the ten. */
  readonly status?: Status | undefined
  /** The status as it was written. */
  readonly said: string
  /** When it is said to have happened. */
  readonly claimedAt: Date
  readonly content?: ClaimedContent | undefined
  readonly by: Doer
  readonly text?: string | undefined
  /** SHA-256 of what was said, the same for the same report. */
  readonly digest: Buffer
}

/** A dossier with how far other systems have told of it. */
export type ClaimedDossier = Dossier & {
  readonly statusClaimedAt?: Date | undefined
  readonly contentClaimedAt?: Date | undefined
}

export type Folded = {
  readonly after: ClaimedDossier
  readonly fromStatus: Status | undefined
  readonly toStatus: Status
  /** Not what our own machine would allow; recorded all the same. */
  readonly isIrregular: boolean
  /** Of a moment before the one that is known already: the course has it, the present stays. */
  readonly isLate: boolean
}

/**
 * What a dossier is after a report, wherever the report comes in the order of arrival: the present follows the moment that is claimed,
 * and among equal moments what came last. Names and days follow in the same way, the whole of them at once.
 */
export function foldClaim(before: ClaimedDossier | undefined, claim: Claim, arrivedAt: Date): Folded {
  const { claimedAt } = claim
  const known = begun(before ?? unheardOf(claim, arrivedAt), claimedAt)
  const fromStatus = before?.status
  // A dossier of our own doors has been as it is since it last changed.
  const statusKnown = known.statusClaimedAt ?? (known.door === 'sync' ? undefined : known.changedAt)
  const isNewer = statusKnown === undefined || claimedAt >= statusKnown
  const status = claim.status !== undefined && isNewer ? claim.status : known.status
  const moved: ClaimedDossier =
    claim.status !== undefined && isNewer
      ? { ...known, ...standing(claim.status, fromStatus, claimedAt), statusClaimedAt: claimedAt }
      : known
  const isContentNewer = known.contentClaimedAt === undefined || claimedAt >= known.contentClaimedAt
  const told = claim.content && isContentNewer && known.door === 'sync'
  const after = told ? { ...moved, ...contentOf(claim), contentClaimedAt: claimedAt } : moved
  return {
    after: { ...after, version: known.version + 1, changedAt: arrivedAt },
    fromStatus,
    toStatus: claim.status ?? status,
    isIrregular: isNewer && claim.status !== undefined && !mayFollow(fromStatus, claim.status),
    isLate: !isNewer,
  }
}

/** As long as nobody has said when it was filed, it was before anything that is known to have happened to it. */
function begun(dossier: ClaimedDossier, claimedAt: Date): ClaimedDossier {
  const isTold = dossier.contentClaimedAt !== undefined || dossier.door !== 'sync'
  return isTold || dossier.submittedAt <= claimedAt ? dossier : { ...dossier, submittedAt: claimedAt }
}

function unheardOf({ code, agency, agencyName, claimedAt }: Claim, arrivedAt: Date): ClaimedDossier {
  return {
    code,
    version: 0,
    door: 'sync',
    agency,
    agencyName,
    procedureCode: '',
    procedureName: '',
    applicant: { kind: 'person', name: '' },
    status: 1,
    turn: 'agency',
    submittedAt: claimedAt,
    pauses: [],
    supplementRequests: 0,
    extensions: 0,
    changedAt: arrivedAt,
  }
}

function contentOf({ content, agencyName, claimedAt }: Claim): Partial<ClaimedDossier> {
  if (!content) return {}
  const { submittedAt, receivedAt, dueAt, finishedAt, returnedAt, ...names } = content
  return {
    ...names,
    agencyName,
    submittedAt: submittedAt ?? receivedAt ?? claimedAt,
    receivedAt,
    // Without a reception no limit is running.
    dueAt: receivedAt && dueAt,
    finishedAt,
    returnedAt,
  }
}

/** Whose turn it is in a status that another system reported, and whether it is the end. */
function standing(status: Status, from: Status | undefined, at: Date): Partial<ClaimedDossier> {
  const isOver = STATUS[status].clock === 'over'
  return { status, turn: turnIn(status, from), endedAt: isOver ? at : undefined }
}

function turnIn(status: Status, from: Status | undefined): Turn {
  // Back to "newly filed" after reception: how some systems ask for a supplement.
  if (status === 1) return from === 2 || from === 4 ? 'applicant' : 'agency'
  if (status === 5 || status === 9) return 'applicant'
  if (status === 6) return 'payment'
  return status === 2 || status === 4 ? 'agency' : 'nobody'
}

function mayFollow(from: Status | undefined, to: Status): boolean {
  if (from === undefined || from === to) return true
  return Object.values(ACTS).some(
    (act) => 'to' in act && act.to === to && (act.from as readonly Status[]).includes(from),
  )
}
