import { readFileSync } from 'node:fs'
import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import { parseMoment } from '#kernel/civil-date-text'
import { type DayMark, WorkCalendar } from '#kernel/working-time-calendar'
import { weekHours } from '#kernel/working-time-hours'

const OFFICE_DAY = '07:30-11:30,13:00-17:00'
export const OFFICE_WEEK = { 1: OFFICE_DAY, 2: OFFICE_DAY, 3: OFFICE_DAY, 4: OFFICE_DAY, 5: OFFICE_DAY }

/** The days off and make-up days that come with the product. */
export const SEEDED_DAYS: ReadonlyMap<CivilDate, DayMark> = seededDays()

export const OFFICE = new WorkCalendar({ officeHours: weekHours(OFFICE_WEEK), days: SEEDED_DAYS })

export const SATURDAY_MORNINGS = new WorkCalendar({
  officeHours: weekHours({ ...OFFICE_WEEK, 6: '07:30-11:30' }),
  days: SEEDED_DAYS,
})

/** No two days alike: the hardest calendar that an agency could ask for. */
export const UNEVEN = new WorkCalendar({
  officeHours: weekHours({
    1: '07:00-11:30,13:30-17:00',
    2: '08:00-12:00,13:00-16:30',
    3: '07:30-16:30',
    4: '07:00-11:00,13:00-16:00',
    5: '08:00-11:30,13:30-17:30',
    6: '08:00-12:00',
  }),
  days: SEEDED_DAYS,
})

function seededDays(): ReadonlyMap<CivilDate, DayMark> {
  const file = new URL('../../db/seed/calendar/days-off.csv', import.meta.url)
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  return new Map(
    lines.map((line) => {
      const [date = '', kind] = line.split(',')
      return [asCivilDate(date), kind === 'makeup_work' ? 'work' : 'off']
    }),
  )
}

/** `2026-03-03 09:30` in Vietnam. */
export function moment(text: string): Date {
  const at = parseMoment(text.replace(' ', 'T'))
  if (!at) throw new Error(`Not a moment: ${text}`)
  return at
}
