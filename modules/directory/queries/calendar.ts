import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { CalendarDay } from '../calendar-day.ts'

export type CalendarRow = {
  readonly offDays: readonly CivilDate[] | null
  readonly workDays: readonly CivilDate[] | null
  /** `1 07:30-11:30,13:00-17:00`, by weekday. */
  readonly hours: readonly string[] | null
}

/** All that a work calendar is made of, in one look, so that no decision can fall between. A scan of a few hundred rows. */
export async function calendarRow(
  db: Db,
  { handle, on }: { handle: string | null; on: CivilDate },
): Promise<CalendarRow> {
  return db.one<CalendarRow>(sql`
    with decided as (
      select distinct on (c.day) c.day, c.kind
        from directory.calendar_day c
       order by c.day, c.recorded_by = 'seed', c.recorded_at desc
    ), hours as (
      select distinct on (h.weekday) h.weekday, h.spans
        from directory.office_hours h
        left join directory.agency a on a.id = h.agency_id
       where (h.agency_id is null or a.handle = ${handle}::text)
         and h.valid_from <= ${on}::date
         and (h.valid_to is null or h.valid_to > ${on}::date)
       order by h.weekday, h.agency_id is null, h.recorded_by = 'seed', h.recorded_at desc
    )
    select (select array_agg(d.day order by d.day)
              from decided d
             where d.kind in ('holiday', 'substitute', 'swap_off')) as off_days,
           (select array_agg(d.day order by d.day)
              from decided d
             where d.kind = 'makeup_work') as work_days,
           (select array_agg(h.weekday || ' ' || h.spans order by h.weekday)
              from hours h) as hours`)
}

/** The days in force between two days, both included. An index range. */
export async function calendarDays(db: Db, from: CivilDate, to: CivilDate): Promise<CalendarDay[]> {
  return db.many<CalendarDay>(sql`
    select d.day, d.kind, d.name, d.name_en, d.confidence, d.source, d.recorded_by, d.recorded_at
      from (select distinct on (c.day) c.*
              from directory.calendar_day c
             where c.day between ${from}::date and ${to}::date
             order by c.day, c.recorded_by = 'seed', c.recorded_at desc) d
     where d.kind <> 'ordinary'
     order by d.day`)
}

/** The first and the last day of which anything is recorded. */
export async function calendarRange(
  db: Db,
): Promise<{ readonly first: CivilDate | null; readonly last: CivilDate | null }> {
  return db.one(sql`
    select min(c.day) as first, max(c.day) as last
      from directory.calendar_day c`)
}
