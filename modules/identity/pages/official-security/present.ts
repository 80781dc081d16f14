import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal'
import { withBack } from '../../back-path.ts'
import { isFresh } from '../../officials/confirm.ts'
import type { Official } from '../../officials/official.ts'
import { officialById } from '../../queries/officials.ts'
import type { IdentityServices } from '../../services.ts'
import type { Session } from '../../session.ts'

export const SECURITY = '/can-bo/bao-mat'
export const CONFIRM = `${SECURITY}/xac-nhan`

export type Present = { readonly official: Official; readonly session: Session }

/** The official whose page this is. @throws Refusal `access.sign_in` for whoever has no session of one */
export async function presentOfficial({ db }: IdentityServices, request: FastifyRequest): Promise<Present> {
  const { session } = request
  const official = session && (await officialById(db, session.accountId))
  if (!session || !official || official.leftAt) throw new Refusal('access.sign_in')
  return { session, official }
}

/**
 * The official, once they have proven lately that it is they. Everyone else is sent to do so and comes back to the page
 * `back`; then the answer is undefined and the reply is on its way.
 */
export async function freshOfficial(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
): Promise<Present | undefined> {
  const present = await presentOfficial(services, request)
  if (isFresh(present.session, services.clock())) return present
  reply.redirect(withBack(CONFIRM, back), request.method === 'GET' ? 302 : 303)
  return undefined
}
