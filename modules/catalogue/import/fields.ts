import { tidy } from '#kernel/vietnamese'

/** A record from outside: keys in any case, values of any kind. */
export type Raw = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value under `key`, whatever the case in which the sender wrote it. */
export function field(raw: Raw, ...keys: readonly string[]): unknown {
  for (const key of keys) if (raw[key] !== undefined && raw[key] !== null) return raw[key]
  const wanted = new Set(keys.map((key) => key.toLowerCase()))
  const found = Object.keys(raw).find((key) => wanted.has(key.toLowerCase()))
  return found === undefined ? undefined : raw[found]
}

/** One line of text, or undefined when there is nothing to read. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  const text = tidy(value)
  return isNothing(text) ? undefined : text
}

/** Several lines of text: each tidied, empty ones dropped. */
export function linesOf(value: unknown): string[] {
  if (typeof value !== 'string') return []
  return value
    .split(/\r?\n/)
    .map(tidy)
    .filter((line) => !isNothing(line))
}

export function paragraphOf(value: unknown): string | undefined {
  const lines = linesOf(value)
  return lines.length > 0 ? lines.join('\n') : undefined
}

export function recordsOf(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** A whole number of at least 0, from a number or from text such as "1" or "01 bản". */
export function countOf(value: unknown): number {
  const digits = typeof value === 'number' ? String(value) : textOf(value)
  const number = Number(/\d+/.exec(digits ?? '')?.[0] ?? 0)
  return Number.isSafeInteger(number) ? number : 0
}

/** A decimal written with a point or a comma. */
export function decimalOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value)
  const match = /^\s*(\d+(?:[.,]\d+)?)/.exec(text ?? '')?.[1]
  return match === undefined ? undefined : Number(match.replace(',', '.'))
}

/** Drops what is undefined, so that "absent" is said in one way only. */
export function compact<Value extends Raw>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>
  }
}

function isNothing(text: string): boolean {
  return text === '' || /^(không có thông tin|null|undefined|n\/a|\.)$/i.test(text)
}
