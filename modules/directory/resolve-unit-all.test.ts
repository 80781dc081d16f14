import { describe, expect } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import { foldAccents } from '#kernel/vietnamese'
import { test, type World } from '../../test/support/world.ts'
import { listUnits } from './queries/units.ts'
import { unitsOfToday } from './queries/units-lineage.ts'
import { placesNamed } from './queries/units-resolve.ts'
import { matchPlaces, type Place } from './resolve-unit-match.ts'
import { readPlaceText } from './resolve-unit-text.ts'
import { type Unit, unitPath } from './units.ts'
import { plainFold, readUnitName } from './units-name.ts'

const BEFORE = asCivilDate('2025-06-30')
const TODAY = asCivilDate('2026-05-11')
const ALL = 20_000

/** Communes whose names differ from a neighbour's in accents alone: 22 pairs, each within one district. */
const TWINS = 44

describe('all 10,035 communes of before the reform', () => {
  test('lead to communes of today by their code', async ({ world }) => {
    const communes = await oldCommunes(world)

    const found = await unitsOfToday(world.db, communes, TODAY)

    const reached = new Set(found.map(({ at }) => at))
    expect(communes).toHaveLength(10_035)
    expect(communes.filter((_, at) => !reached.has(at)).map(unitPath)).toEqual([])
    expect(found.every(({ unit }) => unit.level === 'commune' && unit.validTo === undefined)).toBe(true)
  })

  test('are found by “commune, district, province” with accents: each alone', async ({ world }) => {
    const { missing, several } = await resolveAll(world, unitPath)

    expect(missing).toEqual([])
    expect(several).toEqual([])
  })

  test('are found without accents: alone, or beside the one that differs in accents only', async ({
    world,
  }) => {
    const { missing, several } = await resolveAll(world, (unit) => foldAccents(unitPath(unit)))

    expect(missing).toEqual([])
    expect(several).toHaveLength(TWINS)
  })

  test('are found in an address without commas', async ({ world }) => {
    const address = (unit: Unit) =>
      `số 12 ngõ 3 đường Trần Phú, ${unitPath(unit).replaceAll(',', '')}, Việt Nam`
    const { missing, several } = await resolveAll(world, address)

    expect(missing).toEqual([])
    expect(several).toEqual([])
  })
})

/** Asks for every old commune in its own words. `several`: found beside others. */
async function resolveAll(world: World, textOf: (unit: Unit) => string) {
  const communes = await oldCommunes(world)
  const gazetteer = await everyPlace(world)
  const missing: string[] = []
  const several: string[] = []
  for (const unit of communes) {
    const chains = matchPlaces(readPlaceText(textOf(unit)), (name) => gazetteer.get(name) ?? [])
    const ids = chains.map(({ hits: [target] }) => target.place.id)
    if (!ids.includes(`commune:${unit.code}:-infinity`)) missing.push(unitPath(unit))
    else if (ids.length > 1) several.push(unitPath(unit))
  }
  return { missing, several }
}

function oldCommunes({ db }: World): Promise<readonly Unit[]> {
  return listUnits(db, { level: 'commune', at: BEFORE, limit: ALL })
}

/** Every name of every unit, as one look-up would find it. */
async function everyPlace({ db }: World): Promise<ReadonlyMap<string, readonly Place[]>> {
  const units = await Promise.all(
    (['province', 'district', 'commune'] as const).flatMap((level) =>
      [BEFORE, TODAY].map((at) => listUnits(db, { level, at, limit: ALL })),
    ),
  )
  const names = units.flat().map(({ level, name }) => plainFold(readUnitName(level, name).bareName))
  return Map.groupBy(await placesNamed(db, [...new Set(names)]), ({ plainName }) => plainName)
}
