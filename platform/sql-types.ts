import { types } from 'pg'

const INT8 = 20
const TEXT_ARRAY = 1009
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182

/** How values arrive where the driver's own way would lose a digit or shift a day. Keyed by PostgreSQL type id. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  [INT8_ARRAY]: (text) => items(text).map((item) => (item === null ? null : safeInteger(item))),
  // A `date` is a civil date, not a moment: it stays text.
  [DATE]: (text) => text,
  [DATE_ARRAY]: items,
}

/** Shorter ways for values that most often are simple; `undefined` from one of them leaves the value to the driver. */
const SHORTCUTS: Readonly<Record<number, (text: string) => unknown>> = { [TEXT_ARRAY]: plainTexts }

/** Ours where there is one, else the driver's. */
export const getTypeParser: typeof types.getTypeParser = (type, format) => {
  const own = PARSERS[type]
  if (own) return own
  const drivers = types.getTypeParser(type, format)
  const shortcut = SHORTCUTS[type]
  return shortcut ? (text: string) => shortcut(text) ?? drivers(text) : drivers
}

/** @throws RangeError rather than answer a number that has lost a digit */
function safeInteger(digits: string): number {
  const number = Number(digits)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(`${digits} is outside the safe range of whole numbers`)
}

function items(text: string): (string | null)[] {
  return (text.match(/[^{},]+/g) ?? []).map((item) => (item === 'NULL' ? null : item))
}

/** Lists of plain words are in every row of a list, and the driver reads them letter by letter. Others are left to it. */
function plainTexts(text: string): string[] | undefined {
  if (text === '{}') return []
  return /["\\]|NULL|^\{\{|^\[/.test(text) ? undefined : text.slice(1, -1).split(',')
}
