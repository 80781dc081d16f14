import {
  Button,
  ButtonRow,
  DateInput,
  ErrorSummary,
  type FieldError,
  Layout,
  PostForm,
  Radios,
  Summary,
  Textarea,
  TextInput,
} from '#design'
import { formatDate } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Contact } from '../../delegation-contact.ts'
import { type GrantedKind, latestLastDay } from '../../delegation-grant.ts'
import { typedParts } from '../typed-day.ts'
import { words } from './grant-text.ts'
import type { ReadGrant, TypedGrant } from './grant-typed.ts'
import { words as listWords } from './text.ts'

const ACTION = '/tai-khoan/uy-quyen/moi'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly kinds: readonly GrantedKind[]
  readonly typed: TypedGrant
  readonly errors: readonly FieldError[]
  readonly now: Date
}

export function GrantPage(props: Props) {
  const { shell, token, kinds, errors } = props
  const text = words[shell.lang]
  const title = kinds.includes('staff') ? text.staffTitle : text.title
  return (
    <Layout shell={shell} title={title} hasErrors={errors.length > 0} crumbs={crumbs(shell, title)}>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <PostForm action={ACTION} token={token}>
        <WhoFields {...props} />
        <ScopeFields {...props} />
        <Button>{text.check}</Button>
      </PostForm>
    </Layout>
  )
}

function WhoFields({ shell, kinds, typed, errors }: Props) {
  const text = words[shell.lang]
  return (
    <>
      {kinds.length > 1 && (
        <Radios
          name="loai"
          label={text.kind}
          errors={errors}
          value={typed.loai}
          choices={kinds.map((kind) => ({
            value: kind,
            text: text.kinds[kind],
            hint: kind === 'assisted' ? text.assistedHint : undefined,
          }))}
        />
      )}
      <TextInput
        name="ma"
        label={text.code}
        hint={text.codeHint}
        errors={errors}
        value={typed.ma}
        width={20}
        autocomplete="off"
      />
      <TextInput
        name="muc-dich"
        label={text.purpose}
        hint={text.purposeHint}
        errors={errors}
        value={typed['muc-dich']}
      />
    </>
  )
}

function ScopeFields({ shell, typed, errors, now }: Props) {
  const text = words[shell.lang]
  return (
    <>
      <Radios
        name="pham-vi"
        label={text.scope}
        errors={errors}
        value={typed['pham-vi']}
        choices={[
          { value: 'tat-ca', text: text.all },
          { value: 'mot-so', text: text.some },
        ]}
      />
      <Textarea
        name="thu-tuc"
        label={text.procedures}
        hint={text.proceduresHint}
        errors={errors}
        isOptional
        rows={3}
        value={typed['thu-tuc']}
      />
      <DateInput
        name="den-ngay"
        label={text.lastDay}
        hint={text.lastDayHint(formatDate(latestLastDay(now)))}
        errors={errors}
        value={typedParts(typed, 'den-ngay')}
      />
    </>
  )
}

type CheckProps = Pick<Props, 'shell' | 'token' | 'typed'> & {
  readonly grant: ReadGrant
  readonly contact: Contact
  /** Of an official: the agency. */
  readonly agencyName: string | undefined
}

/** The name behind the code, before anything is given. */
export function GrantCheckPage({ shell, token, typed, grant, contact, agencyName }: CheckProps) {
  const text = words[shell.lang]
  const detail = listWords[shell.lang].detail
  const rows = [
    { key: text.who, value: <strong lang="vi">{contact.name}</strong> },
    ...(contact.post
      ? [{ key: text.post, value: [contact.post, agencyName].filter(Boolean).join(', ') }]
      : []),
    { key: text.purpose, value: grant.purpose },
    { key: detail.procedures, value: grant.procedures.join(', ') || detail.allProcedures },
    { key: text.until, value: grant.kind === 'assisted' ? text.oneHour : formatDate(grant.lastDay) },
  ]
  return (
    <Layout shell={shell} title={text.checkTitle} crumbs={crumbs(shell, text.checkTitle)}>
      <h1>{text.checkTitle}</h1>
      <p class="lead">{text.checkLead}</p>
      <Summary rows={rows} />
      <PostForm action={ACTION} token={token} kept={{ ...kept(typed), 'xac-nhan': undefined }}>
        <ButtonRow>
          <Button name="xac-nhan" value="co">
            {text.confirm}
          </Button>
          <Button kind="secondary" name="xac-nhan" value="sua">
            {text.back}
          </Button>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}

function kept(typed: TypedGrant): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== '_csrf'))
}

function crumbs(shell: Shell, title: string) {
  const text = listWords[shell.lang]
  return [
    { text: text.account, href: '/tai-khoan' },
    { text: text.title, href: '/tai-khoan/uy-quyen' },
    { text: title },
  ]
}
