import {
  Button,
  ButtonRow,
  Empty,
  Layout,
  LinkButton,
  Notice,
  Pagination,
  PostForm,
  Select,
  Tag,
  TextInput,
} from '#design'
import type { OfficerAt } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Officer } from '../../at-dossier.ts'
import type { Step } from '../../process.ts'
import type { SavedView } from '../../queries/saved-views.ts'
import type { WorkLine } from '../../queries/work.ts'
import type { WorkCounts } from '../../work.ts'
import { Filters } from './filters.tsx'
import { type Asked, filtersOf, queueHref, TABS, type Tab } from './question.ts'
import { type QueueText, words } from './text.ts'

export type QueueProps = {
  readonly shell: Shell
  readonly officer: Officer
  readonly tab: Tab
  readonly asked: Asked
  readonly counts: WorkCounts
  readonly lines: readonly WorkLine[]
  readonly steps: readonly Step[]
  readonly procedures: readonly { readonly code: string; readonly name: string }[]
  readonly colleagues: readonly OfficerAt[]
  readonly views: readonly SavedView[]
  /** Reminders that the officer has not read. */
  readonly unread: number
  readonly nextHref: string | undefined
  readonly now: Date
  readonly token: string
  readonly said: string | undefined
  /** How the saving of a view went. */
  readonly saving: 'xong' | 'ten' | 'nhieu' | undefined
}

/** Hàng đợi của một cửa: what is due next, what is late, what waits on whom. */
export function QueuePage(props: QueueProps) {
  const { shell, officer, tab, asked, counts, lines, nextHref, said, saving } = props
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={`${text.tabs[tab]}: ${text.title}`}
      hidesSearch
      crumbs={[{ text: text.title, href: '/mot-cua' }, { text: text.tabs[tab] }]}
    >
      {said && <Notice kind="success" title={said} isAnswer />}
      {saving === 'xong' && <Notice kind="success" title={text.viewSaved} isAnswer />}
      {saving === 'nhieu' && <Notice kind="error" title={text.viewsFull} isAnswer />}
      <h1>{text.tabs[tab]}</h1>
      <p class="lead" lang="vi">
        {officer.agencyName}
      </p>
      <p class="screen-only">
        <a href="/can-bo/thong-bao">{text.reminders}</a>{' '}
        {props.unread > 0 && <Tag tone="due">{text.unread(props.unread)}</Tag>}
      </p>
      <Desks officer={officer} text={text} />
      <nav class="queue-tabs" aria-label={text.title}>
        <ul>
          {TABS.map((one) => (
            <li key={one}>
              <a
                href={`/mot-cua?hang=${one}&coQuan=${officer.agency}`}
                aria-current={one === tab ? 'page' : undefined}
              >
                {text.tabs[one]}
                {one !== 'mine' && one !== 'closed' && <span class="count"> {counts[one]}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters {...props} />
      {lines.length === 0 ? (
        <Empty title={text.none}>
          <p>{Object.keys(filtersOf(asked)).length > 0 ? text.noneFiltered : text.noneText}</p>
        </Empty>
      ) : (
        <Lines {...props} />
      )}
      <Pagination nextHref={nextHref} />
      <div class="screen-only">
        <p>
          <LinkButton href={`/mot-cua/tiep-nhan?coQuan=${officer.agency}`}>{text.counter}</LinkButton>
        </p>
        <form method="get" action="/mot-cua/mo" noValidate>
          <TextInput name="ma" label={text.find} width={30} />
          <Button kind="secondary">{text.findButton}</Button>
        </form>
        <p>
          {text.export}: <a href={queueHref(officer.agency, asked, { path: '/mot-cua/so.xlsx' })}>XLSX</a>,{' '}
          <a href={queueHref(officer.agency, asked, { path: '/mot-cua/so.csv' })}>CSV</a>,{' '}
          <a href={queueHref(officer.agency, asked, { path: '/mot-cua/so.pdf' })}>{text.register} (PDF)</a>
        </p>
        <p>
          {text.numbers}: <a href={`/mot-cua/so-ket-qua.xlsx?coQuan=${officer.agency}`}>XLSX</a>,{' '}
          <a href={`/mot-cua/so-ket-qua.csv?coQuan=${officer.agency}`}>CSV</a>
        </p>
      </div>
    </Layout>
  )
}

function Desks({ officer, text }: { officer: Officer; text: QueueText }) {
  if (officer.desks.length < 2) return null
  return (
    <form method="get" action="/mot-cua" noValidate>
      <Select
        name="coQuan"
        label={text.desk}
        emptyText={false}
        value={officer.agency}
        options={officer.desks.map(({ agency, agencyName, title }) => ({
          value: agency,
          text: `${agencyName}, ${title}`,
        }))}
      />
      <Button kind="secondary">{text.change}</Button>
    </form>
  )
}

function Lines({ shell, officer, tab, asked, lines, steps, now, token }: QueueProps) {
  const text = words[shell.lang]
  const { columns } = text
  const mayTake = tab === 'handling' || tab === 'late' || tab === 'today' || tab === 'new'
  return (
    <PostForm
      action="/mot-cua/nhan"
      token={token}
      kept={{ coQuan: officer.agency, hang: tab, ...filtersOf(asked) }}
    >
      <table class="table">
        <caption class="hidden">{text.tabs[tab]}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.procedure}</th>
            <th scope="col">{columns.applicant}</th>
            <th scope="col">{columns.step}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.who}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.dossierCode}>
              <th scope="row">
                {mayTake && (
                  <input
                    type="checkbox"
                    name="ma"
                    value={`${line.dossierCode} ${line.version}`}
                    aria-label={`${text.choose} ${line.dossierCode}`}
                  />
                )}{' '}
                <a class="code" href={`/mot-cua/ho-so/${encodeURIComponent(line.dossierCode)}`}>
                  {line.dossierCode}
                </a>
              </th>
              <td data-head={columns.procedure} lang="vi">
                <div class="table-value">{line.procedureName}</div>
              </td>
              <td data-head={columns.applicant} lang="vi">
                <div class="table-value">{line.applicant}</div>
              </td>
              <td data-head={columns.step}>
                <div class="table-value">
                  {steps.find(({ id }) => id === line.step)?.name[shell.lang] ?? line.step}
                </div>
              </td>
              <td data-head={columns.due}>
                <div class="table-value">
                  <Due line={line} now={now} text={text} />
                </div>
              </td>
              <td data-head={columns.who} lang="vi">
                <div class="table-value">{line.assigneeName ?? text.nobody}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayTake && (
        <ButtonRow>
          <Button kind="secondary">{text.bulkTake}</Button>
          <Button kind="secondary" name="cach" value="chia">
            {text.bulkDeal}
          </Button>
        </ButtonRow>
      )}
    </PostForm>
  )
}

function Due({ line, now, text }: { line: WorkLine; now: Date; text: QueueText }) {
  if (!(line.actBy instanceof Date)) return <>{text.noDue}</>
  const isRunning = line.queue === 'new' || line.queue === 'handling'
  const isLate = isRunning && line.actBy < now
  const isToday = isRunning && !isLate && civilDate(line.actBy) === civilDate(now)
  return (
    <>
      {formatMoment(line.actBy)} {isLate && <Tag tone="late">{text.late}</Tag>}
      {isToday && <Tag tone="due">{text.soon}</Tag>}
    </>
  )
}
