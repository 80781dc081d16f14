import {
  Button,
  ErrorSummary,
  type FieldError,
  InsetText,
  Layout,
  Notice,
  PostForm,
  Summary,
  TextInput,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { SentMessage } from '../../message-check.ts'
import { words } from './text.ts'

export const MESSAGE_CHECK_PATH = '/kiem-tra-tin-nhan'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly code: string | undefined
  readonly errors: readonly FieldError[]
  /** Absent before anything was asked. */
  readonly answer?: { readonly message: SentMessage | undefined } | undefined
}

export function MessageCheckPage({ shell, token, code, errors, answer }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.description}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title }]}
    >
      <h1>{text.title}</h1>
      <ErrorSummary errors={errors} />
      {answer && <Answer shell={shell} message={answer.message} />}
      <p class="lead">{text.lead}</p>
      <PostForm action={MESSAGE_CHECK_PATH} token={token}>
        <TextInput
          name="ma"
          label={text.code}
          hint={text.codeHint}
          errors={errors}
          value={code}
          width={10}
          autocomplete="off"
        />
        <Button>{text.check}</Button>
      </PostForm>
      <InsetText>
        <p>{text.never}</p>
      </InsetText>
    </Layout>
  )
}

function Answer({ shell: { lang }, message }: { shell: Shell; message: SentMessage | undefined }) {
  const text = words[lang]
  if (!message) {
    return (
      <Notice kind="error" title={text.no} isAnswer>
        <p>{text.beware}</p>
      </Notice>
    )
  }
  return (
    <>
      <Notice kind="success" title={text.yes} isAnswer>
        <p>{text.compare}</p>
      </Notice>
      <Summary
        rows={[
          { key: text.sent, value: formatMoment(message.sentAt) },
          { key: text.agency, value: message.agencyName[lang] },
          { key: text.channel, value: text.channels[message.channel] },
          { key: text.topic, value: <span lang="vi">{message.topic}</span> },
        ]}
      />
    </>
  )
}
