import { Button, type FieldError, PostForm, Textarea } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { MessageRow } from '../../queries/around.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly messages: readonly MessageRow[]
  readonly action: string
  readonly token: string
  readonly errors: readonly FieldError[]
  /** On whose side the reader is. */
  readonly side: 'applicant' | 'agency'
}

/** Tin nhắn trong hồ sơ, the oldest first, and room for another. */
export function Messages({ shell, messages, action, token, errors, side }: Props) {
  const text = words[shell.lang]
  return (
    <section id="tin-nhan">
      <h2>{text.messages}</h2>
      {messages.length === 0 && <p class="quiet">{text.noMessages}</p>}
      <ol class="plain">
        {messages.map(({ number, side: from, byName, text: said, at }) => (
          <li key={number}>
            <p class="quiet">
              {from === side ? text.you : from === 'agency' ? `${text.agency}, ${byName}` : byName},{' '}
              {formatMoment(at)}
            </p>
            {said.split('\n').map((line, index) => (
              <p key={index} lang="vi">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <PostForm action={action} token={token}>
        <Textarea name="noiDung" label={text.write} rows={3} errors={errors} maxLength={2000} />
        <Button kind="secondary">{text.send}</Button>
      </PostForm>
    </section>
  )
}
