import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { inviteOfficial } from '../../officials/invite.ts'
import { readEmail } from '../../officials/official.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { ADMINISTRATION, administratorOf, officialPath } from './desk.ts'
import { offeredBy } from './offered.ts'
import { type RightForm, readAgency, readRight, readText } from './read-form.ts'
import { AgencyField, type Offered, RightFields } from './right-fields.tsx'
import { sendLink } from './send-link.tsx'
import { words } from './text.ts'

const ADDRESS = `${ADMINISTRATION}/moi`
const Words = Type.String({ maxLength: 1_000, default: '' })
/** The fields of a right, in any form that has them. */
export const RIGHT_FIELDS = {
  role: Words,
  rightAgency: Words,
  mayGive: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10, default: [] }),
  until: Words,
  reason: Type.String({ maxLength: 2_000, default: '' }),
}
export const Token = Type.Optional(Type.String({ maxLength: 200 }))
const Body = Type.Object({
  _csrf: Token,
  name: Words,
  email: Words,
  title: Words,
  agency: Words,
  ...RIGHT_FIELDS,
})

type InviteForm = RightForm & {
  readonly name: string
  readonly email: string
  readonly title: string
  readonly agency: string
}

/** Which field a refusal is about. */
export const REFUSED_FIELDS: Readonly<Record<string, string>> = {
  'identity.grant_outside_tree': 'rightAgency',
  'identity.agency_gone': 'rightAgency',
  'identity.grant_not_held': 'role',
  'identity.grant_too_late': 'until',
  'identity.grant_to_self': 'role',
  'identity.post_taken': 'agency',
  'identity.post_unknown': 'post',
}

/** Mời cán bộ: name, post and first right, then a link that is shown once. */
export function invitePage(app: App, services: IdentityServices): void {
  app.get(ADDRESS, { config: { access: 'administrator' } }, (request, reply) =>
    show(services, request, reply, { status: 200, form: {}, errors: [] }),
  )

  app.post(
    ADDRESS,
    { schema: { body: Body }, config: { access: 'administrator' } },
    async (request, reply) => {
      const form = request.body
      const read = await readInvitation(services, request, form)
      if (!('value' in read))
        return show(services, request, reply, { status: 422, form, errors: read.errors })
      try {
        const invited = await inviteOfficial(services, request.actor.id, read.value)
        if (invited.token) return await sendLink(services, request, reply, invited.token)
        return reply.redirect(`${officialPath(invited.accountId)}?xong=known`, 303)
      } catch (error) {
        const errors = fieldRefusal(error, REFUSED_FIELDS, request.lang)
        return show(services, request, reply, { status: 422, form, errors })
      }
    },
  )
}

async function readInvitation(services: IdentityServices, request: FastifyRequest, form: InviteForm) {
  const text = words[request.lang]
  const administrator = await administratorOf(services, request)
  const name = readText(form.name, 'name', 2, 100, text.errors.name)
  const title = readText(form.title, 'title', 2, 120, text.errors.title)
  const email = readEmail(form.email)
  const agency = await readAgency(services, administrator, form.agency, 'agency', text)
  // Most people get a right over the agency that they work in.
  const rightAgency = form.rightAgency.trim() === '' ? form.agency : form.rightAgency
  const right = await readRight(services, administrator, { ...form, rightAgency }, text)
  if ('value' in name && 'value' in title && email && 'value' in agency && 'value' in right) {
    const value = { name: name.value, email, title: title.value, agency: agency.value, right: right.value }
    return { value, errors: [] }
  }
  const wrongEmail = email ? [] : [{ field: 'email', text: text.errors.email }]
  return { errors: [...name.errors, ...wrongEmail, ...title.errors, ...agency.errors, ...right.errors] }
}

type Shown = { readonly form: Partial<InviteForm>; readonly errors: readonly FieldError[] }

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, ...shown }: Shown & { status: number },
): Promise<FastifyReply> {
  const offered = await offeredBy(services, await administratorOf(services, request))
  const page = (
    <InviteView {...shown} shell={shellOf(request)} token={reply.generateCsrf()} offered={offered} />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type Props = Shown & { readonly shell: Shell; readonly token: string; readonly offered: Offered }

function InviteView({ shell, token, form, offered, errors }: Props) {
  const { lang } = shell
  const text = words[lang]
  const crumbs = [{ text: text.title, href: ADMINISTRATION }, { text: text.inviteTitle }]
  return (
    <Layout shell={shell} title={text.inviteTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.inviteTitle}</h1>
      <p class="lead">{text.inviteLead}</p>
      <PostForm action={ADDRESS} token={token}>
        <TextInput
          name="name"
          label={text.name}
          value={form.name}
          errors={errors}
          maxLength={100}
          width={30}
        />
        <TextInput
          name="email"
          label={text.email}
          type="email"
          value={form.email}
          errors={errors}
          maxLength={200}
          width={30}
        />
        <TextInput
          name="title"
          label={text.post}
          hint={text.postHint}
          value={form.title}
          errors={errors}
          maxLength={120}
          width={30}
        />
        <AgencyField
          lang={lang}
          name="agency"
          label={text.agency}
          value={form.agency}
          offered={offered}
          errors={errors}
        />
        <h2>{text.right}</h2>
        <RightFields lang={lang} form={form} offered={offered} errors={errors} />
        <Button>{text.inviteButton}</Button>
      </PostForm>
    </Layout>
  )
}
