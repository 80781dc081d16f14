import { Button, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import type { Shell } from '#platform/http'
import { secretInLetters, totpAddress } from '../../officials/totp.ts'
import { PasskeyForm, type PasskeyOptions } from '../passkey-form.tsx'
import { QrCode } from '../qr-code.tsx'
import { words } from './text.ts'
import { SIGN_IN } from './view.tsx'

/** A secret that is offered to an authenticator app, and the account that it is shown for. */
export type OfferedApp = { readonly secret: Buffer; readonly sealed: string; readonly label: string }

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly app: OfferedApp
  readonly options: PasskeyOptions | undefined
  readonly errors?: readonly FieldError[] | undefined
}

export const SET_UP = `${SIGN_IN}/thiet-lap`

/** Thiết lập lần đầu: nobody comes in without a second factor. */
export function SetUpPage({ shell, token, app, options, errors = [] }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.setUpTitle}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.setUpTitle }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{text.setUpTitle}</h1>
      <p class="lead">{text.setUpLead}</p>
      <h2>{text.appHeading}</h2>
      <AppForm shell={shell} token={token} app={app} action={`${SET_UP}/ma`} errors={errors} />
      {options && <KeyForm shell={shell} token={token} options={options} action={`${SET_UP}/khoa`} />}
    </Layout>
  )
}

type AppProps = Pick<Props, 'shell' | 'token' | 'app' | 'errors'> & { readonly action: string }

/** The picture to scan, the key to type, and the first code. */
export function AppForm({ shell, token, app, action, errors }: AppProps) {
  const text = words[shell.lang]
  return (
    <PostForm action={action} token={token} kept={{ sealed: app.sealed }}>
      <p>{text.appHow}</p>
      <QrCode text={totpAddress(app.secret, app.label, 'Mot Cua')} label={text.picture} />
      <p>
        {text.secret}: <span class="code code--long">{secretInLetters(app.secret)}</span>
      </p>
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
      <Button>{text.appButton}</Button>
    </PostForm>
  )
}

type KeyProps = Pick<Props, 'shell' | 'token'> & { readonly options: PasskeyOptions; readonly action: string }

/** Makes a passkey, and gives it a name. */
export function KeyForm({ shell, token, options, action }: KeyProps) {
  const text = words[shell.lang]
  return (
    <>
      <h2>{text.keyHeading}</h2>
      <p>{text.keyHow}</p>
      <p class="quiet">{text.keyNeeds}</p>
      <PasskeyForm action={action} token={token} act="create" options={options} problem={text.passkeyProblem}>
        <TextInput
          name="name"
          label={text.keyName}
          hint={text.keyNameHint}
          value={text.keyNameDefault}
          maxLength={60}
          width={20}
        />
        <Button kind="secondary">{text.keyButton}</Button>
      </PasskeyForm>
    </>
  )
}
