import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asCivilDate } from '#kernel/civil-date'
import { type CsvRow, cell, readCsv } from '#kernel/csv'
import { parseDayHours } from '#kernel/working-time-hours'
import type { Db } from '#platform/db'
import { ROOT } from '#platform/root'
import { oneOf } from './agency-seed-files.ts'
import { DAY_KINDS } from './calendar-day.ts'
import {
  dropSeedDays,
  putSeedDays,
  putSeedHours,
  type SeedDay,
  type SeedHours,
} from './queries/seed-calendar.ts'

/** What the product brings, and how many decisions had to be written for it: none when nothing has changed. */
export type CalendarSeedReport = {
  readonly days: number
  readonly weekdays: number
  readonly written: number
}

/**
 * Loads the days off, the make-up days and the national office hours that come with the product. May run again at any
 * time: a changed file adds decisions, and what an operator has decided about a day or a weekday is left alone.
 */
export async function seedCalendar(db: Db, now: Date): Promise<CalendarSeedReport> {
  const days = readSeed('days-off').map(seedDay)
  const hours = readSeed('office-hours').map(seedHours)
  const written =
    (await putSeedDays(db, days, now)) +
    (await dropSeedDays(
      db,
      days.map(({ day }) => day),
      now,
    )) +
    (await putSeedHours(db, hours, now))
  return { days: days.length, weekdays: hours.length, written }
}

function readSeed(name: string): readonly CsvRow[] {
  return readCsv(readFileSync(join(ROOT, 'db', 'seed', 'calendar', `${name}.csv`), 'utf8'))
}

function seedDay(row: CsvRow): SeedDay {
  return {
    day: asCivilDate(cell(row, 'day')),
    kind: oneOf(row, 'kind', DAY_KINDS),
    name: cell(row, 'name'),
    nameEn: cell(row, 'name_en'),
    confidence: oneOf(row, 'confidence', ['sure', 'recalled', 'assumed']),
    source: cell(row, 'source'),
  }
}

function seedHours(row: CsvRow): SeedHours {
  const spans = cell(row, 'spans')
  parseDayHours(spans)
  return {
    weekday: Number(cell(row, 'weekday')),
    spans,
    validFrom: asCivilDate(cell(row, 'valid_from')),
    source: cell(row, 'source'),
  }
}
