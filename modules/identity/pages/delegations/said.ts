import { civilDate } from '#kernel/civil-date'
import { formatDate, formatMoment } from '#kernel/civil-date-text'
import type { Delegation } from '../../delegation.ts'

/** The name on the other side of a delegation. */
export function otherName(
  { subjectName, actorName, declared }: Delegation,
  side: 'actor' | 'subject',
): string {
  return side === 'actor' ? (subjectName ?? declared?.name ?? '') : actorName
}

/** Its last day; of help at a counter, its last minute. */
export function lastDay({ kind, endsAt }: Delegation): string {
  return kind === 'assisted' ? formatMoment(endsAt) : formatDate(civilDate(new Date(endsAt.getTime() - 1)))
}
