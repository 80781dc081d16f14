import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { formatTime } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { backPath } from '../../back-path.ts'
import { partyOf, proofOptions } from '../../officials/passkey.ts'
import { type FirstAnswer, givePasskey, givePassword } from '../../officials/sign-in.ts'
import type { IdentityServices } from '../../services.ts'
import { browserOf, homeOf, letIn, setStepCookie } from './entering.ts'
import { secondStep } from './second-step.tsx'
import { SECOND_STEP } from './second-view.tsx'
import { setUp } from './set-up.tsx'
import { SET_UP } from './set-up-view.tsx'
import { type OfficialSignInText, words } from './text.ts'
import { OfficialSignInPage, SIGN_IN } from './view.tsx'

const Back = Type.Optional(Type.String({ maxLength: 2_000 }))
const Token = Type.Optional(Type.String({ maxLength: 200 }))
const Password = Type.Object({
  _csrf: Token,
  ve: Back,
  email: Type.String({ maxLength: 1_000, default: '' }),
  password: Type.String({ maxLength: 1_000, default: '' }),
})
const Passkey = Type.Object({
  _csrf: Token,
  ve: Back,
  answer: Type.String({ maxLength: 20_000, default: '' }),
})

type Shown = {
  readonly status: number
  readonly back: string
  readonly email?: string
  readonly errors?: readonly FieldError[]
  readonly isLocked?: boolean
}

/** Đăng nhập của cán bộ: the page, the password, the passkey alone, and the steps that follow a password. */
export function officialSignInPages(app: App, services: IdentityServices): void {
  app.get(
    SIGN_IN,
    { schema: { querystring: Type.Object({ ve: Back }) }, config: { access: 'anyone' } },
    (request, reply) => show(services, request, reply, { status: 200, back: backPath(request.query.ve) }),
  )

  app.post(SIGN_IN, { schema: { body: Password }, config: { access: 'anyone' } }, async (request, reply) => {
    const { email, password, ve } = request.body
    const back = backPath(ve)
    const missing = missingIn(request.body, words[request.lang])
    if (missing.length > 0)
      return show(services, request, reply, { status: 422, back, email, errors: missing })

    const answer = await givePassword(services, { email, password, back, address: request.ip })
    if (answer.kind === 'step') {
      setStepCookie(services, reply, answer.token)
      return reply.redirect(answer.stage === 'enrolment' ? SET_UP : SECOND_STEP, 303)
    }
    request.log.warn({ answer: answer.kind }, 'an official was not let in')
    return show(services, request, reply, {
      ...refused(answer, reply, services, words[request.lang]),
      back,
      email,
    })
  })

  app.post(
    `${SIGN_IN}/khoa`,
    { schema: { body: Passkey }, config: { access: 'anyone' } },
    async (request, reply) => {
      const back = backPath(request.body.ve)
      const answer = await givePasskey(services, { answer: request.body.answer, ...browserOf(request) })
      if (answer.kind === 'in') {
        letIn(services, reply, answer.token)
        return reply.redirect(await homeOf(services, answer.official.accountId, back), 303)
      }
      request.log.warn({ answer: 'wrong passkey' }, 'an official was not let in')
      const errors = [{ field: 'email', text: words[request.lang].wrongPasskey }]
      return show(services, request, reply, { status: 422, back, errors })
    },
  )

  secondStep(app, services)
  setUp(app, services)
}

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, ...shown }: Shown,
): Promise<FastifyReply> {
  const { vault, clock, publicUrl } = services
  const party = partyOf(publicUrl)
  const page = (
    <OfficialSignInPage
      {...shown}
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      options={party && (await proofOptions({ party, vault, now: clock() }, 'sign in'))}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

function missingIn(
  { email, password }: { email: string; password: string },
  text: OfficialSignInText,
): readonly FieldError[] {
  return [
    ...(email.trim() === '' ? [{ field: 'email', text: text.emailMissing }] : []),
    ...(password === '' ? [{ field: 'password', text: text.passwordMissing }] : []),
  ]
}

/** Whether the name exists, the password was wrong or the account was left: the words are the same. */
function refused(
  answer: Exclude<FirstAnswer, { kind: 'step' }>,
  reply: FastifyReply,
  { clock }: IdentityServices,
  text: OfficialSignInText,
): Pick<Shown, 'status' | 'errors' | 'isLocked'> {
  switch (answer.kind) {
    case 'locked':
      reply.header('retry-after', secondsUntil(answer.until, clock()))
      return {
        status: 429,
        isLocked: true,
        errors: [{ field: 'email', text: text.locked(formatTime(answer.until)) }],
      }
    case 'no_factor':
      return { status: 422, errors: [{ field: 'email', text: text.noFactor }] }
    case 'wrong':
      return { status: 422, errors: [{ field: 'email', text: text.wrong }] }
  }
}

function secondsUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000))
}
