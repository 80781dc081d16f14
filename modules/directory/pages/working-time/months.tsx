import { Month, type MonthDay, type MonthTone } from '#design'
import {
  addDays,
  addMonths,
  asCivilDate,
  type CivilDate,
  civilDate,
  daysInMonth,
  partsOf,
  WEEKDAYS,
  weekday,
} from '#kernel/civil-date'
import type { TracedDay } from '#kernel/working-time-trace'
import type { Lang } from '#platform/lang'
import { nameIn } from '../../agency-words.ts'
import type { CalendarDay } from '../../calendar-day.ts'
import type { DueCount } from '../../due-count.ts'
import { numberIn } from '../../due-format.ts'
import { words as dueWords } from '../../due-words.ts'
import { words } from './text.ts'

/** Of a longer count the first and the last months are shown: the middle says nothing new. */
const MOST_MONTHS = 12

export function Months({ count, lang }: { count: DueCount; lang: Lang }) {
  const text = words[lang]
  const months = monthsOf(count)
  const [head, tail] =
    months.length > MOST_MONTHS
      ? [months.slice(0, MOST_MONTHS / 2), months.slice(-MOST_MONTHS / 2)]
      : [months, []]
  const between = months.length - head.length - tail.length
  const traced = new Map(count.trace.days.map((day) => [day.date, day]))
  const month = (first: CivilDate) => (
    <OneMonth key={first} first={first} traced={traced} count={count} lang={lang} />
  )
  return (
    <>
      <div class="months">{head.map(month)}</div>
      {between > 0 && <p>{text.between(between)}</p>}
      {tail.length > 0 && <div class="months">{tail.map(month)}</div>}
    </>
  )
}

/** The first day of each month from reception to due. */
function monthsOf({ trace }: DueCount): CivilDate[] {
  const last = civilDate(trace.dueAt)
  const months: CivilDate[] = []
  let first = asCivilDate(`${civilDate(trace.receivedAt).slice(0, 7)}-01`)
  for (; first <= last; first = addMonths(first, 1)) months.push(first)
  return months
}

type MonthProps = {
  readonly first: CivilDate
  readonly traced: ReadonlyMap<CivilDate, TracedDay>
  readonly count: DueCount
  readonly lang: Lang
}

function OneMonth({ first, traced, count, lang }: MonthProps) {
  const text = words[lang]
  const { year, month } = partsOf(first)
  const weekdays = WEEKDAYS.map((day) => ({
    short: text.shortWeekdays[day - 1] ?? '',
    full: dueWords[lang].weekdays[day],
  }))
  const days = Array.from({ length: daysInMonth(year, month) }, (_, at) => {
    const date = addDays(first, at)
    return monthDay(at + 1, { day: traced.get(date), decision: count.days.get(date), count, lang })
  })
  return (
    <Month caption={text.month(month, year)} weekdays={weekdays} firstWeekday={weekday(first)} days={days} />
  )
}

type Shown = {
  readonly day: TracedDay | undefined
  readonly decision: CalendarDay | undefined
  readonly count: DueCount
  readonly lang: Lang
}

function monthDay(number: number, shown: Shown): MonthDay {
  if (!shown.day) return { day: number, tone: 'plain' }
  return {
    day: number,
    tone: toneOf(shown.day, shown),
    note: noteOf(shown.day, shown),
    meaning: meaningOf(shown.day, shown),
  }
}

function toneOf({ role, isDue }: TracedDay, { decision }: Shown): MonthTone {
  if (isDue) return 'due'
  switch (role) {
    case 'before':
      return decision && decision.kind !== 'makeup_work' ? 'off' : 'plain'
    case 'moved':
      return 'off'
    default:
      return role
  }
}

function noteOf(
  { date, role, isDue, ordinal, spans }: TracedDay,
  { decision, count, lang }: Shown,
): string | undefined {
  const { notes } = words[lang]
  if (isDue) return notes.due
  if (date === civilDate(count.trace.receivedAt)) return notes.received
  if (role === 'start') return notes.start
  if (role === 'paused') return notes.paused
  if (role === 'counted')
    return ordinal === undefined ? hoursNote(spans, count, lang) : numberIn(lang, ordinal)
  return decision && decision.kind !== 'makeup_work' ? notes[decision.kind] : undefined
}

/** The hours counted on a day, where hours are what is counted. */
function hoursNote(spans: TracedDay['spans'], { question }: DueCount, lang: Lang): string | undefined {
  const isInHours = question.limit.unit === 'hour' || question.policy.workingDays === 'hours'
  return isInHours && spans.length > 0 ? words[lang].notes.hours(hoursOf(spans, lang)) : undefined
}

function hoursOf(spans: TracedDay['spans'], lang: Lang): string {
  return numberIn(
    lang,
    spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 3_600_000,
  )
}

/** `Tết Nguyên đán, nghỉ, không tính`: everything about a day, for those who do not see the colours. */
function meaningOf(
  { date, role, isDue, ordinal, spans }: TracedDay,
  { decision, count, lang }: Shown,
): string {
  const { meanings } = words[lang]
  const isReceived = date === civilDate(count.trace.receivedAt)
  const said = [
    decision && nameIn(lang, decision),
    isReceived && meanings.received,
    role === 'start' && meanings.start,
    role === 'paused' && meanings.paused,
    (role === 'off' || role === 'moved') && !isDue && meanings.off,
    role === 'counted' &&
      (ordinal === undefined ? meanings.counted : meanings.ordinal(numberIn(lang, ordinal))),
    hoursNote(spans, count, lang) && meanings.hours(hoursOf(spans, lang)),
    isDue && meanings.due,
  ]
  return said.filter((part) => typeof part === 'string').join(', ')
}
