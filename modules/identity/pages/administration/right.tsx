import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, Select, type SelectOption } from '#design'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { managedOfficial } from '../../officials/administrator.ts'
import { grantRole } from '../../officials/grant-role.ts'
import type { Official } from '../../officials/official.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { ADMINISTRATION, administratorOf, agencyNames, officialPath } from './desk.ts'
import { REFUSED_FIELDS, RIGHT_FIELDS, Token } from './invite.tsx'
import { offeredBy } from './offered.ts'
import { Params } from './official.tsx'
import { type RightForm, readRight } from './read-form.ts'
import { type Offered, RightFields } from './right-fields.tsx'
import { words } from './text.ts'

const Body = Type.Object({ _csrf: Token, post: Type.String({ maxLength: 36, default: '' }), ...RIGHT_FIELDS })

type Form = Partial<RightForm & { readonly post: string }>
type Shown = { readonly form: Form; readonly errors: readonly FieldError[] }

/** Cấp quyền to an official, through one of their posts. */
export function rightPage(app: App, services: IdentityServices): void {
  const address = `${officialPath(':id')}/quyen`
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
      const read = await readRight(services, await administratorOf(services, request), form, text)
      if (!('value' in read))
        return show(services, request, reply, id, { status: 422, form, errors: read.errors })
      try {
        await grantRole(services, request.actor.id, { ...read.value, accountId: id, postId: form.post })
      } catch (error) {
        const errors = fieldRefusal(error, REFUSED_FIELDS, request.lang)
        return show(services, request, reply, id, { status: 422, form, errors })
      }
      return reply.redirect(`${officialPath(id)}?xong=right`, 303)
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
  const { official, posts } = await managedOfficial(services.db, administrator, id, services.clock())
  const living = posts.filter(({ endedAt }) => !endedAt)
  const nameOf = await agencyNames(
    services,
    living.map(({ agency }) => agency),
    request.lang,
  )
  const page = (
    <RightView
      {...shown}
      shell={shellOf(request)}
      token={reply.generateCsrf()}
      official={official}
      posts={living.map((post) => ({ value: post.id, text: `${post.title}, ${nameOf(post.agency)}` }))}
      offered={await offeredBy(services, administrator)}
    />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type Props = Shown & {
  readonly shell: Shell
  readonly token: string
  readonly official: Official
  readonly posts: readonly SelectOption[]
  readonly offered: Offered
}

function RightView({ shell, token, official, posts, form, offered, errors }: Props) {
  const { lang } = shell
  const text = words[lang]
  const here = officialPath(official.accountId)
  const crumbs = [
    { text: text.title, href: ADMINISTRATION },
    { text: official.name, href: here },
    { text: text.rightTitle },
  ]
  return (
    <Layout shell={shell} title={text.rightTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.rightTitle}</h1>
      <p class="lead">{official.name}</p>
      <PostForm action={`${here}/quyen`} token={token}>
        <Select
          name="post"
          label={text.post}
          options={posts}
          value={form.post ?? posts[0]?.value}
          emptyText={false}
          errors={errors}
        />
        <RightFields lang={lang} form={form} offered={offered} errors={errors} />
        <Button>{text.rightButton}</Button>
      </PostForm>
    </Layout>
  )
}
