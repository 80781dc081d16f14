import { type CivilDate, WEEKDAYS, type Weekday } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import { formatDayHours } from '#kernel/working-time-hours'
import type { Lang } from '#platform/lang'
import { words } from './text.ts'

type Props = { readonly calendar: WorkCalendar; readonly today: CivilDate; readonly lang: Lang }

/** Giờ làm việc: weekdays of equal hours in one line, and a word when today is not as its weekday would have it. */
export function OfficeHours({ calendar, today, lang }: Props) {
  const text = words[lang]
  const stretches = equalDays(calendar).filter(({ hours }) => hours !== '')
  const mark = calendar.markOf(today)
  return (
    <>
      <h2>{text.officeHours}</h2>
      {stretches.length === 0 && <p>{text.noOfficeHours}</p>}
      {stretches.map(({ from, to, hours }) => (
        <p key={from}>
          {text.days(from, to)}
          <br />
          {hours.replaceAll('-', '–').replaceAll(',', ', ')}
        </p>
      ))}
      {mark && (
        <p>{mark === 'off' ? text.offToday(formatDate(today)) : text.makeUpToday(formatDate(today))}</p>
      )}
      <p class="quiet">{text.hoursNote}</p>
    </>
  )
}

type Stretch = { readonly from: Weekday; readonly to: Weekday; readonly hours: string }

/** Monday to Friday with the same hours are one stretch. */
function equalDays(calendar: WorkCalendar): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const day of WEEKDAYS) {
    const hours = formatDayHours(calendar.usualHours(day))
    const last = stretches.at(-1)
    if (last?.hours === hours) stretches.splice(-1, 1, { ...last, to: day })
    else stretches.push({ from: day, to: day, hours })
  }
  return stretches
}
