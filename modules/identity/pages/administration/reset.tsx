import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type FieldError, Radios } from '#design'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { managedOfficial } from '../../officials/administrator.ts'
import { type Reset, resetSignIn } from '../../officials/reset-sign-in.ts'
import type { IdentityServices } from '../../services.ts'
import { administratorOf, officialPath } from './desk.ts'
import { Token } from './invite.tsx'
import { Params } from './official.tsx'
import { readReason } from './read-form.ts'
import { ReasonView } from './reason-view.tsx'
import { sendLink } from './send-link.tsx'
import { words } from './text.ts'

const Body = Type.Object({
  _csrf: Token,
  what: Type.String({ maxLength: 40, default: '' }),
  reason: Type.String({ maxLength: 2_000, default: '' }),
})
const WHAT: readonly Reset['what'][] = ['second_factor', 'all']

type Shown = {
  readonly status: number
  readonly what?: string
  readonly reason?: string
  readonly errors?: readonly FieldError[]
}

/** Đặt lại cách đăng nhập, for an official who has lost a phone or a password; or one more invitation. */
export function resetPage(app: App, services: IdentityServices): void {
  const address = `${officialPath(':id')}/dat-lai`
  app.get(address, { schema: { params: Params }, config: { access: 'administrator' } }, (request, reply) =>
    show(services, request, reply, request.params.id, { status: 200 }),
  )
  app.post(
    address,
    { schema: { params: Params, body: Body }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { id } = request.params
      const text = words[request.lang]
      const what = WHAT.find((one) => one === request.body.what)
      const reason = readReason(request.body.reason, text)
      if (!what || !('value' in reason)) {
        const missing = what ? [] : [{ field: 'what', text: text.errors.what }]
        const shown = { ...request.body, status: 422, errors: [...missing, ...reason.errors] }
        return show(services, request, reply, id, shown)
      }
      const token = await resetSignIn(services, request.actor.id, {
        accountId: id,
        what,
        reason: reason.value,
      })
      return sendLink(services, request, reply, token)
    },
  )
}

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { status, what, reason, errors = [] }: Shown,
): Promise<FastifyReply> {
  const text = words[request.lang]
  const administrator = await administratorOf(services, request)
  const managed = await managedOfficial(services.db, administrator, id, services.clock())
  const { official, isWhollyMine } = managed
  if (!isWhollyMine) throw new Refusal('identity.reset_beyond')
  const isFirst = !official.enrolledAt
  const page = (
    <ReasonView
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      official={official}
      action={`${officialPath(id)}/dat-lai`}
      title={isFirst ? text.reinvite : text.resetTitle}
      lead={isFirst ? text.inviteLead : text.resetLead}
      button={isFirst ? text.inviteButton : text.resetButton}
      {...(isFirst ? { kept: { what: 'all' } } : {})}
      reason={reason}
      errors={errors}
    >
      {!isFirst && (
        <Radios
          name="what"
          label={text.resetWhat}
          choices={WHAT.map((value) => ({ value, text: text.resetWhats[value] }))}
          value={what}
          errors={errors}
        />
      )}
    </ReasonView>
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}
