import { Empty, Table } from '#design'
import { WEEKDAYS } from '#kernel/civil-date'
import { formatDayHours } from '#kernel/working-time-hours'
import type { Lang } from '#platform/lang'
import type { CalendarYear } from '../../calendar-year.ts'
import { words as dueWords } from '../../due-words.ts'
import { DaysTable } from './days-table.tsx'
import { words } from './text.ts'
import type { Typed } from './typed.ts'

type Props = {
  readonly year: CalendarYear
  /** What the form holds: another year keeps the answer. */
  readonly typed: Typed
  readonly lang: Lang
}

/** Lịch nghỉ của một năm, with ways to the years around it, and the common office hours. */
export function YearOfDays({ year, typed, lang }: Props) {
  const text = words[lang]
  return (
    <>
      <h2 id="lich-nghi">{text.yearTitle(year.year)}</h2>
      <nav aria-label={text.yearLinks}>
        <ul class="years">
          {yearsAround(year).map((other) => (
            <li key={other}>
              <a href={addressOf(other, typed)} aria-current={other === year.year ? 'page' : undefined}>
                {other}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {year.days.length === 0 ? (
        <Empty title={text.yearNone(year.year)} />
      ) : (
        <DaysTable caption={text.yearTitle(year.year)} hidesCaption days={year.days} lang={lang} />
      )}
      <p>
        <a href={`/api/v1/working-time/calendar?year=${year.year}`}>{text.api}</a>
      </p>
      <h3>{text.hoursTitle}</h3>
      <p>{text.hoursNote}</p>
      <Table
        caption={text.hoursTitle}
        hidesCaption
        isCompact
        columns={[{ head: text.weekday }, { head: text.hours }]}
        rows={WEEKDAYS.map((day) => [dueWords[lang].weekdays[day], hoursIn(year, day) || text.dayOff])}
      />
    </>
  )
}

function hoursIn({ calendar }: CalendarYear, day: (typeof WEEKDAYS)[number]): string {
  return formatDayHours(calendar.usualHours(day)).replaceAll(',', ', ').replaceAll('-', '–')
}

function yearsAround({ year, knownFrom, knownUntil }: CalendarYear): number[] {
  const [first, last] = [Number(knownFrom?.slice(0, 4) ?? year), Number(knownUntil?.slice(0, 4) ?? year)]
  const known = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return known.includes(year) ? known : [...known, year].sort((a, b) => a - b)
}

function addressOf(year: number, typed: Typed): string {
  const params = new URLSearchParams({ ...typed, nam: String(year) })
  return `/ngay-lam-viec?${params}#lich-nghi`
}
