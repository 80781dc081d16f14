import {
  Button,
  Details,
  ErrorSummary,
  type FieldError,
  Layout,
  LinkButton,
  PostForm,
  TextInput,
} from '#design'
import type { Shell } from '#platform/http'
import { words } from './text.ts'

export const RECOVERY_CODE_PATH = '/khoi-phuc'

type Props = { readonly shell: Shell; readonly token: string; readonly errors: readonly FieldError[] }

/** Neither the code nor the number comes back with an error: this may be a machine that others use. */
export function RecoveryCodePage({ shell, token, errors }: Props) {
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
      <p class="lead">{text.lead}</p>
      <PostForm action={RECOVERY_CODE_PATH} token={token}>
        <TextInput
          name="ma"
          label={text.code}
          hint={text.codeHint}
          errors={errors}
          width={30}
          autocomplete="off"
        />
        <TextInput
          name="so-dinh-danh"
          label={text.personalId}
          errors={errors}
          inputMode="numeric"
          width={20}
          autocomplete="off"
        />
        <Button>{text.open}</Button>
      </PostForm>
      <Details summary={text.noCode}>
        <p>{text.noCodeText}</p>
      </Details>
    </Layout>
  )
}

export function RecoveredPage({ shell }: { shell: Shell }) {
  const text = words[shell.lang].done
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{text.bindText}</p>
      <p>
        <LinkButton href="/dang-nhap/muc-2?ve=%2Ftai-khoan">{text.bind}</LinkButton>
      </p>
      <ul>
        <li>
          <a href="/tai-khoan/ai-da-xem">{text.check}</a>
        </li>
        <li>
          <a href="/tai-khoan">{text.account}</a>
        </li>
      </ul>
    </Layout>
  )
}
