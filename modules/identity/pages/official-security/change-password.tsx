import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import { formatTime } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { changePassword, checkPassword } from '../../officials/set-password.ts'
import type { IdentityServices } from '../../services.ts'
import { rotateSession } from '../../session.ts'
import { words as invitationWords } from '../invitation/text.ts'
import { NewPasswordFields } from '../invitation/view.tsx'
import { letIn } from '../official-sign-in/entering.ts'
import { type Present, presentOfficial, SECURITY } from './present.ts'
import { words } from './text.ts'

const ADDRESS = `${SECURITY}/mat-khau`
const Body = Type.Object({
  _csrf: Type.Optional(Type.String({ maxLength: 200 })),
  current: Type.String({ maxLength: 1_000, default: '' }),
  password: Type.String({ maxLength: 1_000, default: '' }),
  again: Type.String({ maxLength: 1_000, default: '' }),
})

/** Đổi mật khẩu: the old one is asked for, every other session ends, this one goes on under a new id. */
export function changePasswordPage(app: App, services: IdentityServices): void {
  app.get(ADDRESS, { config: { access: 'official' } }, (request, reply) =>
    show(request, reply, { status: 200, errors: [] }),
  )

  app.post(ADDRESS, { schema: { body: Body }, config: { access: 'official' } }, async (request, reply) => {
    const present = await presentOfficial(services, request)
    const problem = await change(services, request, present, request.body)
    if (problem) return show(request, reply, problem)
    const now = services.clock()
    letIn(services, reply, await services.db.transaction((tx) => rotateSession(tx, present.session, { now })))
    return reply.redirect(`${SECURITY}?xong=password`, 303)
  })
}

type Problem = { readonly status: number; readonly errors: readonly FieldError[] }

async function change(
  services: IdentityServices,
  request: FastifyRequest,
  { official, session }: Present,
  { current, password, again }: { current: string; password: string; again: string },
): Promise<Problem | undefined> {
  const [text, newText] = [words[request.lang], invitationWords[request.lang]]
  const wrong = (field: string, said: string, status = 422) => ({ status, errors: [{ field, text: said }] })
  if (password === '') return wrong('password', newText.missing)
  if (password !== again) return wrong('again', newText.different)
  const check = await checkPassword(services, official, current)
  if (check === 'wrong') return wrong('current', newText.wrong)
  if (check !== 'right') return wrong('current', text.locked(formatTime(check.lockedUntil)), 429)
  const fault = await changePassword(services, official, { password, keep: session.key })
  return fault && wrong('password', newText.faults[fault])
}

function show(request: FastifyRequest, reply: FastifyReply, { status, errors }: Problem): FastifyReply {
  const page = <ChangeView shell={shellOf(request)} token={reply.generateCsrf()} errors={errors} />
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

function ChangeView({
  shell,
  token,
  errors,
}: {
  shell: Shell
  token: string
  errors: readonly FieldError[]
}) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SECURITY }, { text: text.passwordTitle }]
  return (
    <Layout shell={shell} title={text.passwordTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.passwordTitle}</h1>
      <PostForm action={ADDRESS} token={token}>
        <TextInput
          name="current"
          label={text.current}
          type="password"
          autocomplete="current-password"
          errors={errors}
          maxLength={200}
          width={30}
        />
        <NewPasswordFields text={invitationWords[shell.lang]} errors={errors} />
        <Button>{text.passwordChange}</Button>
      </PostForm>
    </Layout>
  )
}
