import { Button, Layout, LinkButton, Notice, PostForm, Summary } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Factors } from '../../officials/factors.ts'
import type { Official } from '../../officials/official.ts'
import { KeysTable } from './keys-table.tsx'
import { SECURITY } from './present.ts'
import { type Done, words } from './text.ts'

export type SecurityProps = {
  readonly shell: Shell
  readonly token: string
  readonly official: Official
  readonly factors: Factors
  /** In words: title and agency; role, agency and last day. */
  readonly posts: readonly string[]
  readonly rights: readonly string[]
  readonly isAdministrator: boolean
  /** Whether passkeys can work under the portal's address. */
  readonly canUseKeys: boolean
  readonly done: Done | undefined
  readonly hasUsedCode: boolean
}

/** Bảo mật: what an official has, and all the ways in which they sign in. */
export function SecurityPage(props: SecurityProps) {
  const { shell, official, posts, rights, isAdministrator, done, hasUsedCode } = props
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      {done && <Notice kind="success" title={text.done[done]} isAnswer />}
      {hasUsedCode && (
        <Notice kind="warning" isAnswer>
          <p>{text.codesFew}</p>
        </Notice>
      )}
      <h1>{text.title}</h1>
      {isAdministrator && (
        <p>
          <a href="/quan-tri">{text.administration}</a>
        </p>
      )}
      <h2>{text.who}</h2>
      <Summary
        rows={[
          { key: text.name, value: official.name },
          { key: text.email, value: official.email },
          { key: text.posts, value: lines(posts) },
          { key: text.rights, value: rights.length > 0 ? lines(rights) : text.noRights },
        ]}
      />
      <PasswordAndApp {...props} />
      <Keys {...props} />
      <Codes {...props} />
      <h2>{text.devices}</h2>
      <p>
        <a href="/tai-khoan/thiet-bi">{text.devicesLink}</a>
      </p>
    </Layout>
  )
}

function lines(all: readonly string[]) {
  return all.map((line) => <p key={line}>{line}</p>)
}

function PasswordAndApp({ shell, token, factors }: SecurityProps) {
  const text = words[shell.lang]
  const { passwordSetAt, totpSetAt, passkeys } = factors
  return (
    <>
      <h2>{text.password}</h2>
      {passwordSetAt && <p>{text.passwordSet(formatMoment(passwordSetAt))}</p>}
      <LinkButton href={`${SECURITY}/mat-khau`} kind="secondary">
        {text.passwordChange}
      </LinkButton>
      <h2>{text.app}</h2>
      <p>{totpSetAt ? text.appSet(formatMoment(totpSetAt)) : text.appNone}</p>
      <LinkButton href={`${SECURITY}/ung-dung`} kind="secondary">
        {totpSetAt ? text.appReplace : text.appAdd}
      </LinkButton>
      {totpSetAt && passkeys.length > 0 && (
        <PostForm action={`${SECURITY}/ung-dung/bo`} token={token}>
          <Button kind="quiet">{text.appRemove}</Button>
        </PostForm>
      )}
    </>
  )
}

function Keys({ shell, token, factors, canUseKeys }: SecurityProps) {
  const text = words[shell.lang]
  const { passkeys, totpSetAt } = factors
  return (
    <>
      <h2>{text.keys}</h2>
      {passkeys.length === 0 ? (
        <p>{text.keysNone}</p>
      ) : (
        <KeysTable
          shell={shell}
          token={token}
          keys={passkeys}
          canRemove={passkeys.length > 1 || totpSetAt !== undefined}
        />
      )}
      {canUseKeys ? (
        <LinkButton href={`${SECURITY}/khoa`} kind="secondary">
          {text.keyAdd}
        </LinkButton>
      ) : (
        <p class="quiet">{text.keysUnable}</p>
      )}
    </>
  )
}

function Codes({ shell, token, factors }: SecurityProps) {
  const text = words[shell.lang]
  return (
    <>
      <h2>{text.codes}</h2>
      <p>{text.codesLeft(factors.recoveryCodes)}</p>
      <PostForm action={`${SECURITY}/ma-khoi-phuc`} token={token}>
        <p class="quiet">{text.codesRenewHint}</p>
        <Button kind="secondary">{text.codesRenew}</Button>
      </PostForm>
    </>
  )
}
