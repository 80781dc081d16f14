import type { Static } from 'typebox'
import { civilDate, WEEKDAYS, weekday } from '#kernel/civil-date'
import { isoMoment, parseMoment } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import { formatDayHours } from '#kernel/working-time-hours'
import type { Pause } from '#kernel/working-time-pauses'
import type { TracedDay } from '#kernel/working-time-trace'
import type { App, Services } from '#platform/http'
import { DueAnswer, DueQuery, YearAnswer, YearQuery } from './api-working-time-schema.ts'
import type { CalendarDay } from './calendar-day.ts'
import { loadYear } from './calendar-year.ts'
import { countDue, type DueCount, type DueQuestion } from './due-count.ts'
import { doubtsAbout, explainDue } from './due-explanation.ts'
import { isCountable, limitWithin, policyById } from './due-limits.ts'

const config = { access: 'anyone', isApi: true } as const

/** Ngày làm việc for programs: due moments with their explanation, and the days off of a year. */
export function workingTimeApi(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/working-time',
    {
      config,
      schema: {
        tags: ['working-time'],
        operationId: 'countWorkingTime',
        summary: 'When a limit ends, and which days were counted',
        querystring: DueQuery,
        response: { 200: DueAnswer },
      },
    },
    async ({ query }) => dueAnswer(await countDue(db, questionOf(query), civilDate(clock()))),
  )

  app.get(
    '/api/v1/working-time/calendar',
    {
      config,
      schema: {
        tags: ['working-time'],
        operationId: 'getWorkCalendar',
        summary: 'Days off and make-up working days of a year, and the national office hours',
        querystring: YearQuery,
        response: { 200: YearAnswer },
      },
    },
    async ({ query: { year = Number(civilDate(clock()).slice(0, 4)) } }) => {
      const { days, calendar, knownFrom, knownUntil } = await loadYear(db, year)
      return {
        year,
        officeHours: WEEKDAYS.map((day) => ({
          weekday: day,
          hours: formatDayHours(calendar.usualHours(day)),
        })),
        days: days.map(dayJson),
        isKnown: days.length > 0,
        ...(knownFrom && { knownFrom }),
        ...(knownUntil && { knownUntil }),
      }
    },
  )
}

/** @throws Refusal `directory.count_invalid` naming every parameter that makes no sense */
function questionOf(query: Static<typeof DueQuery>): DueQuestion {
  const start = parseMoment(query.from)
  const limit = limitWithin(query.limit, query.unit ?? 'working_day')
  const pauses = (query.pause ?? []).map(pauseOf)
  const policy = policyById(query.policy)
  const given = pauses.filter((pause) => pause !== undefined)
  if (start && isCountable(start) && limit && policy && given.length === pauses.length) {
    return { start, limit, policy, pauses: given, ...(query.agency && { agency: query.agency }) }
  }
  throw new Refusal('directory.count_invalid', {
    fields: [
      ...(start && isCountable(start) ? [] : ['from']),
      ...(limit ? [] : ['limit']),
      ...(given.length === pauses.length ? [] : ['pause']),
    ],
  })
}

function pauseOf(text: string): Pause | undefined {
  const [from, until, more] = text.split('/').map(parseMoment)
  if (!from || !until || more || until < from || !isCountable(from) || !isCountable(until)) return undefined
  return { from, until }
}

function dueAnswer(count: DueCount): Static<typeof DueAnswer> {
  const { question, agency, trace, knownUntil } = count
  const { limit, policy } = question
  const counted = trace.days.flatMap(({ spans }) => spans)
  return {
    receivedAt: isoMoment(trace.receivedAt),
    startsAt: isoMoment(trace.startsAt),
    ...(trace.delay && { delay: trace.delay }),
    dueAt: isoMoment(trace.dueAt),
    limit,
    policy: { id: policy.id, legalSource: policy.legalSource },
    ...(agency && { agency: { ...agency } }),
    countedMinutes: counted.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 60_000,
    days: trace.days.map((day) => tracedJson(day, count)),
    explanation: { vi: explainDue(count, 'vi'), en: explainDue(count, 'en') },
    doubts: { vi: doubtsAbout(count, 'vi'), en: doubtsAbout(count, 'en') },
    ...(knownUntil && { knownUntil }),
  }
}

function tracedJson({ date, role, isDue, ordinal, spans }: TracedDay, { calendar, days }: DueCount) {
  const reason = days.get(date)
  return {
    day: date,
    weekday: weekday(date),
    role,
    isDue,
    ...(ordinal !== undefined && { ordinal }),
    officeHours: formatDayHours(calendar.hoursOf(date)),
    counted: spans.map(({ from, to }) => ({ from: isoMoment(from), to: isoMoment(to) })),
    ...(reason && { reason: dayJson(reason) }),
  }
}

function dayJson({ day, kind, name, nameEn, confidence, source }: CalendarDay) {
  return { day, weekday: weekday(day), kind, name, nameEn, confidence, source }
}
