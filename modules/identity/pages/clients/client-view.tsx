import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldError,
  Layout,
  Notice,
  PostForm,
  Summary,
  Table,
  Tag,
  TextInput,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { SecretRow } from '../../queries/sso-clients.ts'
import type { Client } from '../../sso/client-acts.ts'
import { ScopeList } from '../consent/view.tsx'
import { StateTag, stateOf } from './list-view.tsx'
import { words } from './text.ts'

export type ClientPageProps = {
  readonly shell: Shell
  readonly csrf: string
  readonly client: Client
  readonly agencyName: string | undefined
  readonly publicUrl: string
  readonly secrets: readonly SecretRow[]
  readonly isCentre: boolean
  /** Made a moment ago, never to be seen again. */
  readonly secret?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** One application: what was registered, what was decided, and what can be done with it. */
export function ClientPage(props: ClientPageProps) {
  const { shell, client, secret, errors = [] } = props
  const text = words[shell.lang]
  const crumbs = [
    { text: text.admin, href: '/quan-tri' },
    { text: text.title, href: '/quan-tri/ung-dung' },
    { text: client.name },
  ]
  return (
    <Layout shell={shell} title={client.name} hasErrors={errors.length > 0} crumbs={crumbs} hidesSearch>
      <ErrorSummary errors={errors} />
      {secret && (
        <Notice kind="success" title={text.shownOnce} isAnswer>
          <p>
            <code class="code">{secret}</code>
          </p>
          <p>{text.shownWhy}</p>
        </Notice>
      )}
      <h1 lang="vi">{client.name}</h1>
      <p>
        <StateTag client={client} text={text} /> {client.isTest && <Tag tone="info">{text.test}</Tag>}{' '}
        {client.isLegacy && <Tag>{text.legacy}</Tag>}
      </p>
      <Facts {...props} />
      <h2>{text.scopes}</h2>
      <ScopeList shell={shell} scopes={client.scopes} />
      {client.authentication === 'secret' && client.isApproved && <Secrets {...props} />}
      <Acts {...props} />
    </Layout>
  )
}

function Facts({ shell, client, agencyName, publicUrl }: ClientPageProps) {
  const text = words[shell.lang]
  const addresses = (uris: readonly string[]) => (
    <ul class="plain-links">
      {uris.map((uri) => (
        <li key={uri} class="code code--long">
          {uri}
        </li>
      ))}
    </ul>
  )
  return (
    <Summary
      rows={[
        { key: text.agency, value: <span lang="vi">{agencyName ?? client.agency}</span> },
        { key: text.purpose, value: <span lang="vi">{client.purpose}</span> },
        { key: text.contact, value: client.contact },
        { key: text.clientId, value: <span class="code code--long">{client.clientId}</span> },
        {
          key: text.discovery,
          value: <span class="code code--long">{`${publicUrl}/.well-known/openid-configuration`}</span>,
        },
        { key: text.redirectUris, value: addresses(client.redirectUris) },
        ...(client.signOutUris.length > 0
          ? [{ key: text.signOutUris, value: addresses(client.signOutUris) }]
          : []),
        ...(client.backChannelUri
          ? [{ key: text.backChannelUri, value: addresses([client.backChannelUri]) }]
          : []),
        { key: text.level, value: text.levels[client.level] },
        { key: text.subject, value: text.subjects[client.subjectType] },
        { key: text.algorithm, value: client.algorithm },
        { key: text.asked, value: formatMoment(client.askedAt) },
        ...(client.decidedAt ? [{ key: text.decided, value: formatMoment(client.decidedAt) }] : []),
        ...reasons(client, text.why),
      ]}
    />
  )
}

function reasons({ decidedWhy, suspendedWhy }: Client, key: string) {
  const why = suspendedWhy ?? decidedWhy
  return why ? [{ key, value: <span lang="vi">{why}</span> }] : []
}

function Secrets({ shell, csrf, client, secrets }: ClientPageProps) {
  const text = words[shell.lang]
  return (
    <>
      <h2>{text.secrets}</h2>
      {secrets.length === 0 ? (
        <p>{text.secretNone}</p>
      ) : (
        <Table
          caption={text.secrets}
          hidesCaption
          isCompact
          columns={[{ head: text.secretMade }, { head: text.secretEnds }]}
          rows={secrets.map(({ madeAt, endsAt }) => [
            formatMoment(madeAt),
            endsAt ? formatMoment(endsAt) : text.secretOpen,
          ])}
        />
      )}
      {!client.suspendedAt && (
        <PostForm action={`/quan-tri/ung-dung/${client.clientId}/khoa`} token={csrf}>
          <Checkboxes
            name="lo"
            label={text.makeSecret}
            hint={text.makeHint}
            choices={[{ value: 'co', text: text.leaked }]}
            isSmall
          />
          <Button kind="secondary">{text.makeSecret}</Button>
        </PostForm>
      )}
    </>
  )
}

function Acts({ shell, csrf, client, isCentre, errors }: ClientPageProps) {
  const text = words[shell.lang]
  const state = stateOf(client)
  const base = `/quan-tri/ung-dung/${client.clientId}`
  if (state === 'waiting' && isCentre) {
    return (
      <>
        <h2>{text.decide}</h2>
        <PostForm action={`${base}/quyet-dinh`} token={csrf}>
          <TextInput name="ly-do" label={text.whyField} hint={text.whyHint} maxLength={500} errors={errors} />
          <div class="button-row">
            <Button name="quyet-dinh" value="duyet">
              {text.approve}
            </Button>
            <Button name="quyet-dinh" value="khong" kind="danger">
              {text.refuse}
            </Button>
          </div>
        </PostForm>
      </>
    )
  }
  if (state === 'active') {
    return (
      <>
        <h2>{text.suspend}</h2>
        <PostForm action={`${base}/tam-dung`} token={csrf}>
          <TextInput
            name="ly-do"
            label={text.suspendWhy}
            hint={text.suspendHint}
            maxLength={500}
            errors={errors}
          />
          <Button kind="danger">{text.suspend}</Button>
        </PostForm>
      </>
    )
  }
  if (state === 'suspended' && isCentre) {
    return (
      <PostForm action={`${base}/cho-chay`} token={csrf}>
        <Button>{text.resume}</Button>
      </PostForm>
    )
  }
  return null
}
