import { loadWorkCalendar } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import type { ClockRules } from './clock.ts'
import type { Dossier, DossierEvent } from './dossier.ts'
import {
  dossierByCode,
  dossiersByCodes,
  dossiersFiled,
  dossiersOfOwner,
  type FiledIn,
  type OwnerCursor,
} from './queries/dossiers.ts'
import { eventsOf } from './queries/events.ts'

export async function findDossier(db: Db, code: string): Promise<Dossier | undefined> {
  return dossierByCode(db, code)
}

/** @throws Refusal `register.not_found` */
export async function requireDossier(db: Db, code: string): Promise<Dossier> {
  const dossier = await dossierByCode(db, code)
  if (!dossier) throw new Refusal('register.not_found')
  return dossier
}

/** Many at once, by code. A code that leads nowhere is left out. */
export async function findDossiers(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Dossier>> {
  if (codes.length === 0) return new Map()
  const dossiers = await dossiersByCodes(db, codes)
  return new Map(dossiers.map((dossier) => [dossier.code, dossier]))
}

/** Hồ sơ nộp qua Cổng: what was filed here with an agency in this time, the oldest first. */
export async function listFiled(db: Db, filed: FiledIn): Promise<readonly Dossier[]> {
  return dossiersFiled(db, filed)
}

/** Tiến trình: everything that happened to a dossier, in the order in which the register learned of it. */
export async function timelineOf(db: Db, code: string): Promise<readonly DossierEvent[]> {
  return eventsOf(db, code)
}

/** Hồ sơ của tôi: the newest first, a page at a time. */
export async function listForOwner(
  db: Db,
  question: { owner: string; after?: OwnerCursor | undefined; limit: number },
): Promise<readonly Dossier[]> {
  return dossiersOfOwner(db, question)
}

/** By which days off and office hours the clocks of an agency run at a moment. */
export async function clockRulesOf(db: Db, agency: string, at: Date): Promise<ClockRules> {
  const on = civilDate(at)
  return {
    calendar: await calendars(db, `${on} ${agency}`, () => loadWorkCalendar(db, { handle: agency, on })),
  }
}

/** A decision about days off counts within a few seconds. Inside a transaction nothing is remembered beyond it. */
const calendars = shortMemory<ClockRules['calendar']>({ forMs: 5_000, most: 5_000 })
