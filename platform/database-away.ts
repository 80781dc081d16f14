/** Connections that are refused, cut or not given: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQL_STATES = /^(?:08...|57P0[1-3]|53300)$/
const SYSTEM_CODES = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)$/
/** What the driver says without a code. */
const WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether a query failed because the database cannot be reached at this moment: nobody's mistake, and over soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isDatabaseAway)
  const code = 'code' in error ? String(error.code) : ''
  const isFromSystem = 'syscall' in error && /^(?:connect|read|write)$/.test(String(error.syscall))
  return SQL_STATES.test(code) || (isFromSystem && SYSTEM_CODES.test(code)) || WORDS.test(error.message)
}
