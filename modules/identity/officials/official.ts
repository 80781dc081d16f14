import { tidy } from '#kernel/vietnamese'
import type { OfficialRow } from '../queries/officials.ts'

/** Cán bộ, công chức, viên chức with an agency account. */
export type Official = OfficialRow

const MOST_EMAIL = 200

/** The agency's e-mail as it is stored: lower case. Undefined for what can be no address. */
export function readEmail(typed: string): string | undefined {
  const email = tidy(typed).toLowerCase()
  return email.length <= MOST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined
}

/** The thing that acts on an official are recorded against. */
export function thingOf(accountId: string): string {
  return `official:${accountId}`
}
