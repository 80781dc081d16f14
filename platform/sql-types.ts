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

export const getTypeParser: typeof types.getTypeParser = (type, format) =>
  PARSERS[type] ?? types.getTypeParser(type, format)

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint outside the safe range: ${text}`)
  return value
}

function items(text: string): (string | null)[] {
  return (text.match(/[^{},]+/g) ?? []).map((item) => (item === 'NULL' ? null : item))
}
