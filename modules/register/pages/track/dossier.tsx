import {
  Button,
  Clock,
  Details,
  type FieldError,
  LinkButton,
  Notice,
  PostForm,
  StatusLine,
  Summary,
  type SummaryRow,
  TextInput,
  type Tone,
} from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import { elapsed } from '#kernel/working-time'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Lang } from '#platform/lang'
import type { Dossier, DossierEvent } from '../../dossier.ts'
import { STATUS } from '../../status.ts'
import { Course } from './course.tsx'
import { dossierWords } from './dossier-text.ts'

type Props = {
  readonly dossier: Dossier
  readonly events: readonly DossierEvent[]
  readonly calendar: WorkCalendar
  readonly now: Date
  readonly lang: Lang
  readonly csrf: string
  readonly secretError?: string | undefined
  /** Shown to whoever typed the secret of the receipt. */
  readonly showsReasons?: boolean | undefined
}

/** Hồ sơ đang ở đâu, for anyone who has its code: no names, no reasons, no papers. */
export function DossierStands(props: Props) {
  const { dossier, events, calendar, now, lang, showsReasons = false } = props
  const text = dossierWords[lang]
  return (
    <>
      <h2>{text.stands}</h2>
      <Standing dossier={dossier} now={now} lang={lang} />
      <Limit dossier={dossier} calendar={calendar} now={now} lang={lang} />
      <Summary rows={factsOf(dossier, lang)} />
      <h2>{text.course}</h2>
      <Course events={events} calendar={calendar} now={now} lang={lang} showsReasons={showsReasons} />
      {!showsReasons && <More {...props} />}
    </>
  )
}

/** The plain line at the top: which step, who holds it, what comes next, whose turn it is. */
export function Standing({ dossier, now, lang }: { dossier: Dossier; now: Date; lang: Lang }) {
  const text = dossierWords[lang]
  const isLate = lateness(dossier, now)
  return (
    <>
      <StatusLine
        tone={toneOf(dossier, isLate)}
        stage={STATUS[dossier.status].plain[lang]}
        holder={dossier.agencyName}
        expected={expectedOf(dossier, lang)}
        action={actionOf(dossier, lang)}
      />
      {isLate && <Notice kind="warning">{<p>{text.late}</p>}</Notice>}
      {dossier.extensions > 0 && <p class="quiet">{text.extended}</p>}
    </>
  )
}

export function Limit({
  dossier,
  calendar,
  now,
  lang,
}: {
  dossier: Dossier
  calendar: WorkCalendar
  now: Date
  lang: Lang
}) {
  const { limit, receivedAt, dueAt, finishedAt, endedAt, status } = dossier
  // Months have no fractions that a clock could show, and after an extension the first limit says nothing any more.
  if (!limit || !receivedAt || limit.unit === 'month' || dossier.dueSince) return null
  const until = finishedAt ?? endedAt ?? now
  const used = elapsed({ start: receivedAt, limit, calendar, pauses: dossier.pauses }, until)
  const { clock } = STATUS[status]
  return (
    <Clock
      label={dossierWords[lang].clock}
      used={Math.round(used * 10) / 10}
      limit={limit.value}
      unit={limit.unit}
      state={clock === 'running' ? 'running' : clock === 'paused' ? 'paused' : 'done'}
      due={dueAt && formatMoment(dueAt)}
    />
  )
}

function factsOf(dossier: Dossier, lang: Lang): SummaryRow[] {
  const text = dossierWords[lang]
  const { receivedAt, dueAt, finishedAt, returnedAt } = dossier
  const due = dueAt ? formatMoment(dueAt) : text.noDue
  return [
    { key: text.code, value: <span class="code">{dossier.code}</span> },
    { key: text.procedure, value: <span lang="vi">{dossier.procedureName}</span> },
    { key: text.agency, value: <span lang="vi">{dossier.agencyName}</span> },
    { key: text.submitted, value: formatMoment(dossier.submittedAt) },
    ...(receivedAt
      ? [
          { key: text.received, value: formatMoment(receivedAt) },
          { key: text.due, value: due },
        ]
      : []),
    ...(finishedAt ? [{ key: text.finished, value: formatMoment(finishedAt) }] : []),
    ...(returnedAt ? [{ key: text.returned, value: formatMoment(returnedAt) }] : []),
  ]
}

/** The two ways to see more: an owner's sign-in, and the secret on the receipt, which is posted and never in an address. */
function More({ dossier, lang, csrf, secretError }: Props) {
  const text = dossierWords[lang]
  const errors: FieldError[] = secretError ? [{ field: 'maBiMat', text: secretError }] : []
  return (
    <>
      <h2>{text.owner}</h2>
      <p>{text.ownerWhy}</p>
      <p>
        <LinkButton kind="secondary" href={`/ho-so/${encodeURIComponent(dossier.code)}`}>
          {text.open}
        </LinkButton>
      </p>
      <Details summary={text.secretTitle} isOpen={errors.length > 0}>
        <PostForm action="/tra-cuu/chi-tiet" token={csrf} kept={{ ma: dossier.code }}>
          <TextInput
            name="maBiMat"
            label={text.secret}
            hint={text.secretHint}
            errors={errors}
            width={20}
            autocomplete="off"
          />
          <Button kind="secondary">{text.secretButton}</Button>
        </PostForm>
      </Details>
    </>
  )
}

function lateness({ dueAt, finishedAt, endedAt, status }: Dossier, now: Date): boolean {
  const isPaused = STATUS[status].clock === 'paused'
  return dueAt !== undefined && !isPaused && (finishedAt ?? endedAt ?? now) > dueAt
}

function toneOf({ status, turn }: Dossier, isLate: boolean): Tone {
  if (isLate) return 'late'
  if (status === 9 || status === 10) return 'good'
  if (turn === 'applicant' || turn === 'payment') return 'due'
  return turn === 'nobody' ? 'neutral' : 'info'
}

function expectedOf(dossier: Dossier, lang: Lang): string | undefined {
  const text = dossierWords[lang]
  const { pickUpBy, supplementBy, dueAt, status } = dossier
  if (supplementBy) return text.answerBy(formatMoment(supplementBy))
  if (pickUpBy) return text.pickUp(formatMoment(pickUpBy))
  return dueAt && STATUS[status].clock === 'running' ? text.dueBy(formatMoment(dueAt)) : undefined
}

function actionOf({ status, turn }: Dossier, lang: Lang): string | undefined {
  const text = dossierWords[lang]
  if (status === 9) return text.collect
  return text.turn[turn] || undefined
}
