import { Button, Details, ErrorSummary, type FieldError, Layout, Notice, PostForm, TextInput } from '#design'
import type { Shell } from '#platform/http'
import { withBack } from '../../back-path.ts'
import { PasskeyForm, type PasskeyOptions } from '../passkey-form.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly back: string
  /** What a passkey is asked; absent where none can work. */
  readonly options: PasskeyOptions | undefined
  readonly email?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly isLocked?: boolean | undefined
}

export const SIGN_IN = '/dang-nhap/can-bo'

/** Đăng nhập của cán bộ: a passkey alone, or a password and what comes after it. */
export function OfficialSignInPage({ shell, token, back, options, email, errors = [], isLocked }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={[{ text: text.title }]}>
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {isLocked && options && (
        <Notice kind="info">
          <p>{text.lockedHint}</p>
        </Notice>
      )}
      <h2>{text.passwordHeading}</h2>
      <PostForm action={SIGN_IN} token={token} kept={{ ve: back }}>
        <TextInput
          name="email"
          label={text.email}
          type="email"
          autocomplete="username"
          value={email}
          errors={errors}
          maxLength={200}
          width={30}
        />
        <TextInput
          name="password"
          label={text.password}
          type="password"
          autocomplete="current-password"
          errors={errors}
          maxLength={200}
          width={30}
        />
        <Button>{text.go}</Button>
      </PostForm>
      {options && (
        <PasskeyForm
          action={`${SIGN_IN}/khoa`}
          token={token}
          act="get"
          options={options}
          problem={text.passkeyProblem}
          kept={{ ve: back }}
        >
          <h2>{text.passkeyHeading}</h2>
          <p>{text.passkeyHint}</p>
          <Button kind="secondary">{text.passkeyButton}</Button>
        </PasskeyForm>
      )}
      <Details summary={text.forgotten}>
        <p>{text.forgottenHow}</p>
      </Details>
      <p>
        <a href={withBack('/dang-nhap', back)}>{text.citizen}</a>
      </p>
    </Layout>
  )
}
