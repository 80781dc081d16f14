import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import { formatTime } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import type { Shell } from '#platform/http'
import { type App, shellOf } from '#platform/http'
import { backPath } from '../../back-path.ts'
import { confirmPresence, type Proof } from '../../officials/confirm.ts'
import { partyOf, proofOptions } from '../../officials/passkey.ts'
import { passkeysOf } from '../../queries/officials-credentials.ts'
import type { IdentityServices } from '../../services.ts'
import { letIn } from '../official-sign-in/entering.ts'
import { words as signInWords } from '../official-sign-in/text.ts'
import { PasskeyForm, type PasskeyOptions } from '../passkey-form.tsx'
import { CONFIRM, presentOfficial, SECURITY } from './present.ts'
import { words } from './text.ts'

const Back = Type.Optional(Type.String({ maxLength: 2_000 }))
const Body = Type.Object({
  _csrf: Type.Optional(Type.String({ maxLength: 200 })),
  ve: Back,
  password: Type.Optional(Type.String({ maxLength: 1_000 })),
  answer: Type.Optional(Type.String({ maxLength: 20_000 })),
})

/** Xác nhận lại before a change to the ways of signing in. */
export function confirmPage(app: App, services: IdentityServices): void {
  app.get(
    CONFIRM,
    { schema: { querystring: Type.Object({ ve: Back }) }, config: { access: 'official' } },
    (request, reply) => show(services, request, reply, { status: 200, back: backPath(request.query.ve) }),
  )

  app.post(CONFIRM, { schema: { body: Body }, config: { access: 'official' } }, async (request, reply) => {
    const { ve, password, answer } = request.body
    const back = backPath(ve)
    const present = await presentOfficial(services, request)
    const proof: Proof = answer ? { answer } : { password: password ?? '' }
    const confirmed = await confirmPresence(services, { ...present, proof })
    if (typeof confirmed === 'object' && 'token' in confirmed) {
      letIn(services, reply, confirmed.token)
      return reply.redirect(back === '/' ? SECURITY : back, 303)
    }
    const text = words[request.lang]
    const said = confirmed === 'wrong' ? text.wrong : text.locked(formatTime(confirmed.lockedUntil))
    const status = confirmed === 'wrong' ? 422 : 429
    return show(services, request, reply, { status, back, errors: [{ field: 'password', text: said }] })
  })
}

type Shown = { readonly back: string; readonly errors?: readonly FieldError[] }

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, ...shown }: Shown & { status: number },
): Promise<FastifyReply> {
  const { db, vault, clock, publicUrl } = services
  const { official } = await presentOfficial(services, request)
  const keys = await passkeysOf(db, official.accountId)
  const party = keys.length > 0 ? partyOf(publicUrl) : undefined
  const purpose = `confirm ${official.accountId}` as const
  const options = party && (await proofOptions({ party, vault, now: clock() }, purpose, keys))
  const page = (
    <ConfirmView {...shown} shell={shellOf(request)} token={reply.generateCsrf()} options={options} />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type Props = Shown & {
  readonly shell: Shell
  readonly token: string
  readonly options: PasskeyOptions | undefined
}

function ConfirmView({ shell, token, back, options, errors = [] }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SECURITY }, { text: text.confirmTitle }]
  return (
    <Layout shell={shell} title={text.confirmTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.confirmTitle}</h1>
      <p class="lead">{text.confirmLead}</p>
      <PostForm action={CONFIRM} token={token} kept={{ ve: back }}>
        <TextInput
          name="password"
          label={text.current}
          type="password"
          autocomplete="current-password"
          errors={errors}
          maxLength={200}
          width={30}
        />
        <Button>{text.confirmButton}</Button>
      </PostForm>
      {options && (
        <PasskeyForm
          action={CONFIRM}
          token={token}
          act="get"
          options={options}
          problem={signInWords[shell.lang].passkeyProblem}
          kept={{ ve: back }}
        >
          <Button kind="secondary">{text.confirmKey}</Button>
        </PasskeyForm>
      )}
    </Layout>
  )
}
