import { Type } from 'typebox'
import { DAY_KINDS } from './calendar-day.ts'
import { LIMIT_UNITS, MOST_OF_UNIT, POLICY_IDS } from './due-limits.ts'

const MOST_PAUSES = 20
const LONGEST_MOMENT = 40

const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday to 7 Sunday' })
const Confidence = Type.Enum(['sure', 'recalled', 'assumed'], {
  description: 'sure: decided and checked; recalled: the document was not seen; assumed: not announced yet',
})
const Hours = Type.String({ description: 'Such as 07:30-11:30,13:00-17:00; empty for a day off' })

export const DueQuery = Type.Object({
  from: Type.String({
    maxLength: LONGEST_MOMENT,
    description: 'When the clock starts: ISO 8601; without an offset it is the time in Vietnam',
  }),
  limit: Type.Number({
    minimum: 0,
    maximum: Math.max(...Object.values(MOST_OF_UNIT)),
    description: 'How long, halves included. 0 working days: the same day',
  }),
  unit: Type.Optional(Type.Enum(LIMIT_UNITS, { default: 'working_day' })),
  agency: Type.Optional(
    Type.String({ maxLength: 64, description: 'Code or handle of the agency whose office hours count' }),
  ),
  policy: Type.Optional(Type.Enum(POLICY_IDS, { default: POLICY_IDS[0] })),
  pause: Type.Optional(
    Type.Array(Type.String({ maxLength: 2 * LONGEST_MOMENT + 1 }), {
      maxItems: MOST_PAUSES,
      description: 'from/until, two moments with a slash between; may be repeated',
    }),
  ),
})

const CalendarDayJson = Type.Object({
  day: Day,
  weekday: Weekday,
  kind: Type.Enum(DAY_KINDS),
  name: Type.String(),
  nameEn: Type.String(),
  confidence: Confidence,
  source: Type.String(),
})

const Sentences = Type.Object({ vi: Type.Array(Type.String()), en: Type.Array(Type.String()) })

const TracedDayJson = Type.Object({
  day: Day,
  weekday: Weekday,
  role: Type.Enum(['before', 'start', 'counted', 'paused', 'off', 'moved'], {
    description:
      'before: the clock has not started; start: day 0; paused: with the applicant; off: nobody works; moved: after a last day that was a day off',
  }),
  isDue: Type.Boolean(),
  ordinal: Type.Optional(Type.Number({ description: 'Which day of the limit this is' })),
  officeHours: Hours,
  counted: Type.Array(Type.Object({ from: Moment, to: Moment }), {
    description: 'The working time that was counted on this day',
  }),
  reason: Type.Optional(CalendarDayJson),
})

export const DueAnswer = Type.Object({
  receivedAt: Moment,
  startsAt: Moment,
  delay: Type.Optional(
    Type.Enum(['closed', 'day_off', 'cut_off', 'pause'], {
      description: 'Why it starts later than received',
    }),
  ),
  dueAt: Moment,
  limit: Type.Object({ value: Type.Number(), unit: Type.Enum(LIMIT_UNITS) }),
  policy: Type.Object({ id: Type.String(), legalSource: Type.String() }),
  agency: Type.Optional(
    Type.Object({
      handle: Type.String(),
      code: Type.Optional(Type.String()),
      name: Type.String(),
      nameEn: Type.String(),
    }),
  ),
  countedMinutes: Type.Number({ description: 'Working time counted, where working time is' }),
  days: Type.Array(TracedDayJson),
  explanation: Sentences,
  doubts: Sentences,
  knownUntil: Type.Optional(Day),
})

export const YearQuery = Type.Object({
  year: Type.Optional(Type.Integer({ minimum: 1976, maximum: 2099, description: 'This year when absent' })),
})

export const YearAnswer = Type.Object({
  year: Type.Integer(),
  officeHours: Type.Array(Type.Object({ weekday: Weekday, hours: Hours })),
  days: Type.Array(CalendarDayJson),
  isKnown: Type.Boolean({ description: 'False: nothing is recorded for this year' }),
  knownFrom: Type.Optional(Day),
  knownUntil: Type.Optional(Day),
})
