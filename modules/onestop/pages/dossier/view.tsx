import { ErrorSummary, type FieldError, Layout, Notice, Summary } from '#design'
import { type DossierContent, FiledAnswers, FiledFiles, Messages, type ResultRow } from '#filing'
import type { OfficerAt } from '#identity'
import { formatMoment } from '#kernel/civil-date-text'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Limit as TimeLimit } from '#kernel/working-time-policy'
import type { Shell } from '#platform/http'
import { Course, type Dossier, type DossierEvent, Limit, STATUS } from '#register'
import type { Officer } from '../../at-dossier.ts'
import type { Step } from '../../process.ts'
import type { Template } from '../../template.ts'
import type { Work } from '../../work.ts'
import { Acts } from './acts-view.tsx'
import { words } from './text.ts'

/** Who was told that it is due, and when. */
export type Reminded = { readonly level: number; readonly at: Date; readonly names: readonly string[] }

export type DeskPage = {
  readonly shell: Shell
  readonly officer: Officer
  readonly dossier: Dossier
  readonly work: Work | undefined
  readonly events: readonly DossierEvent[]
  readonly calendar: WorkCalendar
  readonly content: DossierContent | undefined
  readonly messages: Parameters<typeof Messages>[0]['messages']
  readonly results: readonly ResultRow[]
  readonly limits: readonly (TimeLimit & { note?: string })[]
  readonly steps: readonly Step[]
  readonly colleagues: readonly OfficerAt[]
  readonly templates: readonly Template[]
  readonly reminders: readonly Reminded[]
  readonly now: Date
  readonly token: string
  readonly errors: readonly FieldError[]
  /** Which form was sent, and what was typed into it. */
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly isDone: boolean
}

export function deskHref({ code }: Pick<Dossier, 'code'>): string {
  return `/mot-cua/ho-so/${encodeURIComponent(code)}`
}

/** Hồ sơ as its officer sees it: what is there, what happened, and everything that may be done to it now. */
export function DeskDossierPage(props: DeskPage) {
  const { shell, dossier, events, calendar, now, errors, isDone, token, messages } = props
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout
      shell={shell}
      title={`${dossier.code} ${dossier.procedureName}`}
      hidesSearch
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.queue, href: `/mot-cua?coQuan=${dossier.agency}` }, { text: dossier.code }]}
    >
      <ErrorSummary errors={errors} />
      {isDone && <Notice kind="success" title={text.done} isAnswer />}
      <h1 class="code">{dossier.code}</h1>
      <p class="lead" lang="vi">
        {dossier.procedureName}
      </p>
      <Facts {...props} />
      <Limit dossier={dossier} calendar={calendar} now={now} lang={lang} />
      <h2>{text.acts}</h2>
      <Acts {...props} />
      <Content {...props} />
      <Messages
        shell={shell}
        messages={messages}
        action={`${deskHref(dossier)}/tin-nhan`}
        token={token}
        errors={errors}
        side="agency"
      />
      <h2>{text.course}</h2>
      <Reminders {...props} />
      <Course events={events} calendar={calendar} now={now} lang={lang} showsReasons />
      <Papers {...props} />
    </Layout>
  )
}

function Reminders({ shell, reminders }: DeskPage) {
  const text = words[shell.lang]
  if (reminders.length === 0) return null
  return (
    <ul>
      {reminders.map(({ level, at, names }) => (
        <li key={level}>
          {formatMoment(at)}: {text.reminded[level] ?? text.reminded[1]}{' '}
          <span lang="vi">{names.join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ shell, dossier, work, steps }: DeskPage) {
  const text = words[shell.lang]
  const { dueAt, pickUpBy, applicant, status } = dossier
  const step = steps.find(({ id }) => id === work?.step)
  return (
    <Summary
      rows={[
        { key: text.status, value: STATUS[status].official[shell.lang] },
        { key: text.applicant, value: <span lang="vi">{applicant.name}</span> },
        { key: text.door, value: text.doors[dossier.door] },
        ...(pickUpBy ? [{ key: text.pickUp, value: formatMoment(pickUpBy) }] : []),
        ...(dueAt ? [{ key: text.due, value: formatMoment(dueAt) }] : []),
        ...(step ? [{ key: text.step, value: step.name[shell.lang] }] : []),
        ...(work?.assigneeName ? [{ key: text.who, value: <span lang="vi">{work.assigneeName}</span> }] : []),
      ]}
    />
  )
}

function Content({ shell, dossier, content, results }: DeskPage) {
  const { lang } = shell
  const text = words[lang]
  return (
    <>
      {results.length > 0 && (
        <section>
          <h2>{text.results}</h2>
          <ul lang="vi">
            {results.map(({ number, title, resultNumber, at }) => (
              <li key={number}>
                {title}
                {resultNumber && `, ${resultNumber}`}, {formatMoment(at)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {content && (
        <section>
          <h2>{text.files}</h2>
          <FiledFiles content={content} dossierHref={deskHref(dossier)} />
          <h2>{text.content}</h2>
          <FiledAnswers content={content} lang={lang} />
        </section>
      )}
    </>
  )
}

/** Which of the legal papers there are to print, from what has happened. */
function Papers({ shell, dossier, events }: DeskPage) {
  const text = words[shell.lang]
  const did = (act: string) => events.some((event) => event.act === act)
  const papers = [
    ...(did('receive') ? [1 as const] : []),
    ...(did('ask_supplement') || did('ask_before_reception') ? [2 as const] : []),
    ...(did('reject') ? [3 as const] : []),
    ...(did('extend') ? [4 as const] : []),
    ...(did('stop') ? [5 as const] : []),
    6 as const,
  ]
  return (
    <section class="screen-only">
      <h2>{text.papers}</h2>
      <ul>
        {papers.map((number) => (
          <li key={number}>
            <a href={`${deskHref(dossier)}/mau/${number}.pdf`}>{text.paper[number]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
