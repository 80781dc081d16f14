import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import { ROOT } from '#platform/root'
import { wherePresent } from '../../test/support/where-present.ts'
import { isValidOn, REFORM_DAY, type UnitKey, type UnitLevel } from './units.ts'
import { type UnitRow, unitEdition } from './units-edition.ts'
import { isSameName } from './units-name.ts'
import { readAddressPackage, readUnitFacts } from './units-source.ts'

/** The lists that the data was checked against lie beside the repository, not in it. */
const LISTS = join(ROOT, '..', 'shared', 'data', 'units')

const edition = unitEdition(readAddressPackage(), readUnitFacts())
const BEFORE = asCivilDate('2025-06-30')
const NOW = asCivilDate('2026-05-01')

const on = (level: UnitLevel, day: CivilDate) =>
  edition.units.filter((unit) => unit.level === level && isValidOn(unit, day))
const byCode = (level: UnitLevel, day: CivilDate) => new Map(on(level, day).map((unit) => [unit.code, unit]))
const id = ({ level, code, validFrom }: UnitKey) => `${level} ${code} ${validFrom ?? ''}`
const successorsOf = (level: UnitLevel) =>
  Map.groupBy(
    edition.successors.filter(({ old }) => old.level === level && !old.validFrom),
    ({ old }) => old.code,
  )

describe('counts', () => {
  test.each([
    ['province', BEFORE, 63],
    ['district', BEFORE, 696],
    ['commune', BEFORE, 10_035],
    ['province', REFORM_DAY, 34],
    ['district', REFORM_DAY, 0],
    ['commune', REFORM_DAY, 3_321],
    ['province', NOW, 34],
    ['commune', NOW, 3_321],
  ] as const)('%s on %s: %i', (level, day, count) => {
    const codes = on(level, day).map((unit) => unit.code)

    expect(codes).toHaveLength(count)
    expect(new Set(codes).size).toBe(count)
  })

  test.each([
    [REFORM_DAY, { rural_commune: 2_621, ward: 687, special_zone: 13 }],
    [NOW, { rural_commune: 2_611, ward: 697, special_zone: 13 }],
  ] as const)('kinds of communes on %s', (day, kinds) => {
    expect(countBy(on('commune', day), (unit) => unit.kind)).toEqual(kinds)
  })

  test('the package gives 457 rows of its map the code of another commune than it names', () => {
    expect(edition.wrongCodes).toBe(457)
  })

  test('769 communes were merged before the reform and have no recorded code', () => {
    expect(edition.formerCommunes).toHaveLength(769)
  })
})

describe('what always holds', () => {
  test('the stretches of one code never overlap', () => {
    const stretchesOf = Map.groupBy(edition.units, ({ level, code }) => `${level} ${code}`)

    for (const stretches of stretchesOf.values()) {
      const sorted = stretches.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
      for (const [i, stretch] of sorted.slice(1).entries()) {
        expect(sorted[i]?.validTo ?? '~', id(stretch)).toBe(stretch.validFrom)
      }
    }
  })

  test('every unit but a province has a parent on its first day', () => {
    const parents = new Map(
      [BEFORE, REFORM_DAY, NOW].map((day) => [
        day,
        { ...Object.fromEntries(byCode('province', day)), ...Object.fromEntries(byCode('district', day)) },
      ]),
    )
    const orphans = edition.units.filter(({ level, validFrom, parentCode = '' }) => {
      const day = validFrom === undefined ? BEFORE : validFrom === REFORM_DAY ? REFORM_DAY : NOW
      return level !== 'province' && !parents.get(day)?.[parentCode]
    })

    expect(orphans).toEqual([])
  })

  test('every unit that ended has a successor, and none that goes on has one', () => {
    const ended = new Set(edition.units.filter((unit) => unit.validTo).map(id))
    const followed = new Set(edition.successors.map(({ old }) => id(old)))

    expect(followed).toEqual(ended)
  })

  test('every commune of the reform was formed from something', () => {
    const formed = new Set(edition.successors.map((edge) => id(edge.new)))

    expect(on('commune', REFORM_DAY).filter((unit) => !formed.has(id(unit)))).toEqual([])
  })

  test('a commune went to the province that its own province became', () => {
    const province = new Map([...successorsOf('province')].map(([code, [edge]]) => [code, edge?.new.code]))
    const now = new Map(on('commune', REFORM_DAY).map((unit) => [unit.code, unit.provinceCode]))
    const edges = successorsOf('commune')

    for (const unit of on('commune', BEFORE)) {
      for (const edge of edges.get(unit.code) ?? []) {
        expect(now.get(edge.new.code), unit.name).toBe(province.get(unit.provinceCode))
      }
    }
  })

  test('eight communes were divided', () => {
    const divided = [...successorsOf('commune')].filter(([, edges]) => edges.length > 1)

    expect(
      Object.fromEntries(divided.map(([code, edges]) => [code, edges.map((edge) => edge.new.code).sort()])),
    ).toEqual({
      '00166': ['00160', '00166'],
      '00167': ['00160', '00166'],
      '00172': ['00160', '00175'],
      '03766': ['03721', '03784'],
      '20200': ['20200', '20209'],
      '22024': ['22015', '22045'],
      '24221': ['24214', '24221'],
      '25996': ['26041', '26188'],
    })
  })

  test('a code of today is mostly the code of another unit of yesterday', () => {
    const before = byCode('commune', BEFORE)
    const reused = on('commune', REFORM_DAY).filter((unit) => before.has(unit.code))
    const renamed = reused.filter((unit) => !isSameName(unit.name, before.get(unit.code)?.name ?? ''))

    expect(reused).toHaveLength(3_315)
    expect(renamed).toHaveLength(2_158)
  })

  test('a file of corrections that no longer fits stops the load', () => {
    const facts = readUnitFacts()
    const changes = facts.changes.map((change) => ({ ...change, was: 'Xã Khác' }))

    expect(() => unitEdition(readAddressPackage(), { ...facts, changes })).toThrow('is not Xã Khác')
  })
})

wherePresent(pathToFileURL(LISTS), 'against the lists of the statistics office', () => {
  test('63 and 696 units of before, and what the provinces became', () => {
    const became = successorsOf('province')
    const provinces = byCode('province', BEFORE)
    const districts = byCode('district', BEFORE)

    for (const row of list('provinces_63_to_34')) {
      const unit = find(provinces, row['old_gso_code'])
      expect(isSameName(unit.name, row['old_full_name'] ?? ''), unit.name).toBe(true)
      expect(became.get(unit.code)?.map((edge) => edge.new.code)).toEqual([row['new_gso_code']])
    }
    for (const row of list('districts_pre_2025_07')) {
      const unit = find(districts, row['gso_code'])
      expect(isSameName(unit.name, row['full_name'] ?? ''), unit.name).toBe(true)
      expect(unit.provinceCode).toBe(row['province_gso_code'])
    }
  })

  test('10,035 communes of before, each with its district and province', () => {
    const units = byCode('commune', BEFORE)
    const rows = list('communes_pre_2025_07')

    expect(rows).toHaveLength(10_035)
    const wrong = rows.filter((row) => {
      const unit = units.get(row['gso_code'] ?? '')
      const isSame = unit && isSameName(unit.name, row['full_name'] ?? '')
      return (
        !isSame ||
        unit.parentCode !== row['district_gso_code'] ||
        unit.provinceCode !== row['province_gso_code']
      )
    })
    expect(wrong).toEqual([])
  })

  test('34 provinces and 3,321 communes, at the reform and since 30/4/2026', () => {
    for (const [day, column] of [
      [REFORM_DAY, 'full_name_2025_07'],
      [NOW, 'full_name'],
    ] as const) {
      const units = new Map([...byCode('province', day), ...byCode('commune', day)])
      for (const row of [...list('provinces_34'), ...list('communes_3321')]) {
        const unit = find(units, row['gso_code'])
        // The list of 7/2025 wrote Phó Bảng; the resolution and the list of today write Phố Bảng.
        const name = unit.code === '00745' ? row['full_name'] : row[column]
        expect(isSameName(unit.name, name ?? ''), `${unit.code} ${unit.name}`).toBe(true)
        if (unit.level === 'commune') expect(unit.provinceCode).toBe(row['province_gso_code'])
      }
    }
  })

  test('the map from old communes to new ones, pair by pair', () => {
    const rows = list('commune_mapping_old_to_new')
    const expected = new Set(
      rows.filter((row) => row['old_gso_code']).map((row) => `${row['old_gso_code']} ${row['new_gso_code']}`),
    )
    const pairs = [...successorsOf('commune').values()]
      .flat()
      .map((edge) => `${edge.old.code} ${edge.new.code}`)

    expect(new Set(pairs)).toEqual(expected.add('23938 23938'))
    expect(rows.filter((row) => row['note']?.includes('new_code_corrected'))).toHaveLength(edition.wrongCodes)
  })
})

function find(units: ReadonlyMap<string, UnitRow>, code = ''): UnitRow {
  const unit = units.get(code)
  if (!unit) throw new Error(`No unit ${code}`)
  return unit
}

function list(name: string): readonly Readonly<Record<string, string>>[] {
  const [heading = '', ...lines] = readFileSync(join(LISTS, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
  const columns = heading.split(',')
  return lines.map((line) => {
    const cells = [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((cell) =>
      (cell[1] ?? '').replaceAll('"', ''),
    )
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

function countBy<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(things, key)].map(([name, group]) => [name, group.length]))
}
