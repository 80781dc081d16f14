/** Đơn vị thời hạn. `hour` is a working hour (giờ làm việc), `day` a calendar day, `month` a calendar month. */
export type LimitUnit = 'working_day' | 'day' | 'hour' | 'month'

/** Thời hạn. Halves occur: 0.5 and 1.5 working days. */
export type Limit = { readonly value: number; readonly unit: LimitUnit }

/** "Trong ngày": no working day passes, the result is due when the office closes. */
export const SAME_DAY: Limit = { value: 0, unit: 'working_day' }

/** How a finished dossier is judged against its due time: see `judge`. */
export type JudgementRule = 'exact' | 'half_day' | 'day'

/** Cách tính thời hạn: the rules that differ between laws and systems, as data. Times of day are minutes after midnight. */
export type CountingPolicy = {
  readonly id: string
  /** Where the rules come from, for people to read. It says so where no text was checked (chưa đối chiếu). */
  readonly legalSource: string
  /**
   * Received outside office hours: it counts as received at the next opening, or its own day stays the starting day.
   * The starting day is not counted either way. Hours always run from the next opening.
   */
  readonly outsideHours: 'next_opening' | 'same_day'
  /** A limit of working days ends at the same time of day, when the last day closes, or after so many hours a day. */
  readonly workingDays: 'time_of_day' | 'end_of_day' | 'hours'
  readonly hoursPerDay: number
  /** A dossier due the same day that comes after this is due the next working day. */
  readonly sameDayUntilMinute: number
  /** A dossier received after this may be handed to the unit that handles it on the next working day. */
  readonly handOverUntilMinute: number
  /** A dossier received after the one time of day is due at the other, on the day on which it is due. */
  readonly afterHour?: { readonly receivedAfterMinute: number; readonly dueAtMinute: number }
  /** A limit that ends more days after reception than this is refused as a mistake. */
  readonly mostDays?: number
  readonly judgement: JudgementRule
}

const FIFTEEN_HOURS = 15 * 60

/** As one-stop desks count: the day of reception is day 0, and the time of day is kept. */
export const ONE_STOP: CountingPolicy = {
  id: 'one_stop',
  legalSource:
    'Bộ luật Dân sự 2015, Điều 147 và 148; Nghị định 118/2025/NĐ-CP; giờ trong ngày theo cách làm của bộ phận một cửa, chưa đối chiếu văn bản',
  outsideHours: 'next_opening',
  workingDays: 'time_of_day',
  hoursPerDay: 8,
  sameDayUntilMinute: FIFTEEN_HOURS,
  handOverUntilMinute: FIFTEEN_HOURS,
  judgement: 'exact',
}

/** As the Civil Code counts: whole days, the starting day not counted, ending when the last day ends. */
export const CIVIL_CODE: CountingPolicy = {
  ...ONE_STOP,
  id: 'civil_code',
  legalSource: 'Bộ luật Dân sự 2015, Điều 147 và 148',
  outsideHours: 'same_day',
  workingDays: 'end_of_day',
}

/** As widespread one-stop software counts: a day is eight working hours, used up from one span of office hours to the next. */
export const EIGHT_HOUR_DAYS: CountingPolicy = {
  ...ONE_STOP,
  id: 'eight_hour_days',
  legalSource: 'Quy ước của phần mềm một cửa: 1 ngày là 8 giờ làm việc; chưa đối chiếu văn bản',
  workingDays: 'hours',
  mostDays: 360,
  judgement: 'half_day',
}

export const COUNTING_POLICIES: readonly CountingPolicy[] = [ONE_STOP, CIVIL_CODE, EIGHT_HOUR_DAYS]
