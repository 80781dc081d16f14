import type { CivilDate } from '#kernel/civil-date'
import { readPersonalId } from '#kernel/personal-id'

/** A personal number as typed, when it can exist and agrees with the year of birth (codes of the century and the year). */
export function personalIdOf(typed: string | undefined, bornOn: CivilDate | undefined): string | undefined {
  const reading = readPersonalId((typed ?? '').replace(/[\s.]/g, ''))
  if (reading.kind !== 'personal_id') return undefined
  const isOfYear = bornOn === undefined || String(reading.birthYear) === bornOn.slice(0, 4)
  return isOfYear ? reading.id : undefined
}
