import type { CivilDate } from '#kernel/civil-date'
import { type Db, sql } from '#platform/db'
import type { UnitLevel } from '../units.ts'

/** How many units of a level are in force on `on`. Scans the level's units: a few thousand. */
export async function countUnits(db: Db, level: UnitLevel, on: CivilDate): Promise<number> {
  const { units } = await db.one<{ units: number }>(sql`
    select count(*) as units
      from directory.unit
     where level = ${level}
       and valid_from <= ${on}
       and (valid_to is null or valid_to > ${on})`)
  return units
}
