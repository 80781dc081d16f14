import { civilDate } from '#kernel/civil-date'
import { formatDate, formatMinutes } from '#kernel/civil-date-text'
import { joinPauses } from '#kernel/working-time-pauses'
import type { TracedDay } from '#kernel/working-time-trace'
import type { Lang } from '#platform/lang'
import type { Confidence } from './agency.ts'
import type { CalendarDay } from './calendar-day.ts'
import type { DueCount } from './due-count.ts'
import { dayIn, listDays, momentIn, numberIn } from './due-format.ts'
import { words } from './due-words.ts'

/** Diễn giải: the sentences that say how a due time came about, in the order of time. */
export function explainDue(count: DueCount, lang: Lang): string[] {
  return [
    ...beginning(count, lang),
    ...daysPassed(count, lang),
    ...pausesIn(count, lang),
    ...ending(count, lang),
  ]
}

/** What may still change a due time: days off that nobody has announced or checked, and years without any. */
export function doubtsAbout({ trace, days, knownUntil }: DueCount, lang: Lang): string[] {
  const text = words[lang]
  const passed = trace.days.flatMap((day) => passedOver(day, days) ?? [])
  const withConfidence = (confidence: Confidence) => passed.filter((day) => day.confidence === confidence)
  const [assumed, recalled] = [withConfidence('assumed'), withConfidence('recalled')]
  const isBeyond = knownUntil === undefined || civilDate(trace.dueAt) > knownUntil
  return [
    ...(isBeyond && knownUntil ? [text.unknownAfter(formatDate(knownUntil))] : []),
    ...(assumed.length > 0 ? [text.assumed(listDays(assumed, lang))] : []),
    ...(recalled.length > 0 ? [text.recalled(listDays(recalled, lang))] : []),
  ]
}

function beginning({ trace, question: { limit, policy } }: DueCount, lang: Lang): string[] {
  const text = words[lang]
  const received = text.received(momentIn(lang, trace.receivedAt))
  const cutOff = formatMinutes(policy.sameDayUntilMinute)
  const delay = trace.delay && text.delay[trace.delay](momentIn(lang, trace.startsAt), cutOff)
  return [received, ...(delay ? [delay] : []), ...measure()]

  function measure(): string[] {
    if (limit.unit === 'hour' || limit.value === 0) return []
    if (limit.unit === 'working_day' && policy.workingDays === 'hours') {
      return [text.eightHours(numberIn(lang, limit.value * policy.hoursPerDay))]
    }
    const startDay = trace.days.find(({ role }) => role === 'start')
    return startDay ? [text.startNotCounted(dayIn(lang, startDay.date))] : []
  }
}

/** In working time, days off are passed over and make-up days are not. In calendar time every day counts. */
function daysPassed({ trace, days }: DueCount, lang: Lang): string[] {
  const text = words[lang]
  const off = trace.days.filter(({ role }) => role === 'off')
  const named = off.flatMap(({ date }) => days.get(date) ?? [])
  const weekly = off.length - named.length
  const makeUp = trace.days.filter((day) => day.spans.length > 0).flatMap(({ date }) => days.get(date) ?? [])
  return [
    ...(weekly > 0 ? [text.weeklyOff(weekly)] : []),
    ...(named.length > 0 ? [text.daysOff(listDays(named, lang))] : []),
    ...(makeUp.length > 0 ? [text.makeUp(listDays(makeUp, lang))] : []),
  ]
}

function pausesIn({ trace, question }: DueCount, lang: Lang): string[] {
  const text = words[lang]
  return joinPauses(question.pauses)
    .filter(({ until }) => until > trace.receivedAt)
    .map(({ from, until }) =>
      from < trace.dueAt
        ? text.paused(momentIn(lang, from), momentIn(lang, until))
        : text.pauseTooLate(momentIn(lang, from)),
    )
}

function ending({ trace }: DueCount, lang: Lang): string[] {
  const text = words[lang]
  const movedAt = trace.days.findIndex(({ role }) => role === 'moved')
  const last = movedAt > 0 ? trace.days[movedAt - 1] : undefined
  return [
    ...(last ? [text.moved(dayIn(lang, last.date), dayIn(lang, civilDate(trace.dueAt)))] : []),
    text.due(momentIn(lang, trace.dueAt)),
  ]
}

/** The decision about a day that changed the count: a day off that was passed over, or a make-up day that was worked. */
function passedOver(
  { date, role, spans }: TracedDay,
  days: ReadonlyMap<string, CalendarDay>,
): CalendarDay | undefined {
  const day = days.get(date)
  if (day?.kind === 'makeup_work') return spans.length > 0 ? day : undefined
  return role === 'off' || role === 'moved' || role === 'before' ? day : undefined
}
