import {
  Button,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Layout,
  Notice,
  PostForm,
  Summary,
  type SummaryRow,
  TextInput,
} from '#design'
import { formatDate } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import type { NamedDesk } from '../../at-desk.ts'
import type { Delegation } from '../../delegation.ts'
import { words as terms } from '../../delegation-words.ts'
import { lastDay } from '../delegations/said.ts'
import { DeskField } from '../desk-field.tsx'
import { words } from './text.ts'

export const DECLARATIONS_PATH = '/can-bo/dai-dien'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly desks: readonly NamedDesk[]
  readonly desk: string | undefined
  readonly code: string | undefined
  readonly errors: readonly FieldError[]
}

export function DeclarationsPage({ shell, token, desks, desk, code, errors }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hasErrors={errors.length > 0} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{text.lead}</p>
      <PostForm action={DECLARATIONS_PATH} token={token} kept={{ viec: 'mo' }}>
        <DeskField desks={desks} value={desk} lang={shell.lang} />
        <TextInput
          name="ma"
          label={text.code}
          hint={text.codeHint}
          errors={errors}
          value={code}
          width={20}
          autocomplete="off"
        />
        <Button>{text.open}</Button>
      </PostForm>
    </Layout>
  )
}

type CheckProps = Omit<Props, 'desks'> & { readonly declaration: Delegation; readonly papers: string }

export function DeclarationPage({ shell, token, desk, code, errors, declaration, papers }: CheckProps) {
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout
      shell={shell}
      title={text.checkTitle}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title, href: DECLARATIONS_PATH }, { text: text.checkTitle }]}
    >
      <h1>{text.checkTitle}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{text.checkLead}</p>
      <Summary rows={declaredRows(declaration, lang)} />
      <PostForm action={DECLARATIONS_PATH} token={token} kept={{ ma: code, 'co-quan': desk }}>
        <TextInput
          name="giay-to"
          label={text.papers}
          hint={text.papersHint}
          errors={errors}
          value={papers}
          maxLength={300}
        />
        <ButtonRow>
          <Button name="viec" value="xac-nhan">
            {text.confirm}
          </Button>
          <Button kind="danger" name="viec" value="tu-choi">
            {text.refuse}
          </Button>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}

function declaredRows(declaration: Delegation, lang: Lang): readonly SummaryRow[] {
  const text = words[lang]
  const { declared, kind } = declaration
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [text.declarer, declaration.actorName],
    [text.relation, terms[lang].kinds[kind]],
    [text.name, declared?.name],
    [text.bornOn, declared?.bornOn && formatDate(declared.bornOn)],
    [text.personalId, declared?.personalId],
    [text.declaredPapers, declaration.papers],
    [text.until, lastDay(declaration)],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

export function DeclarationDonePage({ shell, isConfirmed }: { shell: Shell; isConfirmed: boolean }) {
  const text = words[shell.lang]
  const title = isConfirmed ? text.confirmedTitle : text.refusedTitle
  return (
    <Layout
      shell={shell}
      title={title}
      crumbs={[{ text: text.title, href: DECLARATIONS_PATH }, { text: title }]}
    >
      <h1>{title}</h1>
      <Notice kind="success" isAnswer>
        <p>{isConfirmed ? text.confirmed : text.refused}</p>
      </Notice>
      <p>
        <a href={DECLARATIONS_PATH}>{text.next}</a>
      </p>
    </Layout>
  )
}
