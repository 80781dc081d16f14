import { type Weekday, weekdayOfDayNumber } from './civil-date.ts'

/** On which side of a stretch without work a moment lies: just before it, or just after it. */
export type Side = 'before' | 'after'

/** Nobody ever works in this calendar, so no moment of it can be named. */
export class NoWorkingTimeError extends RangeError {
  override readonly name = 'NoWorkingTimeError'
}

/**
 * The sum of an amount per day since 1/1/1970: the week repeats, and a few days differ. Summing and searching take a
 * handful of steps whatever the distance, and nothing is stored per day, so any year can be asked for.
 */
export class Tally {
  /** By day number modulo 7, so that no weekday has to be worked out. */
  readonly #ofWeek: readonly number[]
  readonly #beforeInWeek: readonly number[]
  readonly #weekAmount: number
  readonly #differing: ReadonlyMap<number, number>
  readonly #differingDays: readonly number[]
  /** How much the first n differing days add to what the repeating week gives. */
  readonly #differences: readonly number[]

  constructor(week: (weekday: Weekday) => number, differing: ReadonlyMap<number, number>) {
    this.#ofWeek = [0, 1, 2, 3, 4, 5, 6].map((day) => week(weekdayOfDayNumber(day)))
    this.#beforeInWeek = runningTotals(this.#ofWeek)
    this.#weekAmount = this.#beforeInWeek[7] ?? 0
    this.#differing = differing
    this.#differingDays = [...differing.keys()].sort((a, b) => a - b)
    this.#differences = runningTotals(
      this.#differingDays.map((day) => (differing.get(day) ?? 0) - this.#usual(day)),
    )
  }

  /** The amount of one day. */
  on(day: number): number {
    return this.#differing.get(day) ?? this.#usual(day)
  }

  /** The amount of all days before `day`; negative before 1970. */
  before(day: number): number {
    const weeks = Math.floor(day / 7)
    const usual = weeks * this.#weekAmount + (this.#beforeInWeek[day - weeks * 7] ?? 0)
    return usual + (this.#differences[countBelow(this.#differingDays, day)] ?? 0)
  }

  /**
   * The day in which the running total reaches `total`. When that is where one working day ends and the next begins,
   * `side` says which of the two is meant.
   * @throws NoWorkingTimeError when the week has no amount at all, so that a search would never end
   */
  dayReaching(total: number, side: Side): number {
    const isReached = (day: number): boolean => {
      const after = this.before(day + 1)
      return side === 'before' ? after >= total : after > total
    }
    if (!(this.#weekAmount > 0)) throw new NoWorkingTimeError('The week of this calendar has no working time')

    let [low, high] = this.#bracket(total, isReached)
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (isReached(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Days around the first one that reaches the total: from where an ordinary calendar would have it, outwards. */
  #bracket(total: number, isReached: (day: number) => boolean): [number, number] {
    const guess = Math.floor(total / this.#weekAmount) * 7
    let [low, high] = [guess, guess + 7]
    for (let step = 7; isReached(low - 1); step *= 2) low -= step
    for (let step = 7; !isReached(high); step *= 2) high += step
    return [low, high]
  }

  #usual(day: number): number {
    return this.#ofWeek[((day % 7) + 7) % 7] ?? 0
  }
}

/** `[a, b]` → `[0, a, a + b]`. */
function runningTotals(amounts: readonly number[]): number[] {
  const totals = [0]
  for (const amount of amounts) totals.push((totals.at(-1) ?? 0) + amount)
  return totals
}

/** How many of the sorted numbers are below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < limit) low = middle + 1
    else high = middle
  }
  return low
}
