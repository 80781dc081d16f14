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
import { readUnitName } from './units-name.ts'

const BEFORE = asCivilDate('2025-06-30')
const TODAY = asCivilDate('2026-05-11')
const ALL = 20_000

/** Communes whose names differ from a neighbour's in accents alone: 22 pairs, each within one district. */
const TWINS = 44

describe('all 10,035 communes of before the reform', { timeout: 60_000 }, () => {
  test('lead to communes of today by their code', async ({ world }) => {
    const { communes } = await everything(world)

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

  test('are found in an address without commas (every tenth)', async ({ world }) => {
    const address = (unit: Unit) =>
      `số 12 ngõ 3 đường Trần Phú, ${unitPath(unit).replaceAll(',', '')}, Việt Nam`
    const { missing, several } = await resolveAll(world, address, 10)

    expect(missing).toEqual([])
    expect(several).toEqual([])
  })
})

test('all other units of both eras are found by their names, with and without accents', {
  timeout: 60_000,
}, async ({ world }) => {
  const { others, gazetteer } = await everything(world)

  expect(others).toHaveLength(63 + 696 + 3_321 + 34)
  expect(ask(others, unitPath, gazetteer).missing).toEqual([])
  expect(ask(others, (unit) => foldAccents(unitPath(unit)), gazetteer).missing).toEqual([])
})

async function resolveAll(world: World, textOf: (unit: Unit) => string, each = 1) {
  const { communes, gazetteer } = await everything(world)
  return ask(
    communes.filter((_, at) => at % each === 0),
    textOf,
    gazetteer,
  )
}

/** Asks for units, each in its own words. `several`: found beside others. */
function ask(units: readonly Unit[], textOf: (unit: Unit) => string, gazetteer: Everything['gazetteer']) {
  const missing: string[] = []
  const several: string[] = []
  for (const unit of units) {
    const chains = matchPlaces(readPlaceText(textOf(unit)), (name) => gazetteer.get(name) ?? [])
    const ids = chains.map(({ hits: [target] }) => target.place.id)
    if (!ids.includes(`${unit.level}:${unit.code}:${unit.validFrom ?? '-infinity'}`))
      missing.push(unitPath(unit))
    else if (ids.length > 1) several.push(unitPath(unit))
  }
  return { missing, several }
}

type Everything = {
  /** The communes of before the reform. */
  readonly communes: readonly Unit[]
  readonly others: readonly Unit[]
  /** Every name of every unit, as one look-up would find it. */
  readonly gazetteer: ReadonlyMap<string, readonly Place[]>
}

let loaded: Promise<Everything> | undefined

function everything(world: World): Promise<Everything> {
  loaded ??= load(world)
  return loaded
}

async function load({ db }: World): Promise<Everything> {
  const communes = await listUnits(db, { level: 'commune', at: BEFORE, limit: ALL })
  const lists = await Promise.all([
    listUnits(db, { level: 'province', at: BEFORE, limit: ALL }),
    listUnits(db, { level: 'district', at: BEFORE, limit: ALL }),
    listUnits(db, { level: 'commune', at: TODAY, limit: ALL }),
    listUnits(db, { level: 'province', at: TODAY, limit: ALL }),
  ])
  const others = lists.flat()
  const names = [...communes, ...others].map(({ level, name }) => readUnitName(level, name).plainName)
  const places = await placesNamed(db, [...new Set(names)])
  return { communes, others, gazetteer: Map.groupBy(places, ({ plainName }) => plainName) }
}
