import type { Db } from '#platform/db'
import {
  analyzeUnits,
  saveAliases,
  saveFormerCommunes,
  saveNames,
  saveSuccessors,
  saveUnits,
} from './queries/units-seed.ts'
import { unitEdition } from './units-edition.ts'
import { readAddressPackage, readUnitFacts } from './units-source.ts'

type UnitsSeeded = {
  readonly units: number
  /** Rows of the package's map whose new code belonged to another commune: put right by the name. */
  readonly wrongCodes: number
}

/**
 * Nạp đơn vị hành chính: the 34 provinces and 3,321 communes of today, the 63, 696 and 10,035 units of before 1/7/2025,
 * and the map between them. Safe to repeat: a run that was cut short is made good by the next.
 * @throws Error when the package and our corrections no longer fit together; nothing is written then
 */
export async function seedUnits(db: Db): Promise<UnitsSeeded> {
  const { units, successors, aliases, formerCommunes, wrongCodes } = unitEdition(
    readAddressPackage(),
    readUnitFacts(),
  )
  await saveUnits(db, units)
  await saveSuccessors(db, successors)
  await saveAliases(db, aliases)
  await saveFormerCommunes(db, formerCommunes)
  await saveNames(db)
  await analyzeUnits(db)
  return { units: units.length, wrongCodes }
}
