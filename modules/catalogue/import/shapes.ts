import type { Case, Method, OnlineLevel } from '../procedure.ts'

/**
 * Where the source does not say how far a procedure goes online: no online channel means information only, an online channel
 * means partial. "Toàn trình" is never assumed, it has to be declared (Nghị định 42/2022).
 */
export function onlineLevelOf(methods: readonly Method[]): OnlineLevel {
  return methods.some(({ channel }) => channel === 'online') ? 'partial' : 'information'
}

/** First digit 5 or 6: mostly between agencies (nội bộ), not offered to citizens. */
export function isInternalCode(code: string): boolean {
  return /^[56]\./.test(code)
}

/** Titles come with the source's bullets and colons; a case without papers and without words is nothing. */
export function casesWithTitles(cases: readonly Case[]): Case[] {
  return cases
    .map(({ name, ...rest }) => {
      const title = name?.replace(/^[\s*+•–-]+/, '').replace(/[\s:.]+$/, '')
      return title ? { name: title, ...rest } : rest
    })
    .filter(({ components, note, ...rest }) => components.length > 0 || note || 'name' in rest)
}
