import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { Unit, UnitKey } from '../units.ts'
import { keyTable, type UnitRecord, unitColumns, unitOf, withParents } from './units.ts'

/** A unit of today, and the place in the list of asked units whose land it holds. */
export type Today = { readonly at: number; readonly unit: Unit }

/**
 * Follows each unit to the units of today, over as many changes as there were: itself when it is still in force. Expected
 * plan: look-ups by key, a step per change.
 */
export async function unitsOfToday(
  db: Db,
  keys: readonly UnitKey[],
  today: CivilDate,
): Promise<readonly Today[]> {
  const rows = await db.many<UnitRecord & { at: number }>(sql`
    with recursive step (at, level, code, valid_from) as (
      select k.at::int, k.level, k.code, k.valid_from
        from ${keyTable(keys)}
       union
      select step.at, s.new_level, s.new_code, s.new_valid_from
        from step
        join directory.unit_successor s
          on (s.level, s.code, s.valid_from) = (step.level, step.code, step.valid_from)
       where s.new_valid_from <= ${today}
    )
    select step.at - 1 as at, ${unitColumns}
      from step
      join directory.unit u
        on (u.level, u.code, u.valid_from) = (step.level, step.code, step.valid_from)
      ${withParents(today)}
     where coalesce(u.valid_to > ${today}, true)
     order by step.at, u.level, u.plain_name, u.code`)
  return rows.map(({ at, ...row }) => ({ at, unit: unitOf(row) }))
}

/** One step of a unit's past: `unit` became `into` on a day. */
export type PastStep = {
  readonly unit: Unit
  readonly on: CivilDate
  readonly manner: 'succeeds' | 'covers'
}

/** What a unit was formed from, back to the beginning of the records; the latest change first, then by name. */
export async function pastOf(db: Db, key: UnitKey, today: CivilDate): Promise<readonly PastStep[]> {
  const rows = await db.many<UnitRecord & { changedOn: CivilDate; manner: PastStep['manner'] }>(sql`
    with recursive step (level, code, valid_from, changed_on, manner) as (
      select s.level, s.code, s.valid_from, s.new_valid_from, s.manner
        from ${keyTable([key])}
        join directory.unit_successor s
          on (s.new_level, s.new_code, s.new_valid_from) = (k.level, k.code, k.valid_from)
       union
      select s.level, s.code, s.valid_from, s.new_valid_from, s.manner
        from step
        join directory.unit_successor s
          on (s.new_level, s.new_code, s.new_valid_from) = (step.level, step.code, step.valid_from)
    )
    select step.changed_on, step.manner, ${unitColumns}
      from step
      join directory.unit u
        on (u.level, u.code, u.valid_from) = (step.level, step.code, step.valid_from)
      ${withParents(today)}
     order by step.changed_on desc, step.manner desc, u.province_code, u.plain_name, u.code`)
  return rows.map(({ changedOn, manner, ...row }) => ({ unit: unitOf(row), on: changedOn, manner }))
}

export type FormerRow = {
  readonly id: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly districtCode: string
  readonly districtName: string
  readonly provinceCode: string
  readonly provinceName: string
  readonly successorCodes: readonly string[]
}

const formerColumns = sql`
  'former:' || f.province_code || ':' || f.district_code || ':' || f.name as id,
  f.name, f.kind, f.district_code, f.district_name, f.province_code, v.name as province_name, f.successor_codes`

/** Communes that were merged before 1/7/2025 into what a commune of that day holds. The table has 769 rows: a scan. */
export async function formerCommunesWithin(db: Db, code: string): Promise<readonly FormerRow[]> {
  return db.many<FormerRow>(sql`
    select ${formerColumns}
      from directory.former_commune f
      join directory.unit v
        on (v.level, v.code, v.valid_from) = ('province', f.province_code, '-infinity')
     where ${code} = any(f.successor_codes)
     order by f.plain_name, f.name, f.district_code`)
}

export async function formerCommunesById(db: Db, ids: readonly string[]): Promise<readonly FormerRow[]> {
  return db.many<FormerRow>(sql`
    select ${formerColumns}
      from directory.former_commune f
      join directory.unit v
        on (v.level, v.code, v.valid_from) = ('province', f.province_code, '-infinity')
     where 'former:' || f.province_code || ':' || f.district_code || ':' || f.name = any(${ids}::text[])
     order by f.plain_name, f.name, f.district_code`)
}
