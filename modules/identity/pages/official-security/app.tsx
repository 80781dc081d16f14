import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ErrorSummary, type FieldError, Layout } from '#design'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { dropTotp, setTotp } from '../../officials/factors.ts'
import type { Official } from '../../officials/official.ts'
import type { IdentityServices } from '../../services.ts'
import { offerAgain } from '../official-sign-in/set-up.tsx'
import { AppForm, type OfferedApp } from '../official-sign-in/set-up-view.tsx'
import { words as signInWords } from '../official-sign-in/text.ts'
import { freshOfficial, SECURITY } from './present.ts'
import { words } from './text.ts'

const ADDRESS = `${SECURITY}/ung-dung`
const Token = Type.Optional(Type.String({ maxLength: 200 }))
const Body = Type.Object({
  _csrf: Token,
  sealed: Type.String({ maxLength: 200, default: '' }),
  code: Type.String({ maxLength: 100, default: '' }),
})

/** Ứng dụng xác thực: set up, moved to another phone, removed. */
export function appPages(app: App, services: IdentityServices): void {
  app.get(ADDRESS, { config: { access: 'official' } }, async (request, reply) => {
    const present = await freshOfficial(services, request, reply, ADDRESS)
    return present ? show(services, request, reply, present.official, { status: 200 }) : reply
  })

  app.post(ADDRESS, { schema: { body: Body }, config: { access: 'official' } }, async (request, reply) => {
    const present = await freshOfficial(services, request, reply, ADDRESS)
    if (!present) return reply
    const { sealed } = request.body
    const isSet = await services.db.transaction((tx) => setTotp(services, tx, present.official, request.body))
    if (isSet) return reply.redirect(`${SECURITY}?xong=app`, 303)
    const errors = [{ field: 'code', text: signInWords[request.lang].codeWrong }]
    return show(services, request, reply, present.official, { status: 422, sealed, errors })
  })

  app.post(
    `${ADDRESS}/bo`,
    { schema: { body: Type.Object({ _csrf: Token }) }, config: { access: 'official' } },
    async (request, reply) => {
      const present = await freshOfficial(services, request, reply, SECURITY)
      if (!present) return reply
      await services.db.transaction((tx) => dropTotp(tx, present.official, services.clock()))
      return reply.redirect(`${SECURITY}?xong=appGone`, 303)
    },
  )
}

type Shown = { readonly status: number; readonly sealed?: string; readonly errors?: readonly FieldError[] }

function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { accountId, email }: Official,
  { status, sealed, errors = [] }: Shown,
): FastifyReply {
  const offered = { ...offerAgain(services, accountId, sealed), label: email }
  const page = <AppView shell={shellOf(request)} token={reply.generateCsrf()} app={offered} errors={errors} />
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly app: OfferedApp
  readonly errors: readonly FieldError[]
}

function AppView({ shell, token, app, errors }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SECURITY }, { text: text.appTitle }]
  return (
    <Layout shell={shell} title={text.appTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.appTitle}</h1>
      <p class="quiet">{text.appReplaceHint}</p>
      <AppForm shell={shell} token={token} app={app} action={ADDRESS} errors={errors} />
    </Layout>
  )
}
