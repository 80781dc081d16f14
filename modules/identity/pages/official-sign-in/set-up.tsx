import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { enrol, type FirstFactor } from '../../officials/enrol.ts'
import { offeredTotp, offerTotp } from '../../officials/factors.ts'
import { partyOf, registrationOptions } from '../../officials/passkey.ts'
import type { Step } from '../../officials/step.ts'
import { officialById } from '../../queries/officials.ts'
import type { IdentityServices } from '../../services.ts'
import { RecoveryCodesPage } from './codes-view.tsx'
import { browserOf, homeOf, letIn, stepOf } from './entering.ts'
import { SET_UP, SetUpPage } from './set-up-view.tsx'
import { words } from './text.ts'
import { SIGN_IN } from './view.tsx'

const Token = Type.Optional(Type.String({ maxLength: 200 }))
const AppCode = Type.Object({
  _csrf: Token,
  sealed: Type.String({ maxLength: 200, default: '' }),
  code: Type.String({ maxLength: 100, default: '' }),
})
const KeyAnswer = Type.Object({
  _csrf: Token,
  answer: Type.String({ maxLength: 20_000, default: '' }),
  name: Type.String({ maxLength: 1_000, default: '' }),
})

/** Thiết lập lần đầu, after the password and before the first session. */
export function setUp(app: App, services: IdentityServices): void {
  app.get(SET_UP, { config: { access: 'anyone' } }, async (request, reply) => {
    const step = await stepOf(services, request, 'enrolment')
    if (!step) return reply.redirect(SIGN_IN, 302)
    return show(services, { request, reply, step, status: 200 })
  })

  app.post(`${SET_UP}/ma`, { schema: { body: AppCode }, config: { access: 'anyone' } }, (request, reply) => {
    const { sealed, code } = request.body
    return take(services, request, reply, { kind: 'totp', sealed, code })
  })

  app.post(
    `${SET_UP}/khoa`,
    { schema: { body: KeyAnswer }, config: { access: 'anyone' } },
    (request, reply) => {
      const { answer, name } = request.body
      const called = keyName(name) ?? words[request.lang].keyNameDefault
      return take(services, request, reply, { kind: 'passkey', answer, name: called })
    },
  )
}

/** The name that a person gives a key, short enough for a table. */
export function keyName(typed: string): string | undefined {
  return tidy(typed).slice(0, 60).trim() || undefined
}

async function take(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  factor: FirstFactor,
): Promise<FastifyReply> {
  const text = words[request.lang]
  const step = await stepOf(services, request, 'enrolment')
  if (!step) return reply.redirect(SIGN_IN, 303)
  const enrolled = await enrol(services, { step, factor, ...browserOf(request) })
  if (!enrolled) {
    const said = factor.kind === 'totp' ? text.codeWrong : text.keyWrong
    const kept = factor.kind === 'totp' ? factor.sealed : undefined
    return show(services, {
      request,
      reply,
      step,
      status: 422,
      errors: [{ field: 'code', text: said }],
      kept,
    })
  }
  letIn(services, reply, enrolled.token)
  const shell = { ...shellOf(request), signedInAs: enrolled.official.name }
  const next = await homeOf(services, step.accountId, step.back)
  const page = <RecoveryCodesPage shell={shell} codes={enrolled.codes} next={next} />
  return sendPage(reply.header('cache-control', 'no-store'), 200, page)
}

type Showing = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly step: Step
  readonly status: number
  readonly errors?: readonly FieldError[]
  /** The sealed secret that was shown before: the person has added it to their app already. */
  readonly kept?: string | undefined
}

async function show(
  services: IdentityServices,
  { request, reply, step, status, errors, kept }: Showing,
): Promise<FastifyReply> {
  const { db, vault, clock, publicUrl } = services
  const official = await officialById(db, step.accountId)
  if (!official) return reply.redirect(SIGN_IN, 303)
  const { accountId, email, name } = official
  const party = partyOf(publicUrl)
  const page = (
    <SetUpPage
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      app={{ ...offerAgain(services, accountId, kept), label: email }}
      options={
        party &&
        (await registrationOptions({ party, vault, now: clock() }, { accountId, email, name, keys: [] }))
      }
      errors={errors}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

/** The same secret as before when the form brought it back, else a new one. */
export function offerAgain(
  services: IdentityServices,
  accountId: string,
  sealed: string | undefined,
): { secret: Buffer; sealed: string } {
  const secret = sealed === undefined ? undefined : offeredTotp(services, accountId, sealed)
  return secret && sealed !== undefined ? { secret, sealed } : offerTotp(services, accountId)
}
