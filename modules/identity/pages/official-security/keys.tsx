import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import { addPasskey, dropPasskey } from '../../officials/factors.ts'
import { type Official, thingOf } from '../../officials/official.ts'
import { partyOf, registrationOptions } from '../../officials/passkey.ts'
import { passkeysOf, renamePasskey } from '../../queries/officials-credentials.ts'
import type { IdentityServices } from '../../services.ts'
import { keyName } from '../official-sign-in/set-up.tsx'
import { KeyForm } from '../official-sign-in/set-up-view.tsx'
import { words as signInWords } from '../official-sign-in/text.ts'
import type { PasskeyOptions } from '../passkey-form.tsx'
import { placeOf } from './keys-table.tsx'
import { freshOfficial, presentOfficial, SECURITY } from './present.ts'
import { words } from './text.ts'

const ADDRESS = `${SECURITY}/khoa`
const Token = Type.Optional(Type.String({ maxLength: 200 }))
const Key = Type.String({ maxLength: 1_400, default: '' })
const Name = Type.String({ maxLength: 1_000, default: '' })
const Adding = Type.Object({
  _csrf: Token,
  answer: Type.String({ maxLength: 20_000, default: '' }),
  name: Name,
})

/** Khóa truy cập: added, renamed, removed. */
export function keyPages(app: App, services: IdentityServices): void {
  app.get(ADDRESS, { config: { access: 'official' } }, async (request, reply) => {
    const present = await freshOfficial(services, request, reply, ADDRESS)
    return present ? show(services, request, reply, present.official, 200) : reply
  })

  app.post(ADDRESS, { schema: { body: Adding }, config: { access: 'official' } }, async (request, reply) => {
    const present = await freshOfficial(services, request, reply, ADDRESS)
    if (!present) return reply
    const text = signInWords[request.lang]
    const key = { answer: request.body.answer, name: keyName(request.body.name) ?? text.keyNameDefault }
    const isAdded = await services.db.transaction((tx) => addPasskey(services, tx, present.official, key))
    if (isAdded) return reply.redirect(`${SECURITY}?xong=key`, 303)
    return show(services, request, reply, present.official, 422, [{ field: 'name', text: text.keyWrong }])
  })

  app.post(
    `${ADDRESS}/bo`,
    { schema: { body: Type.Object({ _csrf: Token, khoa: Key }) }, config: { access: 'official' } },
    async (request, reply) => {
      const present = await freshOfficial(services, request, reply, SECURITY)
      if (!present) return reply
      const { khoa } = request.body
      await services.db.transaction((tx) => dropPasskey(tx, present.official, khoa, services.clock()))
      return reply.redirect(`${SECURITY}?xong=keyGone`, 303)
    },
  )
  renaming(app, services)
}

/** A name is no way to sign in: no new proof is asked for. */
function renaming(app: App, services: IdentityServices): void {
  app.get(
    `${ADDRESS}/ten`,
    { schema: { querystring: Type.Object({ khoa: Key }) }, config: { access: 'official' } },
    async (request, reply) => {
      const { official } = await presentOfficial(services, request)
      const keys = await passkeysOf(services.db, official.accountId)
      const key = keys.find((one) => placeOf(one) === request.query.khoa)
      if (!key) return reply.redirect(SECURITY, 302)
      const page = (
        <RenameView
          shell={shellOf(request)}
          token={reply.generateCsrf()}
          name={key.name}
          credentialId={key.credentialId}
        />
      )
      return sendPage(reply.header('cache-control', 'no-store'), 200, page)
    },
  )

  app.post(
    `${ADDRESS}/ten`,
    {
      schema: { body: Type.Object({ _csrf: Token, khoa: Key, name: Name }) },
      config: { access: 'official' },
    },
    async (request, reply) => {
      const { official } = await presentOfficial(services, request)
      const { accountId } = official
      const [name, now] = [keyName(request.body.name), services.clock()]
      if (name === undefined) return reply.redirect(SECURITY, 303)
      await services.db.transaction(async (tx) => {
        const isThere = await renamePasskey(tx, { accountId, credentialId: request.body.khoa, name })
        const act = { actor: accountId, verb: 'identity.passkey_renamed', thing: thingOf(accountId), now }
        if (isThere) await recordAct(tx, act)
      })
      return reply.redirect(`${SECURITY}?xong=keyName`, 303)
    },
  )
}

async function show(
  { db, vault, clock, publicUrl }: IdentityServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { accountId, email, name }: Official,
  status: number,
  errors: readonly FieldError[] = [],
): Promise<FastifyReply> {
  const party = partyOf(publicUrl)
  if (!party) return reply.redirect(SECURITY, 302)
  const keys = await passkeysOf(db, accountId)
  const options = await registrationOptions({ party, vault, now: clock() }, { accountId, email, name, keys })
  const page = (
    <AddView shell={shellOf(request)} token={reply.generateCsrf()} options={options} errors={errors} />
  )
  return sendPage(reply.header('cache-control', 'no-store'), status, page)
}

type AddProps = {
  readonly shell: Shell
  readonly token: string
  readonly options: PasskeyOptions
  readonly errors: readonly FieldError[]
}

function AddView({ shell, token, options, errors }: AddProps) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SECURITY }, { text: text.keyTitle }]
  return (
    <Layout shell={shell} title={text.keyTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.keyTitle}</h1>
      <KeyForm shell={shell} token={token} options={options} action={ADDRESS} />
    </Layout>
  )
}

type RenameProps = Pick<AddProps, 'shell' | 'token'> & {
  readonly name: string
  readonly credentialId: string
}

function RenameView({ shell, token, name, credentialId }: RenameProps) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SECURITY }, { text: text.keyRename }]
  return (
    <Layout shell={shell} title={text.keyRename} crumbs={crumbs}>
      <h1>{text.keyRename}</h1>
      <PostForm action={`${ADDRESS}/ten`} token={token} kept={{ khoa: credentialId }}>
        <TextInput name="name" label={text.keyName} value={name} maxLength={60} width={20} />
        <Button>{text.keyRename}</Button>
      </PostForm>
    </Layout>
  )
}
