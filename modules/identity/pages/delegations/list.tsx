import { Button, ButtonRow, Layout, LinkButton, PostForm, Table } from '#design'
import type { Shell } from '#platform/http'
import { type Delegation, stateOf } from '../../delegation.ts'
import type { Represented } from '../../delegation-represent.ts'
import { words as terms } from '../../delegation-words.ts'
import { lastDay, otherName } from './said.ts'
import { words } from './text.ts'

export type ListProps = {
  readonly shell: Shell
  readonly token: string
  /** Whose list it is: the account, or the one it acts for. */
  readonly me: string
  readonly delegations: readonly Delegation[]
  readonly organizations: readonly Represented[]
  readonly may: { readonly grant: boolean; readonly declare: boolean; readonly beNamed: boolean }
  readonly now: Date
}

export function DelegationsPage(props: ListProps) {
  const { shell, me, delegations, now } = props
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.description}
      crumbs={[{ text: text.account, href: '/tai-khoan' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.iActFor}</h2>
      <Rows {...{ shell, now }} rows={delegations.filter(({ actor }) => actor === me)} side="actor" />
      <h2>{text.actForMe}</h2>
      <Rows {...{ shell, now }} rows={delegations.filter(({ subject }) => subject === me)} side="subject" />
      <More {...props} />
    </Layout>
  )
}

function More(props: ListProps) {
  const { shell, token, may } = props
  const text = words[shell.lang]
  return (
    <>
      <h2>{text.more}</h2>
      <Organizations {...props} />
      {may.grant && (
        <>
          <p>{text.grantHint}</p>
          <ButtonRow>
            <LinkButton href="/tai-khoan/uy-quyen/moi">{text.grantLink}</LinkButton>
          </ButtonRow>
        </>
      )}
      {may.declare && (
        <>
          <p>{text.childHint}</p>
          <ButtonRow>
            <LinkButton kind="secondary" href="/tai-khoan/uy-quyen/con">
              {text.childLink}
            </LinkButton>
          </ButtonRow>
        </>
      )}
      {may.beNamed && (
        <PostForm action="/tai-khoan/uy-quyen/ma" token={token}>
          <p>{text.codeHint}</p>
          <Button kind="secondary">{text.codeButton}</Button>
        </PostForm>
      )}
    </>
  )
}

function Organizations({ shell, token, organizations }: ListProps) {
  const text = words[shell.lang]
  return (
    <>
      {organizations.length > 0 && <h3>{text.organizations}</h3>}
      {organizations.map((organization) => (
        <PostForm
          key={organization.accountId}
          action="/tai-khoan/uy-quyen/to-chuc"
          token={token}
          kept={{ 'to-chuc': organization.accountId }}
        >
          <p lang="vi">
            {organization.name} <span class="quiet">({organization.taxCode})</span>
          </p>
          <Button kind="secondary" context={organization.name}>
            {text.represent}
          </Button>
        </PostForm>
      ))}
    </>
  )
}

type RowsProps = Pick<ListProps, 'shell' | 'now'> & {
  readonly rows: readonly Delegation[]
  readonly side: 'actor' | 'subject'
}

function Rows({ shell: { lang }, now, rows, side }: RowsProps) {
  const text = words[lang]
  if (rows.length === 0) return <p>{side === 'actor' ? text.nobodyToActFor : text.nobodyActs}</p>
  return (
    <Table
      caption={side === 'actor' ? text.iActFor : text.actForMe}
      hidesCaption
      columns={[{ head: text.name }, { head: text.kind }, { head: text.until }, { head: text.state }]}
      rows={rows.map((row) => [
        <a key="name" href={`/tai-khoan/uy-quyen/${row.id}`} lang="vi">
          {otherName(row, side)}
        </a>,
        terms[lang].kinds[row.kind],
        lastDay(row),
        terms[lang].states[stateOf(row, now)],
      ])}
    />
  )
}
