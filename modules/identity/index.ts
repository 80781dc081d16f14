export { type Opening, type Reader, readAllWithLog, readWithLog } from './access-log.ts'
export { findNewestSeal, printSeal, readPrintedSeals, sealAccessLog } from './access-log-seal.ts'
export { type Finding, verifyAccessLog } from './access-log-verify.ts'
export {
  type Account,
  currentHolder,
  currentOrganization,
  currentPerson,
  findAccount,
  findOrganizationByTaxCode,
  findPersonByPersonalId,
  isAccountId,
  type Organization,
  ownersOf,
  type Person,
} from './account.ts'
export { type ActingFor, subjectOf } from './acting.ts'
export { demandAssurance, requireAssurance } from './assurance.ts'
export { type AtDesk, atDesk } from './at-desk.ts'
export { covers } from './delegation.ts'
export { tasks } from './jobs.ts'
export { type MessageChannel, registerSentMessage } from './message-check.ts'
export { type OfficerAt, officersAt } from './officers-at.ts'
export { officialNames } from './official-names.ts'
export { inviteFromMachine, type MachineInvitation } from './officials/first-administrator.ts'
export { invitationPath } from './officials/invitation.ts'
export { hashPassword, isPassword } from './officials/password.ts'
export { CENTRE, ROLES, type Role } from './officials/role.ts'
export { openRecentSessions } from './recent-sessions.ts'
export { refusals } from './refusals.ts'
export { identityRoutes } from './routes.ts'
export type { IdentityServices } from './services.ts'
export {
  endSession,
  endSessionsOf,
  findSession,
  openSession,
  rotateSession,
  type Session,
} from './session.ts'
export { approveFromMachine } from './sso/client-acts.ts'
export { ssoTasks } from './sso/jobs.ts'
export { replaceAllKeys, rotateKeys } from './sso/keys.ts'
export { isRegistration, readRegistration, type TypedRegistration } from './sso/registration.ts'
export { openVneid, type Vneid } from './vneid.ts'
export { wayToSignIn } from './way-to-sign-in.ts'
export { SESSION_COOKIE, whoIsHere } from './who-is-here.ts'
