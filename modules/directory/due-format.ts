import { type CivilDate, civilDate, daysBetween, weekday } from '#kernel/civil-date'
import { formatDate, formatTime } from '#kernel/civil-date-text'
import type { Limit } from '#kernel/working-time-policy'
import type { Lang } from '#platform/lang'
import type { CalendarDay } from './calendar-day.ts'
import { words } from './due-words.ts'

/** `15:30 thứ Sáu, 13/02/2026`. */
export function momentIn(lang: Lang, at: Date): string {
  const date = civilDate(at)
  return words[lang].moment(formatTime(at), words[lang].weekdays[weekday(date)], formatDate(date))
}

/** `Thứ Sáu, 13/02/2026`, to begin a sentence or to stand alone. */
export function dayIn(lang: Lang, date: CivilDate): string {
  const name = words[lang].weekdays[weekday(date)]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${formatDate(date)}`
}

/** `1,5` in Vietnamese, `1.5` in English. */
export function numberIn(lang: Lang, value: number): string {
  return value.toLocaleString(lang, { maximumFractionDigits: 2 })
}

/** `0,5 ngày làm việc`, `trong ngày`. */
export function limitInWords({ value, unit }: Limit, lang: Lang): string {
  if (unit === 'working_day' && value === 0) return words[lang].sameDay
  return `${numberIn(lang, value)} ${words[lang].units[unit]}`
}

/** `Tết Nguyên đán (16/02/2026 đến 20/02/2026); Quốc khánh (02/09/2026)`: neighbouring days of one name together. */
export function listDays(days: readonly CalendarDay[], lang: Lang): string {
  return groupDays(days)
    .map((group) => {
      const { first, last } = group
      const from = formatDate(first.day)
      const span = first === last ? from : words[lang].range(from, formatDate(last.day))
      return `${lang === 'vi' ? first.name : first.nameEn} (${span})`
    })
    .join('; ')
}

export type DayGroup = { readonly first: CalendarDay; readonly last: CalendarDay }

/** Neighbouring days that differ in nothing but the date, such as the five of a Tết, as one. */
export function groupDays(days: readonly CalendarDay[]): readonly DayGroup[] {
  const groups: DayGroup[] = []
  for (const day of days) {
    const group = groups.at(-1)
    if (group && isNext(group.last, day)) groups[groups.length - 1] = { ...group, last: day }
    else groups.push({ first: day, last: day })
  }
  return groups
}

function isNext(before: CalendarDay, day: CalendarDay): boolean {
  const isSame = before.name === day.name && before.source === day.source
  return isSame && before.confidence === day.confidence && daysBetween(before.day, day.day) === 1
}
