import { Button, Layout, Notice, PostForm, Summary, type SummaryRow, Table } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { type Delegation, stateOf } from '../../delegation.ts'
import type { DelegationAct } from '../../delegation-history.ts'
import { words as terms } from '../../delegation-words.ts'
import { lastDay, otherName } from './said.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly delegation: Delegation
  readonly acts: readonly DelegationAct[]
  readonly side: 'actor' | 'subject'
  readonly may: { readonly accept: boolean; readonly act: boolean; readonly end: boolean }
  readonly now: Date
}

export function DelegationPage({ shell, token, delegation, acts, side, may, now }: Props) {
  const { lang } = shell
  const text = words[lang]
  const name = otherName(delegation, side)
  const state = stateOf(delegation, now)
  return (
    <Layout
      shell={shell}
      title={name}
      crumbs={[
        { text: text.account, href: '/tai-khoan' },
        { text: text.title, href: '/tai-khoan/uy-quyen' },
        { text: name },
      ]}
    >
      <h1 lang="vi">{name}</h1>
      <p class="lead">
        {terms[lang].kinds[delegation.kind]}. {terms[lang].states[state]}.
      </p>
      {state === 'waits_for_actor' && side === 'subject' && (
        <Notice kind="warning">
          <p>{text.detail.wrongName}</p>
        </Notice>
      )}
      <Summary rows={facts(delegation, lang)} />
      <Answers {...{ shell, token, delegation, may }} />
      <h2>{text.detail.acts}</h2>
      <Acts acts={acts} lang={lang} />
    </Layout>
  )
}

function Answers({ shell, token, delegation, may }: Pick<Props, 'shell' | 'token' | 'delegation' | 'may'>) {
  const text = words[shell.lang]
  const address = `/tai-khoan/uy-quyen/${delegation.id}`
  return (
    <>
      {may.accept && (
        <PostForm action={`${address}/nhan`} token={token}>
          <p>{text.detail.acceptHint}</p>
          <Button>{text.detail.accept}</Button>
        </PostForm>
      )}
      {may.act && (
        <PostForm action="/tai-khoan/lam-thay" token={token} kept={{ 'uy-quyen': delegation.id }}>
          <Button>{text.detail.act}</Button>
        </PostForm>
      )}
      {may.end && (
        <PostForm action={`${address}/cham-dut`} token={token}>
          <p>{text.detail.endHint}</p>
          <Button kind="danger">{may.accept ? text.detail.refuse : text.detail.end}</Button>
        </PostForm>
      )}
    </>
  )
}

function facts(delegation: Delegation, lang: Lang): readonly SummaryRow[] {
  const text = words[lang]
  const { subjectName, declared, actorName, basis, purpose, procedures, papers, startsAt } = delegation
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [text.detail.subject, subjectName ?? declared?.name],
    [text.detail.actor, actorName],
    [text.detail.basis, terms[lang].bases[basis]],
    [text.detail.purpose, purpose],
    [text.detail.procedures, procedures.length === 0 ? text.detail.allProcedures : procedures.join(', ')],
    [text.detail.papers, papers],
    [text.detail.since, startsAt && formatMoment(startsAt)],
    [text.until, lastDay(delegation)],
    [text.detail.ended, endedLine(delegation, lang)],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

function endedLine({ endedAt, endedWhy }: Delegation, lang: Lang): string | undefined {
  return endedAt && endedWhy ? `${formatMoment(endedAt)}: ${terms[lang].ends[endedWhy]}` : undefined
}

function Acts({ acts, lang }: { acts: readonly DelegationAct[]; lang: Lang }) {
  const text = words[lang].detail
  if (acts.length === 0) return <p>{text.noActs}</p>
  return (
    <Table
      caption={text.acts}
      hidesCaption
      columns={[{ head: text.when }, { head: text.what }, { head: text.by }]}
      rows={acts.map((act) => [
        formatMoment(act.at),
        terms[lang].verbs[act.verb] ?? act.verb,
        act.by.kind === 'official' ? text.official : act.by.kind === 'program' ? text.system : act.by.name,
      ])}
    />
  )
}
