import { Button, Checkboxes, ErrorSummary, type FieldError, Layout, PostForm, TextInput } from '#design'
import type { Shell } from '#platform/http'
import type { NamedDesk } from '../../at-desk.ts'
import { DeskField } from '../desk-field.tsx'
import { PersonFields } from '../person-fields.tsx'
import { words } from './text.ts'

export const ASSIST_PATH = '/can-bo/ho-tro'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly desks: readonly NamedDesk[]
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly errors: readonly FieldError[]
}

export function AssistPage({ shell, token, desks, typed, errors }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{text.lead}</p>
      <p>
        {text.withPhone} <a href="/tai-khoan/uy-quyen">/tai-khoan/uy-quyen</a>
      </p>
      <PostForm action={ASSIST_PATH} token={token}>
        <DeskField desks={desks} value={typed['co-quan']} lang={shell.lang} />
        <PersonFields labels={text} typed={typed} errors={errors} />
        <TextInput
          name="giay-to"
          label={text.papers}
          hint={text.papersHint}
          errors={errors}
          value={typed['giay-to']}
          maxLength={300}
        />
        <TextInput
          name="muc-dich"
          label={text.purpose}
          hint={text.purposeHint}
          errors={errors}
          value={typed['muc-dich']}
          maxLength={300}
        />
        <Checkboxes
          name="dong-y"
          label={text.consent}
          errors={errors}
          choices={[{ value: 'co', text: text.consentChoice }]}
        />
        <Button>{text.start}</Button>
      </PostForm>
    </Layout>
  )
}
