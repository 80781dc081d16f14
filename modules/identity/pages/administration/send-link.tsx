import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { shellOf } from '#platform/http'
import { findInvitation, invitationPath } from '../../officials/invitation.ts'
import { officialById } from '../../queries/officials.ts'
import type { IdentityServices } from '../../services.ts'
import { LinkPage } from './link-view.tsx'

/** Shows a new link, this once. */
export async function sendLink(
  { db, clock, publicUrl }: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<FastifyReply> {
  const invitation = await findInvitation(db, token, clock())
  const official = invitation && (await officialById(db, invitation.accountId))
  if (!invitation || !official) throw new Refusal('identity.invitation_over')
  const link = `${publicUrl}${invitationPath(token)}`
  const page = (
    <LinkPage shell={shellOf(request)} official={official} link={link} until={invitation.expiresAt} />
  )
  return sendPage(reply.header('cache-control', 'no-store'), 200, page)
}
