import {
  Button,
  ErrorSummary,
  type FieldError,
  InsetText,
  Layout,
  PostForm,
  Radios,
  TextInput,
} from '#design'
import type { Shell } from '#platform/http'
import { PersonFields } from '../person-fields.tsx'
import { words } from './declare-text.ts'
import type { TypedDeclaration } from './declare-typed.ts'
import { words as listWords } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly typed: TypedDeclaration
  readonly errors: readonly FieldError[]
}

export function DeclarePage({ shell, token, typed, errors }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={crumbs(shell, text.title)}>
      <h1>{text.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{text.lead}</p>
      <PostForm action="/tai-khoan/uy-quyen/con" token={token}>
        <Radios
          name="quan-he"
          label={text.relation}
          errors={errors}
          value={typed['quan-he']}
          choices={[
            { value: 'parent', text: text.parent },
            { value: 'guardian', text: text.guardian },
          ]}
        />
        <TextInput name="ho-ten" label={text.name} errors={errors} value={typed['ho-ten']} maxLength={100} />
        <PersonFields labels={text} hint={text.personalIdHint} typed={typed} errors={errors} />
        <TextInput
          name="giay-to"
          label={text.papers}
          hint={text.papersHint}
          errors={errors}
          value={typed['giay-to']}
          maxLength={300}
        />
        <Button>{text.send}</Button>
      </PostForm>
    </Layout>
  )
}

/** The code for the official, shown this once. */
export function DeclaredPage({ shell, code }: { shell: Shell; code: string }) {
  const text = words[shell.lang].waits
  return (
    <Layout shell={shell} title={text.title} crumbs={crumbs(shell, text.title)}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <InsetText>
        <p class="code">{code}</p>
      </InsetText>
      <p>{text.days}</p>
      <p>
        <a href="/tai-khoan/uy-quyen">{text.back}</a>
      </p>
    </Layout>
  )
}

function crumbs(shell: Shell, title: string) {
  const text = listWords[shell.lang]
  return [
    { text: text.account, href: '/tai-khoan' },
    { text: text.title, href: '/tai-khoan/uy-quyen' },
    { text: title },
  ]
}
