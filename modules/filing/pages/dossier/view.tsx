import {
  Button,
  Details,
  ErrorSummary,
  type FieldError,
  Layout,
  LinkButton,
  Notice,
  PostForm,
  Radios,
  Summary,
  Textarea,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Shell } from '#platform/http'
import { Course, type Dossier, type DossierEvent, Limit, Standing } from '#register'
import type { DossierContent } from '../../own-dossier.ts'
import type { MessageRow, RatingRow, ResultRow, SupplementRow } from '../../queries/around.ts'
import { FiledAnswers, FiledFiles } from '../content-view.tsx'
import { Messages } from './messages.tsx'
import { words } from './text.ts'

export type Done = 'message' | 'rated' | 'answered' | 'withdrawn'

export type OwnPage = {
  readonly shell: Shell
  readonly dossier: Dossier
  readonly events: readonly DossierEvent[]
  readonly calendar: WorkCalendar
  readonly content: DossierContent | undefined
  readonly supplements: readonly SupplementRow[]
  readonly messages: readonly MessageRow[]
  readonly results: readonly ResultRow[]
  readonly rating: RatingRow | undefined
  readonly now: Date
  readonly token: string
  readonly errors: readonly FieldError[]
  readonly done?: Done | undefined
}

/** Hồ sơ của tôi: everything about one dossier, what I must do first. */
export function OwnDossierPage(props: OwnPage) {
  const { shell, dossier, events, calendar, content, now, errors, done } = props
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout
      shell={shell}
      title={`${dossier.procedureName} ${dossier.code}`}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.crumb, href: '/ho-so' }, { text: dossier.code }]}
    >
      <ErrorSummary errors={errors} />
      {done && <Notice kind="success" title={text.done[done]} isAnswer />}
      <h1 lang="vi">{dossier.procedureName}</h1>
      <Asked {...props} />
      <Standing dossier={dossier} now={now} lang={lang} />
      <Limit dossier={dossier} calendar={calendar} now={now} lang={lang} />
      <Results {...props} />
      <Rating {...props} />
      <Summary
        rows={[
          { key: text.code, value: <span class="code">{dossier.code}</span> },
          { key: text.agency, value: <span lang="vi">{dossier.agencyName}</span> },
          { key: text.submitted, value: formatMoment(dossier.submittedAt) },
          ...(dossier.receivedAt ? [{ key: text.received, value: formatMoment(dossier.receivedAt) }] : []),
          ...(dossier.dueAt ? [{ key: text.due, value: formatMoment(dossier.dueAt) }] : []),
        ]}
      />
      <p>
        <a href={`${hrefOf(dossier)}/bien-nhan`}>{text.receipt}</a>
      </p>
      <h2>{text.course}</h2>
      <Course events={events} calendar={calendar} now={now} lang={lang} showsReasons />
      <Messages {...props} action={`${hrefOf(dossier)}/tin-nhan`} side="applicant" />
      {content && (
        <Details summary={text.content}>
          <FiledAnswers content={content} lang={lang} />
          <h2>{text.oldFiles}</h2>
          <FiledFiles content={content} dossierHref={hrefOf(dossier)} />
        </Details>
      )}
      <Withdraw {...props} />
    </Layout>
  )
}

export function hrefOf({ code }: Pick<Dossier, 'code'>): string {
  return `/ho-so/${encodeURIComponent(code)}`
}

function Asked({ shell, dossier, supplements }: OwnPage) {
  const text = words[shell.lang]
  const open = supplements.find(({ answeredAt }) => !answeredAt)
  if (!open || dossier.turn !== 'applicant' || dossier.status === 9) return null
  return (
    <Notice kind="warning" title={text.asked}>
      <p lang="vi">{open.reason}</p>
      {open.basis && (
        <p lang="vi">
          {text.basis}: {open.basis}
        </p>
      )}
      <ul lang="vi">
        {open.items.map(({ label, note }) => (
          <li key={label}>
            <strong>{label}</strong>: {note}
          </li>
        ))}
      </ul>
      <LinkButton href={`${hrefOf(dossier)}/bo-sung`}>{text.answer}</LinkButton>
    </Notice>
  )
}

function Results({ shell, dossier, results }: OwnPage) {
  const text = words[shell.lang]
  if (results.length === 0) return null
  return (
    <section>
      <h2>{text.results}</h2>
      <ul class="plain">
        {results.map(({ number, title, resultNumber, file, at }) => (
          <li key={number}>
            <p lang="vi">
              <strong>{title}</strong>
              {resultNumber && `, ${text.resultNumber} ${resultNumber}`}, {formatMoment(at)}
            </p>
            <LinkButton href={`${hrefOf(dossier)}/ket-qua/${number}`} context={file.name}>
              {text.download}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Rating({ shell, dossier, rating, token, errors }: OwnPage) {
  const text = words[shell.lang]
  if (rating) {
    const score = rating.score as 1 | 2 | 3
    return (
      <p>
        {text.rated}: <strong>{text.scores[score]}</strong>
      </p>
    )
  }
  if (dossier.status !== 9 && !dossier.endedAt) return null
  return (
    <section>
      <PostForm action={`${hrefOf(dossier)}/danh-gia`} token={token}>
        <Radios
          name="muc"
          label={text.rating}
          errors={errors}
          choices={([3, 2, 1] as const).map((score) => ({ value: String(score), text: text.scores[score] }))}
        />
        <Textarea name="gopY" label={text.ratingWords} rows={3} isOptional maxLength={2000} />
        <Button>{text.ratingSend}</Button>
      </PostForm>
    </section>
  )
}

function Withdraw({ shell, dossier, token, errors }: OwnPage) {
  const text = words[shell.lang]
  if (![1, 2, 4, 5, 6].includes(dossier.status)) return null
  return (
    <Details summary={text.withdraw} isOpen={errors.some(({ field }) => field === 'lyDo')}>
      <PostForm action={`${hrefOf(dossier)}/rut`} token={token}>
        <Textarea
          name="lyDo"
          label={text.withdrawWhy}
          hint={text.withdrawHint}
          rows={3}
          errors={errors}
          maxLength={2000}
        />
        <Button kind="danger">{text.withdraw}</Button>
      </PostForm>
    </Details>
  )
}
