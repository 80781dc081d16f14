import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceOf } from '../../device.ts'
import { findStep, STEP_COOKIE, type Step } from '../../officials/step.ts'
import { livingGrantsOf } from '../../queries/officials-grants.ts'
import type { IdentityServices } from '../../services.ts'
import { setSessionCookie } from '../../who-is-here.ts'

/** Between two steps the browser holds the id of the step, and no session. */
export function setStepCookie({ publicUrl }: IdentityServices, reply: FastifyReply, token: string): void {
  const secure = publicUrl.startsWith('https:')
  reply.setCookie(STEP_COOKIE, token, { path: '/dang-nhap', httpOnly: true, sameSite: 'lax', secure })
}

/** The session begins: the step's cookie goes, the session's comes. */
export function letIn({ publicUrl }: IdentityServices, reply: FastifyReply, token: string): void {
  reply.clearCookie(STEP_COOKIE, { path: '/dang-nhap' })
  setSessionCookie(reply, token, publicUrl.startsWith('https:'))
}

/** The step that this browser has reached, if it is at this stage. */
export function stepOf(
  { db, clock }: IdentityServices,
  request: FastifyRequest,
  stage: Step['stage'],
): Promise<Step | undefined> {
  return findStep(db, request.cookies[STEP_COOKIE], stage, clock())
}

/** What a new session needs to know about the browser, and about the session that it takes the place of. */
export function browserOf(request: FastifyRequest): { device: string; endsSession: Buffer | undefined } {
  return { device: deviceOf(request.headers['user-agent']), endsSession: request.session?.key }
}

/** Where an official goes who did not come from anywhere: to their administration, or to their own page. */
export async function homeOf(
  { db, clock }: IdentityServices,
  accountId: string,
  back: string,
): Promise<string> {
  if (back !== '/') return back
  const grants = await livingGrantsOf(db, accountId, clock())
  return grants.some(({ role }) => role === 'administrator') ? '/quan-tri' : '/can-bo/bao-mat'
}
