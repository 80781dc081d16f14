import type { CivilDate } from '#kernel/civil-date'
import { tidy } from '#kernel/vietnamese'
import type { Db } from '#platform/db'
import { unitsOfCode, unitsOneDigitApart } from './queries/units.ts'
import { namesLike, namesWithin, placesNamed } from './queries/units-resolve.ts'
import { type Candidate, candidatesOf, codeCandidates, type Meant } from './resolve-unit-candidates.ts'
import { type Chain, type Gazetteer, matchPlaces, type Place } from './resolve-unit-match.ts'
import { respellings, unexplainedSpans } from './resolve-unit-near.ts'
import { type Reading, readPlaceText } from './resolve-unit-text.ts'
import { isValidOn, levelOfCode, type UnitLevel, unitPath } from './units.ts'

type ResolveUnit = {
  /** A name, an address or a code, as typed. */
  readonly text: string
  /** Only units in force on this day; without it, those of every time. */
  readonly at?: CivilDate | undefined
  readonly today: CivilDate
}

export type Resolution = {
  /** `exact`: as typed. `near`: only with another spelling. `nothing`: `suggestions` may help. */
  readonly understanding: 'exact' | 'near' | 'nothing'
  /** More than one: the text fits them all. The likeliest first. */
  readonly candidates: readonly Candidate[]
  /** The words that no unit explains: a street, a hamlet, a mistake. */
  readonly ignored: string
  readonly suggestions: readonly string[]
}

const MOST_CANDIDATES = 100
const MOST_SUGGESTIONS = 5

/** Cỗ máy thời gian đơn vị hành chính: what a name, an address or a code of any time is today. */
export async function resolveUnit(db: Db, { text, at, today }: ResolveUnit): Promise<Resolution> {
  const typed = tidy(text)
  const code = /^(?:mã\s*)?(\d{1,5})$/iu.exec(typed)?.[1]
  if (code) return resolveCode(db, { text: code, at, today })

  const reading = readPlaceText(text)
  const gazetteer = new NamedPlaces()
  await gazetteer.add(db, [...new Set(reading.spans.map((span) => span.plain))])
  const exact = matchPlaces(reading, gazetteer.lookUp, { at })
  const { chains, names } = await respell(db, { reading, gazetteer, exact, at })
  if (chains.length === 0) return nothing(db, names.slice(0, MOST_SUGGESTIONS), { gazetteer, today })

  const meant = chains.map(meantBy).slice(0, MOST_CANDIDATES)
  return {
    understanding: chains.every((chain) => chain.isNear) ? 'near' : 'exact',
    candidates: await candidatesOf(db, meant, today),
    ignored: unused(reading, chains),
    suggestions: [],
  }
}

async function resolveCode(db: Db, { text, at, today }: ResolveUnit): Promise<Resolution> {
  for (const code of likelyCodes(text)) {
    const level = levelOfCode(code)
    const units = level ? await unitsOfCode(db, level, code, today) : []
    const valid = units.filter((unit) => at === undefined || isValidOn(unit, at))
    if (valid.length === 0) continue
    return {
      understanding: 'exact',
      candidates: await codeCandidates(db, valid, today),
      ignored: '',
      suggestions: [],
    }
  }
  const level = levelOfCode(text)
  const near = level ? await unitsOneDigitApart(db, level, text, at ?? today) : []
  return { understanding: 'nothing', candidates: [], ignored: text, suggestions: near.map(unitPath) }
}

/** A spreadsheet drops leading zeros: 166 may be 00166. */
function likelyCodes(code: string): readonly string[] {
  return [...new Set([code, code.padStart(2, '0'), code.padStart(3, '0'), code.padStart(5, '0')])]
}

type Respell = {
  readonly reading: Reading
  readonly gazetteer: NamedPlaces
  readonly exact: readonly Chain[]
  readonly at: CivilDate | undefined
}

/** Looks once more, with other spellings for the words that nothing explains. */
async function respell(
  db: Db,
  { reading, gazetteer, exact, at }: Respell,
): Promise<{ readonly chains: readonly Chain[]; readonly names: readonly string[] }> {
  const spans = unexplainedSpans(reading, exact)
  if (spans.length === 0) return { chains: exact, names: [] }

  const [close, within] = await Promise.all([
    namesLike(db, [...new Set(spans.map((span) => span.plain))]),
    namesWithin(db, codesOf(exact, 'district'), codesOf(exact, 'province')),
  ])
  const others = respellings(spans, close, within)
  const names = [...new Set(close.map(({ plainName }) => plainName))]
  if (others.length === 0) return { chains: exact, names }
  await gazetteer.add(db, [...new Set(others.map(({ plainName }) => plainName))])
  return { chains: matchPlaces(reading, gazetteer.lookUp, { at, respellings: others }), names }
}

function codesOf(chains: readonly Chain[], level: UnitLevel): readonly string[] {
  const places = chains.map(({ hits: [target] }) => target.place)
  return places.flatMap((place) => (place.level === level && place.code ? place.code : []))
}

async function nothing(
  db: Db,
  names: readonly string[],
  { gazetteer, today }: { readonly gazetteer: NamedPlaces; readonly today: CivilDate },
): Promise<Resolution> {
  await gazetteer.add(db, names)
  const places = names.flatMap((name) => gazetteer.lookUp(name).slice(0, 1))
  const candidates = await candidatesOf(db, places.map(meantPlace), today)
  const suggestions = [...new Set(candidates.map(({ unit }) => unitPath(unit)))]
  return { understanding: 'nothing', candidates: [], ignored: '', suggestions }
}

function meantBy({ hits: [target], points }: Chain): Meant {
  return { ...meantPlace(target.place), points }
}

function meantPlace({ id, level, code, validFrom }: Place): Meant {
  const key = code === undefined ? undefined : { level, code, ...(validFrom ? { validFrom } : {}) }
  return { id, key, points: 0 }
}

function unused({ words }: Reading, chains: readonly Chain[]): string {
  const isUsed = (at: number) =>
    chains.some(({ hits }) => hits.some(({ span }) => span.start <= at && at < span.end))
  return words
    .filter((_, at) => !isUsed(at))
    .map((word) => word.typed)
    .join(' ')
}

/** The places under the names asked for so far. */
class NamedPlaces {
  readonly #places = new Map<string, Place[]>()

  async add(db: Db, names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => !this.#places.has(name))
    if (unknown.length === 0) return
    for (const name of unknown) this.#places.set(name, [])
    for (const place of await placesNamed(db, unknown)) this.#places.get(place.plainName)?.push(place)
  }

  readonly lookUp: Gazetteer = (name) => this.#places.get(name) ?? []
}
