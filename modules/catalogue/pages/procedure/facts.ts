import { formatDong } from '#kernel/money'
import type { Lang } from '#platform/lang'
import type { Fee, Method, ProcedureContent, TimeVariant } from '../../procedure.ts'
import { timeWords } from '../../words.ts'
import { words } from './text.ts'

const MINUTES: Readonly<Record<string, number>> = { hour: 60, working_day: 480, day: 480, month: 10_560 }

/** The limits of all channels in one line: one value, or the shortest and the longest. */
export function timeInShort(lang: Lang, { methods }: ProcedureContent): string {
  const times = methods.flatMap((method) => method.times).filter(({ value }) => value !== undefined)
  const sorted = times.toSorted((a, b) => minutesOf(a) - minutesOf(b))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return timeWords(lang, undefined, undefined)
  const shortest = timeWords(lang, first.value, first.unit)
  const longest = timeWords(lang, last.value, last.unit)
  if (shortest === longest) return shortest
  return first.unit && first.unit === last.unit
    ? `${shortest.replace(/ .*/, '')} – ${longest}`
    : `${shortest} – ${longest}`
}

/** What it costs in one line. Amounts that the source got wrong are left to the table, where the warning stands. */
export function costInShort(lang: Lang, { methods }: ProcedureContent): string {
  const text = words[lang]
  const fees = methods.flatMap(({ times }) => times.flatMap((time) => time.fees))
  const amounts = fees.flatMap(({ kind, amountDong, isSuspect }) =>
    kind === 'amount' && amountDong !== undefined && !isSuspect ? [amountDong] : [],
  )
  const hasNotes = fees.some(({ kind, note }) => kind !== 'amount' && note)
  if (amounts.length === 0) {
    if (fees.length === 0) return text.unknownFee
    return fees.every(({ kind, note }) => kind === 'free' && !note) ? text.free : text.freeWithNote
  }
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const isSometimesFree = fees.some(({ kind, note }) => kind === 'free' && !note)
  const range = least === most ? formatDong(least) : `${formatDong(least)} – ${formatDong(most)}`
  return isSometimesFree || hasNotes ? `${range} (${text.freeWithNote.toLowerCase()})` : range
}

export function feeWords(lang: Lang, { kind, amountDong, note, isSuspect }: Fee): string {
  const text = words[lang]
  if (kind === 'amount' && amountDong !== undefined) {
    return isSuspect ? `${formatDong(amountDong)} (${text.suspect})` : formatDong(amountDong)
  }
  if (kind === 'amount') return text.freeWithNote
  if (kind === 'free') return note ? text.freeWithNote : text.free
  return text.unknownFee
}

/** One row of the table of channels: a channel may have several time limits, each with its fees. */
export type MethodRow = { readonly method: Method; readonly time: TimeVariant }

export function methodRows({ methods }: ProcedureContent): MethodRow[] {
  return methods.flatMap((method) => method.times.map((time) => ({ method, time })))
}

function minutesOf({ value = 0, unit }: TimeVariant): number {
  return value * (MINUTES[unit ?? 'working_day'] ?? 480)
}
