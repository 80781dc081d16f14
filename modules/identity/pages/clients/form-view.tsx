import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldError,
  Layout,
  PostForm,
  Radios,
  Textarea,
  TextInput,
} from '#design'
import type { Shell } from '#platform/http'
import { KINDS, type TypedRegistration } from '../../sso/registration.ts'
import { scopeWords } from '../../sso/scope-text.ts'
import { SCOPE_NAMES } from '../../sso/scopes.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly csrf: string
  readonly typed: Partial<TypedRegistration>
  readonly errors: readonly FieldError[]
}

/** Đăng ký ứng dụng. */
export function RegisterPage({ shell, csrf, typed, errors }: Props) {
  const text = words[shell.lang]
  const crumbs = [
    { text: text.admin, href: '/quan-tri' },
    { text: text.title, href: '/quan-tri/ung-dung' },
    { text: text.register },
  ]
  return (
    <Layout shell={shell} title={text.register} hasErrors={errors.length > 0} crumbs={crumbs} hidesSearch>
      <ErrorSummary errors={errors} />
      <h1>{text.register}</h1>
      <PostForm action="/quan-tri/ung-dung/moi" token={csrf}>
        <WhoAndWhy shell={shell} typed={typed} errors={errors} />
        <Addresses shell={shell} typed={typed} errors={errors} />
        <Choices shell={shell} typed={typed} errors={errors} />
        <Button>{text.submit}</Button>
      </PostForm>
    </Layout>
  )
}

type Part = Omit<Props, 'csrf'>

function WhoAndWhy({ shell, typed, errors }: Part) {
  const text = words[shell.lang]
  return (
    <>
      <TextInput
        name="agency"
        label={text.agencyField}
        hint={text.agencyHint}
        value={typed.agency}
        width={10}
        maxLength={60}
        errors={errors}
      />
      <TextInput
        name="name"
        label={text.name}
        hint={text.nameHint}
        value={typed.name}
        maxLength={200}
        errors={errors}
      />
      <Textarea
        name="purpose"
        label={text.purpose}
        hint={text.purposeHint}
        value={typed.purpose}
        rows={3}
        maxLength={1_000}
        errors={errors}
      />
      <TextInput
        name="contact"
        type="email"
        label={text.contact}
        value={typed.contact}
        maxLength={300}
        errors={errors}
      />
    </>
  )
}

function Addresses({ shell, typed, errors }: Part) {
  const text = words[shell.lang]
  return (
    <>
      <Textarea
        name="redirectUris"
        label={text.redirectUris}
        hint={text.urisHint}
        value={typed.redirectUris}
        rows={3}
        errors={errors}
      />
      <Textarea
        name="signOutUris"
        label={`${text.signOutUris} (${text.optional})`}
        hint={text.urisHint}
        value={typed.signOutUris}
        rows={2}
        errors={errors}
      />
      <TextInput
        name="backChannelUri"
        type="url"
        label={`${text.backChannelUri} (${text.optional})`}
        hint={text.backChannelHint}
        value={typed.backChannelUri}
        maxLength={600}
        errors={errors}
      />
    </>
  )
}

function Choices({ shell, typed, errors }: Part) {
  const text = words[shell.lang]
  const said = scopeWords[shell.lang]
  const scopes = SCOPE_NAMES.filter((scope) => scope !== 'openid')
  return (
    <>
      <Checkboxes
        name="scopes"
        label={text.scopes}
        hint={text.scopesHint}
        choices={scopes.map((scope) => ({
          value: scope,
          text: said[scope].title,
          hint: `${said[scope].items.join('; ')} (${scope})`,
        }))}
        values={typed.scopes ?? []}
        errors={errors}
      />
      <Radios
        name="kind"
        label={text.kind}
        choices={KINDS.map((kind) => ({ value: kind, text: text.kinds[kind] }))}
        value={typed.kind}
        errors={errors}
      />
      <Radios
        name="level"
        label={text.level}
        choices={[
          { value: '1', text: text.levels[1] },
          { value: '2', text: text.levels[2] },
        ]}
        value={typed.level || '1'}
        isInline
        errors={errors}
      />
      <Radios
        name="algorithm"
        label={text.algorithm}
        choices={[
          { value: 'RS256', text: 'RS256' },
          { value: 'ES256', text: 'ES256' },
        ]}
        value={typed.algorithm || 'RS256'}
        isInline
        errors={errors}
      />
      <Checkboxes
        name="subject"
        label={text.options}
        choices={[
          { value: 'pairwise', text: text.pairwise },
          { value: 'test', text: text.testChoice },
        ]}
        values={[...(typed.isPairwise ? ['pairwise'] : []), ...(typed.isTest ? ['test'] : [])]}
        errors={errors}
      />
    </>
  )
}
