import { types } from 'pg'

const INT8 = 20
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

/** Ours where there is one, else the driver's. */
export const getTypeParser: typeof types.getTypeParser = (type, format) => {
  const own = PARSERS[type]
  return own ?? types.getTypeParser(type, format)
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
