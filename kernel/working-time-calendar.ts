import {
  type CivilDate,
  DAY_MS,
  dateOfDayNumber,
  dayNumber,
  dayNumberAt,
  momentOfDayNumber,
  timeOfDayMs,
  WEEKDAYS,
  type Weekday,
  weekdayOfDayNumber,
} from './civil-date.ts'
import { type Clock, MINUTE_MS, workClock } from './working-time-clock.ts'
import { type DayHours, minutesOf, type WeekHours } from './working-time-hours.ts'
import { Tally } from './working-time-tally.ts'

/** What a decision says of a day against the office hours of its weekday: nobody works, or everybody does. */
export type DayMark = 'off' | 'work'

export type WorkCalendarFacts = {
  readonly officeHours: WeekHours
  /** Nghỉ lễ, nghỉ bù and days swapped off are `off`; a make-up day (làm bù) is `work`. */
  readonly days: ReadonlyMap<CivilDate, DayMark>
}

/** A day that is open for less than this part of the longest day is half a working day, such as a Saturday morning. */
const WHOLE_DAY_FROM = 2 / 3

/** Lịch làm việc of an agency, made ready for counting. It never changes: a new day off makes a new calendar. */
export class WorkCalendar {
  /** Giờ làm việc: runs during office hours, in milliseconds. */
  readonly hours: Clock
  /** Ngày làm việc: a working day is 86,400,000, however long it is open; a half day is half of that. */
  readonly days: Clock
  readonly #week: WeekHours
  readonly #marks: ReadonlyMap<number, DayMark>
  readonly #longest: DayHours
  readonly #workingDays: Tally

  constructor({ officeHours, days }: WorkCalendarFacts) {
    this.#week = officeHours
    this.#marks = new Map([...days].map(([date, mark]) => [dayNumber(date), mark]))
    this.#longest = WEEKDAYS.map((weekday) => officeHours[weekday]).reduce((longest, hours) =>
      minutesOf(hours) > minutesOf(longest) ? hours : longest,
    )
    this.#workingDays = this.#tally((hours) => (minutesOf(hours) > 0 ? 1 : 0))
    const hoursOf = (day: number) => this.hoursOnDay(day)
    this.hours = workClock(
      this.#tally((hours) => minutesOf(hours) * MINUTE_MS),
      hoursOf,
    )
    this.days = workClock(
      this.#tally((hours) => this.#partOfDay(hours) * DAY_MS),
      hoursOf,
    )
  }

  /** The hours worked on a day. A make-up day counts fully: it has the hours of the longest day of the week. */
  hoursOf(date: CivilDate): DayHours {
    return this.hoursOnDay(dayNumber(date))
  }

  /** The hours of a weekday without any decision about it. */
  usualHours(weekday: Weekday): DayHours {
    return this.#week[weekday]
  }

  isWorkingDay(date: CivilDate): boolean {
    return this.#workingDays.on(dayNumber(date)) > 0
  }

  /** What a decision says of the day, or `undefined` where its weekday decides. */
  markOf(date: CivilDate): DayMark | undefined {
    return this.#marks.get(dayNumber(date))
  }

  /**
   * The n-th working day after a day (before it, when `count` is negative). With 0, the day itself, or the next working
   * day when it is none.
   * @throws NoWorkingTimeError
   */
  addWorkingDays(date: CivilDate, count: number): CivilDate {
    const day = dayNumber(date)
    if (count === 0) return dateOfDayNumber(this.workingDayFrom(day))
    const total =
      count > 0 ? this.#workingDays.before(day + 1) + count : this.#workingDays.before(day) + count + 1
    return dateOfDayNumber(this.#workingDays.dayReaching(total, 'before'))
  }

  /** The day itself when it is worked, else the next one that is. Days as numbers since 1/1/1970. */
  workingDayFrom(day: number): number {
    return this.#workingDays.on(day) > 0
      ? day
      : this.#workingDays.dayReaching(this.#workingDays.before(day), 'after')
  }

  /** Giờ mở cửa, giờ đóng cửa of a working day, as moments. Of a day off, its midnight. */
  opening(day: number): Date {
    return momentOfDayNumber(day, (this.hoursOnDay(day)[0]?.fromMinute ?? 0) * MINUTE_MS)
  }

  closing(day: number): Date {
    return momentOfDayNumber(day, (this.hoursOnDay(day).at(-1)?.toMinute ?? 0) * MINUTE_MS)
  }

  /** The moment itself when somebody works then (the closing minute included), else the next opening. */
  openFrom(at: Date): Date {
    const timeMs = timeOfDayMs(at)
    const isOpen = this.hoursOnDay(dayNumberAt(at)).some(
      (span) => timeMs >= span.fromMinute * MINUTE_MS && timeMs <= span.toMinute * MINUTE_MS,
    )
    return isOpen ? at : this.hours.at(this.hours.read(at), 'after')
  }

  /** The moment, moved within its day to when somebody works. On a day off, the closing of the working day before. */
  openOnDayOf(at: Date): Date {
    const day = dayNumberAt(at)
    if (this.#workingDays.on(day) === 0) return this.hours.at(this.hours.read(at), 'before')
    const closing = this.closing(day)
    return at < closing ? this.openFrom(at) : closing
  }

  /** As `hoursOf`, for a day number. */
  hoursOnDay(day: number): DayHours {
    const mark = this.#marks.get(day)
    if (mark === 'off') return []
    return mark === 'work' ? this.#longest : this.#week[weekdayOfDayNumber(day)]
  }

  #partOfDay(hours: DayHours): 0 | 0.5 | 1 {
    const minutes = minutesOf(hours)
    if (minutes === 0) return 0
    return minutes < minutesOf(this.#longest) * WHOLE_DAY_FROM ? 0.5 : 1
  }

  #tally(amount: (hours: DayHours) => number): Tally {
    const differing = [...this.#marks.keys()].map((day): [number, number] => [
      day,
      amount(this.hoursOnDay(day)),
    ])
    return new Tally((weekday: Weekday) => amount(this.#week[weekday]), new Map(differing))
  }
}
