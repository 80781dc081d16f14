import { addDays, type CivilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import {
  listChildrenByName,
  listCommunesByName,
  listProvincesByName,
  type ProvinceRow,
  unitsOfCode,
} from './queries/units.ts'
import {
  type FormerRow,
  formerCommunesWithin,
  type PastStep,
  pastOf,
  unitsOfToday,
} from './queries/units-lineage.ts'
import { resolveUnit } from './resolve-unit.ts'
import { isValidOn, levelOfCode, type Unit, unitPath } from './units.ts'
import { isSameBareName } from './units-name.ts'

/** The unit that a code of the statistics office (2, 3 or 5 digits) names on a day (mã đơn vị hành chính). */
export async function findUnit(db: Db, code: string, on: CivilDate): Promise<Unit | undefined> {
  const level = levelOfCode(code)
  const units = level ? await unitsOfCode(db, level, code, on) : []
  return units.find((unit) => isValidOn(unit, on))
}

/** Các tỉnh, thành phố in force on a day, by name, with the number of communes of each. */
export function listProvinces(db: Db, on: CivilDate): Promise<readonly ProvinceRow[]> {
  return listProvincesByName(db, on)
}

/** Các xã, phường, đặc khu of a province in force on a day, by name. */
export function listCommunes(db: Db, provinceCode: string, on: CivilDate): Promise<readonly Unit[]> {
  return listCommunesByName(db, provinceCode, on)
}

/** A unit with its past and its present. */
export type UnitStory = {
  readonly unit: Unit
  readonly isCurrent: boolean
  /** What it is today: itself, or the units that hold its land. */
  readonly today: readonly Unit[]
  /** What it was formed from, the latest change first. */
  readonly past: readonly PastStep[]
  /** Communes without a recorded code that were merged into its land before 1/7/2025. */
  readonly formerCommunes: readonly FormerRow[]
  /** What the same code means at other times, under another name. */
  readonly otherMeanings: readonly Unit[]
}

/** The units right below it, by name: as they are today, or were on its last day. */
export function unitsWithin(db: Db, unit: Unit, today: CivilDate): Promise<readonly Unit[]> {
  const lastDay = unit.validTo && addDays(unit.validTo, -1)
  return unit.level === 'commune'
    ? Promise.resolve([])
    : listChildrenByName(db, unit, lastDay && lastDay < today ? lastDay : today)
}

type Asked = { readonly at?: CivilDate | undefined; readonly today: CivilDate }

/**
 * A unit by its code: as it was on `at`, else as it is today, else as it was last.
 * @throws Refusal `directory.unit_unknown` with near matches
 */
export async function requireUnitStory(db: Db, code: string, { at, today }: Asked): Promise<UnitStory> {
  const level = levelOfCode(code)
  const units = level ? await unitsOfCode(db, level, code, today) : []
  const unit = units.find((one) => isValidOn(one, at ?? today)) ?? (at ? undefined : units[0])
  if (!unit) throw await unknownUnit(db, code, { units, today })

  const isCurrent = isValidOn(unit, today)
  const isCommune = unit.level === 'commune' && unit.validFrom !== undefined
  const found = isCurrent ? [] : await unitsOfToday(db, [unit], today)
  return {
    unit,
    isCurrent,
    today: isCurrent ? [unit] : found.map((one) => one.unit),
    past: unit.validFrom === undefined ? [] : await pastOf(db, unit, today),
    formerCommunes: isCommune ? await formerCommunesWithin(db, code) : [],
    otherMeanings: units.filter((other) => !isSameBareName(other, unit)),
  }
}

async function unknownUnit(
  db: Db,
  typed: string,
  { units, today }: { readonly units: readonly Unit[]; readonly today: CivilDate },
): Promise<Refusal> {
  const { candidates, suggestions } = await resolveUnit(db, { text: typed, today })
  const near = [...units.map(unitPath), ...candidates.map(({ unit }) => unitPath(unit)), ...suggestions]
  return new Refusal('directory.unit_unknown', { near: [...new Set(near)].slice(0, 5) })
}
