import type { FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal'
import type { Assurance } from './session.ts'

/**
 * Yêu cầu mức xác thực: a `preHandler` for routes of acts that need a level. Whoever has signed in with less is led to VNeID
 * and back; answers of a form are kept on the way. @throws Refusal `identity.level_two_needed`
 */
export function requireAssurance(level: Assurance): (request: FastifyRequest) => Promise<void> {
  return async (request) => demandAssurance(request, level)
}

/** The same inside a handler, where the level depends on what is asked. */
export function demandAssurance({ session }: FastifyRequest, level: Assurance): void {
  // Officials prove themselves by a second factor, and tests may force an actor without a session.
  if (session && session.accountKind !== 'official' && session.assurance < level)
    throw new Refusal('identity.level_two_needed')
}
