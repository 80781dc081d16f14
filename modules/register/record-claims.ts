import type { Tx } from '#platform/db'
import { announce } from '#platform/outbox'
import { type Claim, type ClaimedDossier, foldClaim } from './claim.ts'
import { CHANGED } from './open-dossier.ts'
import { type ClaimEvent, claimedDossiers, knownClaims, writeClaims } from './queries/claims.ts'

export type ClaimOutcome = {
  /** `repeated`: this very report is known. `foreign`: the dossier is another agency's; nothing was written. */
  readonly result: 'stored' | 'repeated' | 'foreign'
  /** Whether the register had not heard of the dossier before. */
  readonly isNew: boolean
  readonly isIrregular: boolean
  readonly isLate: boolean
}

/** Another process has opened one of these dossiers at the same moment: the transaction is to be tried again, and finds it there. */
export class OpenedMeanwhile extends Error {
  constructor() {
    super('A dossier was opened by somebody else meanwhile')
    this.name = 'OpenedMeanwhile'
  }
}

/**
 * Ghi nhận đồng bộ: reports of other systems, many at once, in the order in which they arrived. Each is in the course of its dossier once;
 * the present of the dossier follows the moments that are claimed. A fixed number of statements, however many reports.
 * @throws OpenedMeanwhile
 */
export async function recordClaims(
  tx: Tx,
  claims: readonly Claim[],
  arrivedAt: Date,
): Promise<readonly ClaimOutcome[]> {
  if (claims.length === 0) return []
  const codes = [...new Set(claims.map(({ code }) => code))]
  const dossiers = new Map((await claimedDossiers(tx, codes)).map((dossier) => [dossier.code, dossier]))
  const seen = new Set(dossiers.size > 0 ? await knownClaims(tx, claims) : [])
  const changed = new Map<string, ClaimedDossier>()
  const events: ClaimEvent[] = []
  const outcomes = claims.map((claim): ClaimOutcome => {
    const before = changed.get(claim.code) ?? dossiers.get(claim.code)
    const isNew = before === undefined
    const nothing = { isNew, isIrregular: false, isLate: false }
    if (before && before.agency !== claim.agency) return { ...nothing, result: 'foreign' }
    const key = `${claim.code} ${claim.digest.toString('hex')}`
    if (seen.has(key)) return { ...nothing, result: 'repeated' }
    seen.add(key)
    const folded = foldClaim(before, claim, arrivedAt)
    changed.set(claim.code, folded.after)
    events.push({ claim, folded, arrivedAt })
    const { isIrregular, isLate } = folded
    return { result: 'stored', isNew, isIrregular, isLate }
  })
  if (events.length === 0) return outcomes
  const isNew = (code: string) => !dossiers.has(code)
  const created = await writeClaims(tx, { dossiers: [...changed.values()], isNew, events })
  if (created < [...changed.keys()].filter(isNew).length) throw new OpenedMeanwhile()
  await tellOfOwned(tx, changed)
  return outcomes
}

/** Dossiers of our own doors are worked on here as well: whoever reacts to their changes is told. */
async function tellOfOwned(tx: Tx, changed: ReadonlyMap<string, ClaimedDossier>): Promise<void> {
  for (const { code, version, door } of changed.values())
    if (door !== 'sync') await announce(tx, CHANGED, { code, version, act: 'synced' })
}
