import { Type } from 'typebox'
import type { FieldError } from '#design'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import type { IdentityServices } from '../../services.ts'
import { registerClient } from '../../sso/client-acts.ts'
import {
  type Faults,
  isRegistration,
  readRegistration,
  type TypedRegistration,
} from '../../sso/registration.ts'
import { RegisterPage } from './form-view.tsx'
import { words } from './text.ts'

const line = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const Several = Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }))
const Body = Type.Object({
  agency: line(60),
  name: line(200),
  purpose: line(1_000),
  contact: line(300),
  redirectUris: line(12_000),
  signOutUris: line(12_000),
  backChannelUri: line(600),
  scopes: Several,
  kind: line(20),
  level: line(5),
  algorithm: line(10),
  subject: Several,
  _csrf: Type.Optional(Type.String()),
})
const config = { access: 'administrator' } as const

export function registerPages(app: App, { db, clock }: IdentityServices): void {
  app.get('/quan-tri/ung-dung/moi', { config }, (request, reply) =>
    sendPage(
      reply,
      200,
      <RegisterPage shell={shellOf(request)} csrf={reply.generateCsrf()} typed={{}} errors={[]} />,
    ),
  )

  app.post('/quan-tri/ung-dung/moi', { schema: { body: Body }, config }, async (request, reply) => {
    const typed = typedIn(request.body)
    const again = (errors: readonly FieldError[]) =>
      sendPage(
        reply,
        422,
        <RegisterPage shell={shellOf(request)} csrf={reply.generateCsrf()} typed={typed} errors={errors} />,
      )
    const registration = readRegistration(typed)
    if (!isRegistration(registration)) return again(errorsOf(registration, request.lang))
    try {
      const id = await registerClient({ db, by: request.actor.id, now: clock() }, registration)
      return await reply.redirect(`/quan-tri/ung-dung/${id}`, 303)
    } catch (error) {
      const isAboutAgency =
        error instanceof Refusal &&
        ['identity.agency_gone', 'identity.grant_outside_tree'].includes(error.code)
      if (!isAboutAgency) throw error
      return again([{ field: 'agency', text: words[request.lang].agencyWrong }])
    }
  })
}

type Sent = { readonly [name in keyof typeof Body.properties]?: string | string[] | undefined }

function typedIn(body: Sent): TypedRegistration {
  const text = (name: keyof Sent) => String(body[name] ?? '')
  const list = (name: keyof Sent) => [body[name] ?? []].flat()
  return {
    agency: text('agency'),
    name: text('name'),
    purpose: text('purpose'),
    contact: text('contact'),
    redirectUris: text('redirectUris'),
    signOutUris: text('signOutUris'),
    backChannelUri: text('backChannelUri'),
    scopes: list('scopes'),
    kind: text('kind'),
    level: text('level'),
    algorithm: text('algorithm'),
    isPairwise: list('subject').includes('pairwise'),
    isTest: list('subject').includes('test'),
  }
}

function errorsOf(faults: Faults, lang: Lang): readonly FieldError[] {
  const said = words[lang].faults
  return Object.entries(faults).map(([field, fault]) => ({ field, text: said[fault] }))
}
