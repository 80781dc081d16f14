/** `start` and `due` frame a count, `counted` days lie between; `off` and `paused` days are passed over. */
export type MonthTone = 'plain' | 'start' | 'counted' | 'off' | 'paused' | 'due'

export type MonthDay = {
  readonly day: number
  readonly tone: MonthTone
  /** One short word or number under the day: "nộp", "3", "lễ". It repeats a part of `meaning`. */
  readonly note?: string | undefined
  /** The whole meaning in words, for those who hear the page. */
  readonly meaning?: string | undefined
}

type Props = {
  readonly caption: string
  /** Seven names, Monday first: as shown, and in full. */
  readonly weekdays: readonly { readonly short: string; readonly full: string }[]
  /** 1 when the first of the month is a Monday, 7 when it is a Sunday. */
  readonly firstWeekday: number
  readonly days: readonly MonthDay[]
}

/** Lịch tháng: which days a count used and which it passed over. The notes say it, the colours only repeat it. */
export function Month({ caption, weekdays, firstWeekday, days }: Props) {
  return (
    <table class="month">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, full }) => (
            <th key={full} scope="col">
              <span aria-hidden="true">{short}</span>
              <span class="hidden">{full}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(firstWeekday, days).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (day ? <DayCell key={place} {...day} /> : <td key={place} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, tone, note, meaning }: MonthDay) {
  return (
    <td class={tone === 'plain' ? undefined : `month-day--${tone}`}>
      <span class="month-number">{day}</span>
      {note && (
        <span class="month-note" aria-hidden="true">
          {note}
        </span>
      )}
      {meaning && <span class="hidden"> {meaning}</span>}
    </td>
  )
}

function weeksOf(firstWeekday: number, days: readonly MonthDay[]): (MonthDay | undefined)[][] {
  const places = [...Array<undefined>(firstWeekday - 1).fill(undefined), ...days]
  const weeks = Math.ceil(places.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_none, place) => places[week * 7 + place]),
  )
}
