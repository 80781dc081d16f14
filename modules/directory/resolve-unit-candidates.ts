import type { CivilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { unitsByKey } from './queries/units.ts'
import { type FormerRow, formerCommunesById, type Today, unitsOfToday } from './queries/units-lineage.ts'
import { type FormerCommune, isValidOn, REFORM_DAY, type Unit, type UnitKey } from './units.ts'
import { isSameBareName } from './units-name.ts'

/** One thing that a text may mean, and what it is today. */
export type Candidate = {
  readonly unit: Unit | FormerCommune
  /** The unit itself when it is still in force. Several: it was divided, or was a district. */
  readonly today: readonly Unit[]
  readonly isCurrent: boolean
}

/** A unit that was found: by its key, or by `id` when it is a former commune without a code. */
export type Meant = { readonly id: string; readonly key: UnitKey | undefined; readonly points: number }

/** Fetches what was found, says what became of it, and puts the likeliest first. */
export async function candidatesOf(
  db: Db,
  meant: readonly Meant[],
  today: CivilDate,
): Promise<readonly Candidate[]> {
  const points = new Map(meant.map((one) => [one.key ? idOf(one.key) : one.id, one.points]))
  const keys = meant.flatMap(({ key }) => key ?? [])
  const former = meant.filter(({ key }) => !key).map(({ id }) => id)
  const units = keys.length > 0 ? await unitsByKey(db, keys, today) : []
  const rows = former.length > 0 ? await formerCommunesById(db, former) : []
  const candidates = [...(await withToday(db, units, today)), ...(await formerWithToday(db, rows, today))]
  const worth = ({ unit }: Candidate) => points.get('code' in unit ? idOf(unit) : unit.id) ?? 0
  return withoutRepeats(candidates.sort((one, other) => worth(other) - worth(one) || compare(one, other)))
}

/** What a code means, today first. */
export async function codeCandidates(
  db: Db,
  units: readonly Unit[],
  today: CivilDate,
): Promise<readonly Candidate[]> {
  return withoutRepeats(await withToday(db, units, today))
}

async function withToday(db: Db, units: readonly Unit[], today: CivilDate): Promise<readonly Candidate[]> {
  const found = units.length > 0 ? await unitsOfToday(db, units, today) : []
  return units.map((unit, at) => ({ unit, today: unitsAt(found, at), isCurrent: isValidOn(unit, today) }))
}

async function formerWithToday(
  db: Db,
  rows: readonly FormerRow[],
  today: CivilDate,
): Promise<readonly Candidate[]> {
  const keys = rows.flatMap((row, at) =>
    row.successorCodes.map((code) => ({
      at,
      key: { level: 'commune', code, validFrom: REFORM_DAY } as const,
    })),
  )
  const found =
    keys.length > 0
      ? await unitsOfToday(
          db,
          keys.map(({ key }) => key),
          today,
        )
      : []
  return rows.map((row, at) => ({
    unit: formerOf(row),
    today: keys.flatMap((key, i) => (key.at === at ? unitsAt(found, i) : [])),
    isCurrent: false,
  }))
}

function formerOf(row: FormerRow): FormerCommune {
  return {
    id: row.id,
    level: 'commune',
    kind: row.kind,
    name: row.name,
    parents: [
      { level: 'district', code: row.districtCode, name: row.districtName },
      { level: 'province', code: row.provinceCode, name: row.provinceName },
    ],
  }
}

function unitsAt(found: readonly Today[], at: number): readonly Unit[] {
  return found.filter((one) => one.at === at).map(({ unit }) => unit)
}

/** `Gia Lai` of yesterday and of today are one answer: the unit of today, when it bears the same name. */
function withoutRepeats(candidates: readonly Candidate[]): readonly Candidate[] {
  const current = new Set(
    candidates.flatMap(({ unit, isCurrent }) => (isCurrent && 'code' in unit ? idOf(unit) : [])),
  )
  return candidates.filter(({ unit, today: [now, ...others], isCurrent }) => {
    if (isCurrent || !now || others.length > 0 || !current.has(idOf(now))) return true
    return !isSameBareName(unit, now)
  })
}

/** Provinces, then communes of today, then what is gone: districts, communes. Each by its path. */
function compare(one: Candidate, other: Candidate): number {
  return rank(one) - rank(other) || order.compare(pathFromTop(one), pathFromTop(other))
}

function rank({ unit, isCurrent }: Candidate): number {
  if (unit.level === 'province') return isCurrent ? 0 : 1
  if (isCurrent) return 2
  return unit.level === 'district' ? 3 : 4
}

const order = new Intl.Collator('vi', { numeric: true })

function pathFromTop({ unit }: Candidate): string {
  return [...unit.parents.map(({ name }) => name).reverse(), unit.name].join(', ')
}

function idOf({ level, code, validFrom }: UnitKey): string {
  return `${level}:${code}:${validFrom ?? '-infinity'}`
}
