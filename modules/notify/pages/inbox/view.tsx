import { Button, Checkboxes, Empty, Layout, Notice, PostForm, Tag } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { MessageRow } from '../../queries/messages.ts'
import type { InboxDoor } from './route.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly door: InboxDoor
  readonly messages: readonly MessageRow[]
  readonly channels: readonly string[]
  readonly token: string
  readonly isSaved: boolean
}

/** Hộp thư thông báo, the latest first, and how one wants to be told. */
export function InboxPage({ shell, door, messages, channels, token, isSaved }: Props) {
  const { lang } = shell
  const text = words[lang]
  const isOfficial = door.access === 'official'
  const hasNew = messages.some(({ readAt }) => !readAt)
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      {isSaved && <Notice kind="success" title={text.saved} isAnswer />}
      <h1>{text.title}</h1>
      {messages.length === 0 ? (
        <Empty title={text.none}>
          <p>{isOfficial ? text.noneForOfficial : text.noneText}</p>
        </Empty>
      ) : (
        <ol class="plain">
          {messages.map(({ id, words: said, at, readAt, dossierCode }) => (
            <li key={id}>
              <p class="quiet">
                {formatMoment(at)} {!readAt && <Tag tone="info">{text.fresh}</Tag>}
              </p>
              <p>{said[lang]}</p>
              <p>
                <a href={`${door.dossiers}/${encodeURIComponent(dossierCode)}`}>
                  {text.open} <span class="code">{dossierCode}</span>
                </a>
              </p>
            </li>
          ))}
        </ol>
      )}
      {hasNew && (
        <PostForm action={`${door.page}/da-doc`} token={token}>
          <Button kind="secondary">{text.read}</Button>
        </PostForm>
      )}
      <h2>{text.how}</h2>
      <p>
        {text.always} {text.genuine}
      </p>
      <PostForm action={`${door.page}/cach-nhan`} token={token}>
        <Checkboxes
          name="kenh"
          label={text.how}
          values={channels}
          choices={[
            { value: 'email', text: text.email },
            ...(isOfficial ? [] : [{ value: 'sms', text: text.sms }]),
          ]}
        />
        <Button kind="secondary">{text.save}</Button>
      </PostForm>
    </Layout>
  )
}
