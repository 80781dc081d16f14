import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { Confidence } from '../agency.ts'
import type { DayKind } from '../calendar-day.ts'

export type SeedDay = {
  readonly day: CivilDate
  readonly kind: DayKind
  readonly name: string
  readonly nameEn: string
  readonly confidence: Confidence
  readonly source: string
}

/** Adds a decision for each day on which the product's own last word differs. What was decided here stays. */
export async function putSeedDays(db: Db, days: readonly SeedDay[], now: Date): Promise<number> {
  return db.run(sql`
    insert into directory.calendar_day (day, recorded_at, kind, name, name_en, confidence, source, recorded_by)
    select s.day, ${now}, s.kind, s.name, s.name_en, s.confidence, s.source, 'seed'
      from unnest(
             ${days.map(({ day }) => day)}::date[],
             ${days.map(({ kind }) => kind)}::text[],
             ${days.map(({ name }) => name)}::text[],
             ${days.map(({ nameEn }) => nameEn)}::text[],
             ${days.map(({ confidence }) => confidence)}::text[],
             ${days.map(({ source }) => source)}::text[]
           ) as s (day, kind, name, name_en, confidence, source)
      left join lateral (
           select c.*
             from directory.calendar_day c
            where c.day = s.day
            order by c.recorded_by = 'seed', c.recorded_at desc
            limit 1) c on true
     where c.day is null
        or (c.recorded_by = 'seed'
            and (c.kind, c.name, c.name_en, c.confidence, c.source)
                <> (s.kind, s.name, s.name_en, s.confidence, s.source))`)
}

/** Takes back the days that came with an earlier version of the product and are no longer in its list. */
export async function dropSeedDays(db: Db, kept: readonly CivilDate[], now: Date): Promise<number> {
  return db.run(sql`
    insert into directory.calendar_day (day, recorded_at, kind, name, name_en, confidence, source, recorded_by)
    select c.day, ${now}, 'ordinary', c.name, c.name_en, c.confidence, c.source, 'seed'
      from (select distinct on (d.day) d.*
              from directory.calendar_day d
             order by d.day, d.recorded_by = 'seed', d.recorded_at desc) c
     where c.recorded_by = 'seed'
       and c.kind <> 'ordinary'
       and c.day <> all (${kept}::date[])`)
}

export type SeedHours = {
  readonly weekday: number
  readonly spans: string
  readonly validFrom: CivilDate
  readonly source: string
}

/** Adds the national hours of each weekday where the product's own last word differs. What was decided here stays. */
export async function putSeedHours(db: Db, hours: readonly SeedHours[], now: Date): Promise<number> {
  return db.run(sql`
    insert into directory.office_hours (agency_id, weekday, valid_from, recorded_at, spans, source, recorded_by)
    select null, s.weekday, s.valid_from, ${now}, s.spans, s.source, 'seed'
      from unnest(
             ${hours.map(({ weekday }) => weekday)}::smallint[],
             ${hours.map(({ validFrom }) => validFrom)}::date[],
             ${hours.map(({ spans }) => spans)}::text[],
             ${hours.map(({ source }) => source)}::text[]
           ) as s (weekday, valid_from, spans, source)
      left join lateral (
           select h.*
             from directory.office_hours h
            where h.agency_id is null and h.weekday = s.weekday
            order by h.recorded_by = 'seed', h.recorded_at desc
            limit 1) h on true
     where h.weekday is null
        or (h.recorded_by = 'seed' and (h.spans, h.valid_from, h.source) <> (s.spans, s.valid_from, s.source))`)
}
