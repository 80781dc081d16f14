import { Button, ButtonRow, Layout, LinkButton, Notice } from '#design'
import type { Shell } from '#platform/http'
import { scopeWords } from '../../sso/scope-text.ts'
import type { Scope } from '../../sso/scopes.ts'
import { words } from './text.ts'

export type Application = {
  readonly name: string
  /** Of the agency that runs it; absent when the directory does not know it. */
  readonly agency: string | undefined
  readonly purpose: string
  readonly isTest: boolean
}

type Props = {
  readonly shell: Shell
  readonly csrf: string
  readonly action: string
  readonly application: Application
  readonly scopes: readonly Scope[]
  readonly agreed: readonly Scope[]
}

/** What an agency's application wants to read, in plain words, and who it is. */
export function ConsentPage({ shell, csrf, action, application, scopes, agreed }: Props) {
  const text = words[shell.lang]
  const { name, agency, purpose, isTest } = application
  return (
    <Layout shell={shell} title={text.title(name)} hidesSearch>
      <h1>{text.title(name)}</h1>
      <p class="lead">{agency ? text.lead(agency) : text.leadUnknown}</p>
      {isTest && (
        <Notice kind="warning" title={text.testTag}>
          <p>{text.test}</p>
        </Notice>
      )}
      <h2>{text.purpose}</h2>
      <p lang="vi">{purpose}</p>
      <h2>{text.reads}</h2>
      <ScopeList shell={shell} scopes={scopes} />
      {agreed.length > 0 && (
        <>
          <h2>{text.agreed}</h2>
          <ScopeList shell={shell} scopes={agreed} />
        </>
      )}
      <p>
        {text.rest} <a href="/tai-khoan/ket-noi">{text.connected}</a>.
      </p>
      <p class="quiet">
        {text.as} {shell.signedInAs}.
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <ButtonRow>
          <Button name="tra-loi" value="dong-y">
            {text.yes}
          </Button>
          <Button name="tra-loi" value="khong" kind="secondary">
            {text.no}
          </Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

export function ScopeList({ shell, scopes }: { shell: Shell; scopes: readonly Scope[] }) {
  const said = scopeWords[shell.lang]
  return (
    <ul>
      {scopes.map((scope) => (
        <li key={scope}>
          <strong>{said[scope].title}</strong>: {said[scope].items.join('; ')}
        </li>
      ))}
    </ul>
  )
}

/** Between signing in and the application: a form's redirect may not leave the portal, so the page goes on by itself. */
export function OnwardPage({ shell, name, href }: { shell: Shell; name: string; href: string }) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.onTitle} hidesSearch>
      <h1>{text.onTitle}</h1>
      <p class="lead">{text.onLead(name)}</p>
      <LinkButton href={href}>{text.on}</LinkButton>
    </Layout>
  )
}
