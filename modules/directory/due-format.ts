import { type CivilDate, civilDate, daysBetween, weekday } from '#kernel/civil-date'
import { formatDate, formatTime } from '#kernel/civil-date-text'
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

/** `Tết Nguyên đán (16/02/2026 đến 20/02/2026); Quốc khánh (02/09/2026)`: neighbouring days of one name together. */
export function listDays(days: readonly CalendarDay[], lang: Lang): string {
  const groups: CalendarDay[][] = []
  for (const day of days) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isNext = last?.name === day.name && daysBetween(last.day, day.day) === 1
    if (group && isNext) group.push(day)
    else groups.push([day])
  }
  return groups.map((group) => `${nameOf(group, lang)} (${spanOf(group, lang)})`).join('; ')
}

function nameOf([day]: readonly CalendarDay[], lang: Lang): string {
  return (lang === 'vi' ? day?.name : day?.nameEn) ?? ''
}

function spanOf(group: readonly CalendarDay[], lang: Lang): string {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return ''
  const from = formatDate(first.day)
  return first === last ? from : words[lang].range(from, formatDate(last.day))
}
