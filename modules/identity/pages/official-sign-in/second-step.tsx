import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { formatTime } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { partyOf, proofOptions } from '../../officials/passkey.ts'
import { type Factor, giveSecondFactor } from '../../officials/second-factor.ts'
import type { Step } from '../../officials/step.ts'
import { passkeysOf, totpOf } from '../../queries/officials-credentials.ts'
import type { IdentityServices } from '../../services.ts'
import { browserOf, homeOf, letIn, stepOf } from './entering.ts'
import { SECOND_STEP, SecondStepPage } from './second-view.tsx'
import { words } from './text.ts'
import { SIGN_IN } from './view.tsx'

const Token = Type.Optional(Type.String({ maxLength: 200 }))
const Code = Type.Object({ _csrf: Token, code: Type.String({ maxLength: 100, default: '' }) })
const Recovery = Type.Object({ _csrf: Token, recovery: Type.String({ maxLength: 100, default: '' }) })
const Answer = Type.Object({ _csrf: Token, answer: Type.String({ maxLength: 20_000, default: '' }) })

/** Bước hai. Whoever has not given a password in this browser is sent back to where it is given. */
export function secondStep(app: App, services: IdentityServices): void {
  app.get(SECOND_STEP, { config: { access: 'anyone' } }, async (request, reply) => {
    const step = await stepOf(services, request, 'second_factor')
    if (!step) return reply.redirect(SIGN_IN, 302)
    return show(services, { request, reply, step, status: 200 })
  })

  app.post(`${SECOND_STEP}/ma`, { schema: { body: Code }, config: { access: 'anyone' } }, (request, reply) =>
    take(services, request, reply, { kind: 'totp', code: request.body.code }),
  )
  app.post(
    `${SECOND_STEP}/khoi-phuc`,
    { schema: { body: Recovery }, config: { access: 'anyone' } },
    (request, reply) => take(services, request, reply, { kind: 'recovery', code: request.body.recovery }),
  )
  app.post(
    `${SECOND_STEP}/khoa`,
    { schema: { body: Answer }, config: { access: 'anyone' } },
    (request, reply) => take(services, request, reply, { kind: 'passkey', answer: request.body.answer }),
  )
}

const FIELDS: Readonly<Record<Factor['kind'], string>> = {
  totp: 'code',
  recovery: 'recovery',
  passkey: 'code',
}

async function take(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  factor: Factor,
): Promise<FastifyReply> {
  const text = words[request.lang]
  const step = await stepOf(services, request, 'second_factor')
  if (!step) return reply.redirect(SIGN_IN, 303)
  const answer = await giveSecondFactor(services, { step, factor, ...browserOf(request) })
  const field = FIELDS[factor.kind]
  switch (answer.kind) {
    case 'in':
      letIn(services, reply, answer.token)
      return reply.redirect(await nextAfter(services, step, factor), 303)
    case 'over':
      return reply.redirect(SIGN_IN, 303)
    case 'locked': {
      const seconds = Math.ceil((answer.until.getTime() - services.clock().getTime()) / 1_000)
      reply.header('retry-after', Math.max(1, seconds))
      const errors = [{ field, text: text.locked(formatTime(answer.until)) }]
      return show(services, { request, reply, step, status: 429, errors })
    }
    case 'wrong': {
      request.log.warn({ factor: factor.kind }, 'a second factor was wrong')
      const said = { totp: text.codeWrong, recovery: text.recoveryWrong, passkey: text.wrongPasskey }
      return show(services, {
        request,
        reply,
        step,
        status: 422,
        errors: [{ field, text: said[factor.kind] }],
      })
    }
  }
}

/** Whoever came in by a recovery code has lost something: they see first what is left and what to set up anew. */
async function nextAfter(services: IdentityServices, step: Step, factor: Factor): Promise<string> {
  if (factor.kind === 'recovery') return '/can-bo/bao-mat?ma=da-dung'
  return homeOf(services, step.accountId, step.back)
}

type Showing = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly step: Step
  readonly status: number
  readonly errors?: readonly FieldError[]
}

async function show(services: IdentityServices, { request, reply, step, status, errors }: Showing) {
  const { db, vault, clock, publicUrl } = services
  const { accountId } = step
  const [app, keys] = await Promise.all([totpOf(db, accountId), passkeysOf(db, accountId)])
  const party = keys.length > 0 ? partyOf(publicUrl) : undefined
  const purpose = `second factor ${accountId}` as const
  const page = (
    <SecondStepPage
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      hasApp={app !== undefined}
      options={party && (await proofOptions({ party, vault, now: clock() }, purpose, keys))}
      errors={errors}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}
