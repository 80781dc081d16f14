import { Empty, Layout, LinkButton, Pagination, Table, Tag, type Tone } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import { type Dossier, STATUS } from '#register'
import type { Draft } from '../../draft.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly drafts: readonly Draft[]
  readonly dossiers: readonly Dossier[]
  readonly olderHref: string | undefined
  readonly now: Date
}

/** Hồ sơ của tôi: what has to be done comes first. */
export function MinePage({ shell, drafts, dossiers, olderHref, now }: Props) {
  const text = words[shell.lang]
  const isEmpty = drafts.length === 0 && dossiers.length === 0
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      {isEmpty ? (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
          <LinkButton href="/thu-tuc">{text.find}</LinkButton>
        </Empty>
      ) : (
        <>
          <Todo shell={shell} dossiers={dossiers} />
          {drafts.length > 0 && <Drafts shell={shell} drafts={drafts} />}
          {dossiers.length > 0 && <Filed shell={shell} dossiers={dossiers} now={now} />}
          <Pagination nextHref={olderHref} />
        </>
      )}
    </Layout>
  )
}

function Todo({ shell, dossiers }: { shell: Shell; dossiers: readonly Dossier[] }) {
  const text = words[shell.lang]
  const todo = dossiers.filter(needsApplicant)
  return (
    <section>
      <h2>{text.todo}</h2>
      {todo.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <ul class="plain">
          {todo.map((dossier) => (
            <li key={dossier.code}>
              <LinkButton href={linkOf(dossier)} context={dossier.code}>
                {actionOf(dossier, text)}
              </LinkButton>{' '}
              <span lang="vi">{dossier.procedureName}</span>
              {dossier.supplementBy && <>, {text.by(formatMoment(dossier.supplementBy))}</>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Drafts({ shell, drafts }: { shell: Shell; drafts: readonly Draft[] }) {
  const text = words[shell.lang]
  return (
    <section>
      <h2>{text.drafts}</h2>
      <ul class="plain">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={`/ban-nhap/${draft.id}`}>
              {text.resume}: <span lang="vi">{draft.procedureName}</span>
            </a>
            <p class="quiet">
              <span lang="vi">{draft.agencyName}</span>. {text.saved(formatMoment(draft.savedAt))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filed({ shell, dossiers, now }: { shell: Shell; dossiers: readonly Dossier[]; now: Date }) {
  const { lang } = shell
  const text = words[lang]
  return (
    <section>
      <h2>{text.filed}</h2>
      <Table
        caption={text.filed}
        hidesCaption
        columns={[
          { head: text.code },
          { head: text.procedure },
          { head: text.agency },
          { head: text.status },
          { head: text.due },
        ]}
        rows={dossiers.map((dossier) => [
          <a key="code" class="code" href={`/ho-so/${encodeURIComponent(dossier.code)}`}>
            {dossier.code}
          </a>,
          <span key="procedure" lang="vi">
            {dossier.procedureName}
          </span>,
          <span key="agency" lang="vi">
            {dossier.agencyName}
          </span>,
          <Tag key="status" tone={toneOf(dossier, now)}>
            {STATUS[dossier.status].plain[lang]}
          </Tag>,
          dossier.dueAt ? formatMoment(dossier.dueAt) : '–',
        ])}
      />
    </section>
  )
}

/** Whether the next move is the applicant's. */
function needsApplicant({ turn, status }: Dossier): boolean {
  return turn === 'applicant' || turn === 'payment' || status === 9
}

function actionOf({ status, turn }: Dossier, text: (typeof words)['vi']): string {
  if (status === 9) return text.collect
  return turn === 'payment' ? text.pay : text.supplement
}

function linkOf({ code, status, turn }: Dossier): string {
  const path = `/ho-so/${encodeURIComponent(code)}`
  return turn === 'applicant' && status !== 9 ? `${path}/bo-sung` : path
}

function toneOf(dossier: Dossier, now: Date): Tone {
  if (needsApplicant(dossier)) return dossier.status === 9 ? 'good' : 'due'
  if (dossier.endedAt) return dossier.status === 10 ? 'good' : 'neutral'
  return dossier.dueAt && dossier.dueAt < now ? 'late' : 'info'
}
