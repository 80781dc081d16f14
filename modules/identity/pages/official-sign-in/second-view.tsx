import { Button, Details, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import type { Shell } from '#platform/http'
import { PasskeyForm, type PasskeyOptions } from '../passkey-form.tsx'
import { words } from './text.ts'
import { SIGN_IN } from './view.tsx'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly hasApp: boolean
  /** What a passkey is asked; absent where the official has none. */
  readonly options: PasskeyOptions | undefined
  readonly errors?: readonly FieldError[] | undefined
}

export const SECOND_STEP = `${SIGN_IN}/buoc-hai`

/** Bước hai: whichever factors the official has set up. */
export function SecondStepPage({ shell, token, hasApp, options, errors = [] }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: text.title, href: SIGN_IN }, { text: text.secondTitle }]
  return (
    <Layout shell={shell} title={text.secondTitle} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.secondTitle}</h1>
      <p class="lead">{text.secondLead}</p>
      {hasApp && (
        <PostForm action={`${SECOND_STEP}/ma`} token={token}>
          <TextInput
            name="code"
            label={text.code}
            hint={text.codeHint}
            inputMode="numeric"
            autocomplete="one-time-code"
            errors={errors}
            maxLength={20}
            width={10}
          />
          <Button>{text.signIn}</Button>
        </PostForm>
      )}
      {options && (
        <PasskeyForm
          action={`${SECOND_STEP}/khoa`}
          token={token}
          act="get"
          options={options}
          problem={text.passkeyProblem}
        >
          <h2>{text.passkeyHeading}</h2>
          <Button kind={hasApp ? 'secondary' : 'primary'}>{text.passkeyButton}</Button>
        </PasskeyForm>
      )}
      <Details summary={text.recoveryHeading} isOpen={errors.some(({ field }) => field === 'recovery')}>
        <PostForm action={`${SECOND_STEP}/khoi-phuc`} token={token}>
          <TextInput
            name="recovery"
            label={text.recovery}
            hint={text.recoveryHint}
            autocomplete="off"
            errors={errors}
            maxLength={40}
            width={20}
          />
          <Button kind="secondary">{text.recoveryButton}</Button>
        </PostForm>
      </Details>
      <p>
        <a href={SIGN_IN}>{text.again}</a>
      </p>
    </Layout>
  )
}
