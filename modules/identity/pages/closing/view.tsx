import { Button, Checkboxes, ErrorSummary, type FieldError, Layout, Radios, Textarea } from '#design'
import type { Shell } from '#platform/http'
import { CLOSING_REASONS } from '../../account-closing.ts'
import { words as accountWords } from '../account/text.ts'
import { words } from './text.ts'

export type TypedClosing = { readonly ly_do?: string; readonly ghi_them?: string; readonly chac?: string }

type Props = {
  readonly shell: Shell
  readonly formToken: string
  readonly typed?: TypedClosing
  readonly errors?: readonly FieldError[]
}

export function ClosingPage({ shell, formToken, typed = {}, errors = [] }: Props) {
  const text = words[shell.lang]
  const crumbs = [{ text: accountWords[shell.lang].title, href: '/tai-khoan' }, { text: text.title }]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.what}</h2>
      <ul>
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>
        <a href="/tai-khoan/xuat">{text.exportFirst}</a>
      </p>
      <form method="post" action="/tai-khoan/dong" noValidate>
        <input type="hidden" name="_csrf" value={formToken} />
        <Radios
          name="ly_do"
          label={text.reason}
          choices={CLOSING_REASONS.map((value) => ({ value, text: text.reasons[value] }))}
          value={typed.ly_do}
          errors={errors}
        />
        <Textarea name="ghi_them" label={text.note} isOptional value={typed.ghi_them} maxLength={500} />
        <Checkboxes
          name="chac"
          label={text.sureLabel}
          choices={[{ value: 'co', text: text.sure }]}
          values={typed.chac ? [typed.chac] : []}
          errors={errors}
        />
        <Button kind="danger">{text.button}</Button>
      </form>
    </Layout>
  )
}
