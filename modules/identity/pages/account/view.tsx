import { Layout, LinkButton, Table } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Account, Organization, Person } from '../../account.ts'
import type { ClaimChangeRow } from '../../queries/accounts-history.ts'
import type { Assurance } from '../../session.ts'
import { claimLabel, claimText } from './claims.ts'
import { AccountData } from './data.tsx'
import { ACCOUNT_LINKS, words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly account: Account
  readonly holder: Person | Organization
  readonly changes: readonly ClaimChangeRow[]
  readonly assurance: Assurance
}

/** Tài khoản của tôi: the data, where it came from, what has changed, and what can be done with the account. */
export function AccountPage({ shell, account, holder, changes, assurance }: Props) {
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{holder.name}</h1>
      <p class="lead">
        {text.level} {text.levels[assurance]}.{' '}
        {assurance === 1 && <a href="/dang-nhap/muc-2?ve=%2Ftai-khoan">{text.raise}</a>}
      </p>
      <h2>{text.more}</h2>
      <ul>
        {ACCOUNT_LINKS.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link[lang]}</a>
          </li>
        ))}
      </ul>
      <h2>{text.data}</h2>
      <AccountData holder={holder} lang={lang} />
      <p class="quiet">
        {text.opened(formatMoment(account.openedAt))} {text.id}: {account.id}.
      </p>
      <h2>{text.history}</h2>
      <History changes={changes} shell={shell} />
      <p>
        <LinkButton href="/dang-xuat" kind="secondary">
          {text.signOut}
        </LinkButton>
      </p>
    </Layout>
  )
}

function History({ changes, shell: { lang } }: Pick<Props, 'changes' | 'shell'>) {
  const text = words[lang]
  if (changes.length === 0) return <p>{text.historyNone}</p>
  return (
    <Table
      caption={text.history}
      hidesCaption
      columns={[{ head: text.what }, { head: text.before }, { head: text.after }, { head: text.when }]}
      rows={changes.map(({ at, claim, before, after }) => [
        claimLabel(claim, lang),
        claimText(claim, before, lang),
        claimText(claim, after, lang),
        formatMoment(at),
      ])}
    />
  )
}
