/** Nothing that agencies report happened before their systems did, nor is due beyond a lifetime. */
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)
const VIETNAM_MS = 7 * 3_600_000

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2}))?)?$/
const DASHED = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/
const SLASHED = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/**
 * A moment as agencies' systems write it: `yyyyMMddHHmmss` and its shorter forms, `yyyy-MM-dd HH:mm:ss`, `dd/MM/yyyy HH:mm:ss`, all in
 * Vietnamese time without saying so; ISO 8601 with a zone as it says. `undefined` for what is no moment, or one outside 1990 to 2100.
 */
export function readWireMoment(text: string): Date | undefined {
  const at = ZONED.test(text) ? Date.parse(text) : localMs(text)
  return Number.isFinite(at) && at >= EARLIEST && at < LATEST ? new Date(at) : undefined
}

function localMs(text: string): number {
  const slashed = SLASHED.exec(text)
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = slashed
    ? [slashed[0], slashed[3], slashed[2], slashed[1], slashed[4], slashed[5], slashed[6]]
    : (COMPACT.exec(text) ?? DASHED.exec(text) ?? [])
  if (!year || !month || !day) return Number.NaN
  const at = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second)
  const read = new Date(at)
  // 31/02 and 25:00 would come out as another day.
  const isReal =
    read.getUTCDate() === +day &&
    read.getUTCMonth() === +month - 1 &&
    read.getUTCHours() === +hour &&
    +minute < 60 &&
    +second < 60
  return isReal ? at - VIETNAM_MS : Number.NaN
}

/** `yyyyMMddHHmmss` in Vietnamese time. */
export function writeWireMoment(at: Date): string {
  return new Date(at.getTime() + VIETNAM_MS).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** `dd/MM/yyyy HH:mm:ss` in Vietnamese time, as the pull channel writes it. */
export function writeSlashedMoment(at: Date): string {
  const [year, month, day, time] = new Date(at.getTime() + VIETNAM_MS)
    .toISOString()
    .slice(0, 19)
    .split(/[-T]/)
  return `${day}/${month}/${year} ${time}`
}
