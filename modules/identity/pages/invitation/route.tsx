import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { formatTime } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findInvitation, type Invitation } from '../../officials/invitation.ts'
import type { Official } from '../../officials/official.ts'
import { checkPassword, setPassword } from '../../officials/set-password.ts'
import { openStep } from '../../officials/step.ts'
import { officialById, postsOf } from '../../queries/officials.ts'
import type { IdentityServices } from '../../services.ts'
import { setStepCookie } from '../official-sign-in/entering.ts'
import { SET_UP } from '../official-sign-in/set-up-view.tsx'
import { words } from './text.ts'
import { InvitationPage } from './view.tsx'

const Params = Type.Object({ token: Type.String({ maxLength: 100 }) })
const Body = Type.Object({
  _csrf: Type.Optional(Type.String({ maxLength: 200 })),
  username: Type.Optional(Type.String({ maxLength: 1_000 })),
  password: Type.String({ maxLength: 1_000, default: '' }),
  again: Type.String({ maxLength: 1_000, default: '' }),
})

type Opened = { readonly link: string; readonly invitation: Invitation; readonly official: Official }

/** Thư mời, and links that let an official set up again how they sign in. Looking at one uses nothing up. */
export function invitationPage(app: App, services: IdentityServices): void {
  app.get(
    '/thu-moi/:token',
    { schema: { params: Params }, config: { access: 'anyone' } },
    async (request, reply) => {
      const opened = await openedBy(services, request.params.token)
      return show(services, request, reply, { ...opened, status: 200 })
    },
  )

  app.post(
    '/thu-moi/:token',
    { schema: { params: Params, body: Body }, config: { access: 'anyone' } },
    async (request, reply) => {
      const opened = await openedBy(services, request.params.token)
      const { invitation, official } = opened
      const problem = await passwordProblem(services, request, opened, request.body)
      if (problem) return show(services, request, reply, { ...opened, ...problem })

      const { accountId } = official
      const step = { accountId, stage: 'enrolment', back: '/', invitationKey: invitation.key } as const
      setStepCookie(services, reply, await openStep(services.db, { ...step, now: services.clock() }))
      return reply.redirect(SET_UP, 303)
    },
  )
}

/** @throws Refusal `identity.invitation_over` whatever the reason: the link says nothing about who was invited */
async function openedBy({ db, clock }: IdentityServices, link: string): Promise<Opened> {
  const invitation = await findInvitation(db, link, clock())
  const official = invitation && (await officialById(db, invitation.accountId))
  if (!invitation || !official || official.leftAt) throw new Refusal('identity.invitation_over')
  return { link, invitation, official }
}

type Problem = { readonly status: number; readonly errors: readonly FieldError[] }

/** Sets the new password, or checks the present one when it is only the second factor that was reset. */
async function passwordProblem(
  services: IdentityServices,
  request: FastifyRequest,
  { invitation, official }: Opened,
  { password, again }: { password: string; again: string },
): Promise<Problem | undefined> {
  const text = words[request.lang]
  const wrong = (said: string, field = 'password') => ({ status: 422, errors: [{ field, text: said }] })
  if (password === '') return wrong(text.missing)
  if (invitation.purpose === 'second_factor') {
    const check = await checkPassword(services, official, password)
    if (check === 'right') return undefined
    if (check === 'wrong') return wrong(text.wrong)
    return { ...wrong(text.locked(formatTime(check.lockedUntil))), status: 429 }
  }
  if (password !== again) return wrong(text.different, 'again')
  const fault = await setPassword(services, official, password)
  return fault && wrong(text.faults[fault])
}

async function show(
  { db, clock }: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, errors, ...opened }: Opened & { status: number; errors?: readonly FieldError[] },
): Promise<FastifyReply> {
  const posts = (await postsOf(db, [opened.official.accountId])).filter(({ endedAt }) => !endedAt)
  const briefs = await agencyBriefs(
    db,
    posts.map(({ agency }) => agency),
    civilDate(clock()),
  )
  const named = posts.map(({ title, agency }) => {
    const brief = briefs.get(agency)
    return `${title}, ${(request.lang === 'en' ? brief?.nameEn : brief?.name) ?? agency}`
  })
  const page = (
    <InvitationPage
      {...opened}
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      posts={named}
      errors={errors}
    />
  )
  // The address is the secret: it goes to no other page.
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  return sendPage(reply, status, page)
}
