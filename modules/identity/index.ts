export {
  endSession,
  endSessionsOf,
  findSession,
  openSession,
  rotateSession,
  type Session,
} from './session.ts'
export { SESSION_COOKIE, whoIsHere } from './who-is-here.ts'
