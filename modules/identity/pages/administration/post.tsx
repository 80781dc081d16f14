import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { managedOfficial } from '../../officials/administrator.ts'
import { givePost } from '../../officials/give-post.ts'
import type { Official } from '../../officials/official.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { ADMINISTRATION, administratorOf, officialPath } from './desk.ts'
import { Token } from './invite.tsx'
import { offeredBy } from './offered.ts'
import { Params } from './official.tsx'
import { readAgency, readText } from './read-form.ts'
import { AgencyField, type Offered } from './right-fields.tsx'
import { words } from './text.ts'

const Words = Type.String({ maxLength: 1_000, default: '' })
const Body = Type.Object({ _csrf: Token, title: Words, agency: Words })
const FIELDS = {
  'identity.grant_outside_tree': 'agency',
  'identity.agency_gone': 'agency',
  'identity.post_taken': 'agency',
}

type Form = { readonly title?: string; readonly agency?: string }
type Shown = { readonly form: Form; readonly errors: readonly FieldError[] }

/** Thêm chức vụ: an official may work in several agencies. */
export function postPage(app: App, services: IdentityServices): void {
  const address = `${officialPath(':id')}/chuc-vu`
  app.get(address, { schema: { params: Params }, config: { access: 'administrator' } }, (request, reply) =>
    show(services, request, reply, request.params.id, { status: 200, form: {}, errors: [] }),
  )

  app.post(
    address,
    { schema: { params: Params, body: Body }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { id } = request.params
      const form = request.body
      const text = words[request.lang]
      const title = readText(form.title, 'title', 2, 120, text.errors.title)
      const administrator = await administratorOf(services, request)
      const agency = await readAgency(services, administrator, form.agency, 'agency', text)
      if (!('value' in title && 'value' in agency)) {
        const errors = [...title.errors, ...agency.errors]
        return show(services, request, reply, id, { status: 422, form, errors })
      }
      try {
        const post = { accountId: id, title: title.value, agency: agency.value }
        await givePost(services, request.actor.id, post)
      } catch (error) {
        const errors = fieldRefusal(error, FIELDS, request.lang)
        return show(services, request, reply, id, { status: 422, form, errors })
      }
      return reply.redirect(`${officialPath(id)}?xong=post`, 303)
    },
  )
}

async function show(
  services: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { status, ...shown }: Shown & { status: number },
): Promise<FastifyReply> {
  const administrator = await administratorOf(services, request)
  const { official } = await managedOfficial(services.db, administrator, id, services.clock())
  const offered = await offeredBy(services, administrator)
  const page = (
    <PostView
      {...shown}
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      official={official}
      offered={offered}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type Props = Shown & {
  readonly shell: Shell
  readonly token: string
  readonly official: Official
  readonly offered: Offered
}

function PostView({ shell, token, official, form, offered, errors }: Props) {
  const { lang } = shell
  const text = words[lang]
  const here = officialPath(official.accountId)
  const crumbs = [
    { text: text.title, href: ADMINISTRATION },
    { text: official.name, href: here },
    { text: text.postTitle },
  ]
  return (
    <Layout shell={shell} title={text.postTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.postTitle}</h1>
      <p class="lead">{official.name}</p>
      <PostForm action={`${here}/chuc-vu`} token={token}>
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
        <Button>{text.postButton}</Button>
      </PostForm>
    </Layout>
  )
}
