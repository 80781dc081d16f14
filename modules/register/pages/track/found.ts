import { loadWorkCalendar } from '#directory'
import { civilDate } from '#kernel/civil-date'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Db } from '#platform/db'
import type { Dossier, DossierEvent } from '../../dossier.ts'
import { dossierByCode } from '../../queries/dossiers.ts'
import { eventsOf } from '../../queries/events.ts'

/** A dossier with what its page shows. */
export type FoundDossier = {
  readonly dossier: Dossier
  readonly events: readonly DossierEvent[]
  readonly calendar: WorkCalendar
  readonly now: Date
  readonly csrf: string
  readonly secretError?: string | undefined
  readonly showsReasons?: boolean | undefined
}

/** Two look-ups by primary key, and the calendar of the agency. */
export async function lookUp(
  db: Db,
  code: string,
  now: Date,
): Promise<Omit<FoundDossier, 'csrf'> | undefined> {
  const dossier = await dossierByCode(db, code)
  if (!dossier) return undefined
  const [events, calendar] = await Promise.all([
    eventsOf(db, code),
    loadWorkCalendar(db, { handle: dossier.agency, on: civilDate(now) }),
  ])
  return { dossier, events, calendar, now }
}
