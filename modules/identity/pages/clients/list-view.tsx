import { Empty, Layout, LinkButton, Table, Tag, type Tone } from '#design'
import type { Shell } from '#platform/http'
import type { Client } from '../../sso/client-acts.ts'
import { type ClientsText, words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly clients: readonly Client[]
  readonly agencyNames: ReadonlyMap<string, string>
}

export type ClientState = keyof ClientsText['states']

const TONES: Readonly<Record<ClientState, Tone>> = {
  waiting: 'due',
  refused: 'late',
  suspended: 'late',
  active: 'good',
}

export function stateOf({
  isApproved,
  suspendedAt,
}: Pick<Client, 'isApproved' | 'suspendedAt'>): ClientState {
  if (isApproved === null) return 'waiting'
  if (!isApproved) return 'refused'
  return suspendedAt ? 'suspended' : 'active'
}

export function StateTag({ client, text }: { client: Client; text: ClientsText }) {
  const state = stateOf(client)
  return <Tag tone={TONES[state]}>{text.states[state]}</Tag>
}

/** Ứng dụng kết nối: those that wait for a decision first. */
export function ClientsPage({ shell, clients, agencyNames }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      crumbs={[{ text: text.admin, href: '/quan-tri' }, { text: text.title }]}
      hidesSearch
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <LinkButton href="/quan-tri/ung-dung/moi">{text.register}</LinkButton>
      </p>
      {clients.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneWhy}</p>
        </Empty>
      ) : (
        <Table
          caption={text.title}
          hidesCaption
          columns={[{ head: text.name }, { head: text.agency }, { head: text.state }]}
          rows={clients.map((client) => [
            <a key="name" href={`/quan-tri/ung-dung/${client.clientId}`} lang="vi">
              {client.name}
            </a>,
            <span key="agency" lang="vi">
              {agencyNames.get(client.agency) ?? client.agency}
            </span>,
            <>
              <StateTag client={client} text={text} /> {client.isTest && <Tag tone="info">{text.test}</Tag>}{' '}
              {client.isLegacy && <Tag>{text.legacy}</Tag>}
            </>,
          ])}
        />
      )}
    </Layout>
  )
}
