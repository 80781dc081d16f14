import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger } from 'pino'

/** JSON lines on standard output. What could name a person (address, cookie, query) is never written. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    timestamp: pino.stdTimeFunctions.isoTime,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    // A part that logs a whole request or answer tells no more than these.
    serializers: {
      err: plainError,
      req: ({ method }) => ({ method }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What helps to find a fault. A driver's error carries its whole connection with it, which does not. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  const errors = error instanceof AggregateError ? error.errors.map(plainError) : undefined
  return {
    type: name,
    message,
    code,
    stack,
    errors,
    cause: cause === undefined ? undefined : plainError(cause),
  }
}
