import { Button, ErrorSummary, type FieldError, Layout, LinkButton, Radios } from '#design'
import type { Shell } from '#platform/http'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly formToken: string
  readonly isWithVneid: boolean
  readonly hasError?: boolean
}

export function SignOutPage({ shell, formToken, isWithVneid, hasError = false }: Props) {
  const text = words[shell.lang]
  const errors: FieldError[] = hasError ? [{ field: 'noi', text: text.choose }] : []
  const choices = [
    { value: 'day', text: text.here, hint: text.hereHint },
    { value: 'moi-noi', text: text.everywhere, hint: text.everywhereHint },
  ]
  return (
    <Layout shell={shell} title={text.title} hasErrors={hasError} crumbs={[{ text: text.title }]}>
      <ErrorSummary errors={errors} />
      <form method="post" action="/dang-xuat" noValidate>
        <input type="hidden" name="_csrf" value={formToken} />
        <Radios
          name="noi"
          label={text.question}
          isPageHeading
          choices={choices}
          value="day"
          errors={errors}
        />
        {isWithVneid && <p class="quiet">{text.after}</p>}
        <Button>{text.button}</Button>
      </form>
    </Layout>
  )
}

export function SignedOutPage({ shell }: Pick<Props, 'shell'>) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.doneTitle} crumbs={[{ text: text.doneTitle }]}>
      <h1>{text.doneTitle}</h1>
      <p class="lead">{text.done}</p>
      <p>{text.shared}</p>
      <p>
        <LinkButton href="/">{text.home}</LinkButton>
      </p>
      <p>
        <a href="/dang-nhap">{text.again}</a>
      </p>
    </Layout>
  )
}
