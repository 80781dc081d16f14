export { ACTS, type Act, actsFrom, type Remark, type Turn } from './acts.ts'
export type { Claim, ClaimedContent } from './claim.ts'
export type { ClockRules } from './clock.ts'
export type { Applicant, Doer, Door, Dossier, DossierEvent, EventDetails } from './dossier.ts'
export { issueDossierCode } from './issue-code.ts'
export { moveDossier, remarkOnDossier } from './move-dossier.ts'
export { CHANGED, type NewDossier, openDossier } from './open-dossier.ts'
export { Course } from './pages/track/course.tsx'
export { Limit, Standing } from './pages/track/dossier.tsx'
export {
  clockRulesOf,
  findDossier,
  findDossiers,
  listFiled,
  listForOwner,
  requireDossier,
  timelineOf,
} from './read-dossier.ts'
export { type ClaimOutcome, OpenedMeanwhile, recordClaims } from './record-claims.ts'
export { refusals } from './refusals.ts'
export { registerRoutes } from './routes.ts'
export { newSecret } from './secret.ts'
export { STATUS, type Status } from './status.ts'
export { timelineSteps } from './timeline.ts'
export { actInWords } from './timeline-words.ts'
