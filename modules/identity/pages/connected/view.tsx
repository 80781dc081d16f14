import { Button, Empty, Layout, Notice, PostForm, Summary, Tag } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Consented } from '../../queries/sso-consents.ts'
import { scopeWords } from '../../sso/scope-text.ts'
import { words } from './text.ts'

export type Connected = Consented & { readonly agencyName: string | undefined }

type Props = {
  readonly shell: Shell
  readonly csrf: string
  readonly connected: readonly Connected[]
  /** The application whose consent has just been withdrawn. */
  readonly withdrawn: string | undefined
}

/** Cơ quan đã kết nối: which applications may read what, since when, and a way to end it. */
export function ConnectedPage({ shell, csrf, connected, withdrawn }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      crumbs={[{ text: text.account, href: '/tai-khoan' }, { text: text.title }]}
    >
      {withdrawn && (
        <Notice kind="success" isAnswer>
          <p>{text.withdrawn(withdrawn)}</p>
        </Notice>
      )}
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {connected.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneWhy}</p>
        </Empty>
      )}
      {connected.map((one) => (
        <Application key={one.clientId} shell={shell} csrf={csrf} one={one} />
      ))}
      <p>
        <a href="/tai-khoan/ai-da-xem">{text.log}</a>
      </p>
    </Layout>
  )
}

function Application({ shell, csrf, one }: Pick<Props, 'shell' | 'csrf'> & { one: Connected }) {
  const text = words[shell.lang]
  const said = scopeWords[shell.lang]
  return (
    <section>
      <h2 lang="vi">
        {one.name} {one.isTest && <Tag tone="due">{text.test}</Tag>}
      </h2>
      <Summary
        rows={[
          ...(one.agencyName ? [{ key: text.agency, value: <span lang="vi">{one.agencyName}</span> }] : []),
          { key: text.purpose, value: <span lang="vi">{one.purpose}</span> },
          { key: text.reads, value: one.scopes.map((scope) => said[scope].title).join('; ') },
          { key: text.since, value: formatMoment(one.givenAt) },
        ]}
      />
      <PostForm action="/tai-khoan/ket-noi" token={csrf} kept={{ 'ung-dung': one.clientId }}>
        <Button kind="danger" context={text.from(one.name)}>
          {text.withdraw}
        </Button>
      </PostForm>
    </section>
  )
}
