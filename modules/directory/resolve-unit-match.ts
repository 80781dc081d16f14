import type { CivilDate } from '#kernel/civil-date'
import type { Reading, Span } from './resolve-unit-text.ts'
import { isValidOn, type UnitKind, type UnitLevel } from './units.ts'

/** A unit under one of its names, with what is needed to see whether another stands above it. */
export type Place = {
  /** Identity: the same for all names of one unit. */
  readonly id: string
  readonly level: UnitLevel
  readonly code?: string
  readonly validFrom?: CivilDate
  readonly validTo?: CivilDate
  readonly kind: UnitKind
  readonly exactName: string
  readonly plainName: string
  readonly provinceCode: string
  readonly districtCode?: string
  /** The province that holds its land today. */
  readonly todayProvince: string
  /** Of a dissolved district: the communes that hold its land. */
  readonly covers: readonly string[]
}

/** A place found in the text. Near: only with another spelling, or where a street should stand. */
type Hit = {
  readonly span: Span
  readonly place: Place
  readonly points: number
  readonly isNear: boolean
}

/** A place with the places above it that the same text names. */
export type Chain = {
  readonly hits: readonly [Hit, ...Hit[]]
  readonly points: number
  readonly isNear: boolean
}

export type Gazetteer = (plainName: string) => readonly Place[]

/** Another spelling for a span: a known name close to it, and how many letters differ. */
export type Respelling = { readonly span: Span; readonly plainName: string; readonly distance: number }

const KIND_AGREES = 0.5
const KIND_DIFFERS = -0.5
/** For each word, so that `Phường 1 Bảo Lộc` weighs the same as one name and as phường 1 of Bảo Lộc. */
const ACCENTS_AGREE = 0.25
const ACCENTS_DIFFER = -1
const STREET = -3
const LETTER_DIFFERS = -0.4
const NOT_ITS_OWN_PROVINCE = -0.25
const NOT_ITS_OWN_DISTRICT = -0.5
const PARENT_COMES_FIRST = -0.3
const UNUSED_BEFORE = -0.05
const UNUSED_AFTER = -0.4
/** Chains this close to the best mean that the text fits them all. */
const SAME = 0.3
const MOST_PARENTS = 6

/**
 * Finds the units that a text means: those that use most of its words, agree in kind and accents, and whose district and
 * province stand in the same text. Several: the text fits them all. `at`: only units in force on that day.
 */
export function matchPlaces(
  reading: Reading,
  gazetteer: Gazetteer,
  {
    at,
    respellings = [],
  }: { readonly at?: CivilDate | undefined; readonly respellings?: readonly Respelling[] } = {},
): readonly Chain[] {
  const typed = reading.spans.map((span) => ({ span, plainName: span.plain, distance: 0 }))
  const hits = [...typed, ...respellings]
    .flatMap((spelling) => hitsOf(spelling, gazetteer(spelling.plainName), reading.isMarked))
    .filter(({ place }) => at === undefined || isValidOn(place, at))
  const byLevel = Map.groupBy(hits, ({ place }) => place.level)

  const best = new Map<string, Chain>()
  for (const hit of hits) {
    const chain = bestChain(hit, byLevel, reading.words.length)
    const known = best.get(hit.place.id)
    if (!known || chain.points > known.points) best.set(hit.place.id, chain)
  }
  const top = Math.max(...[...best.values()].map(({ points }) => points))
  return [...best.values()].filter(({ points }) => points >= top - SAME)
}

function hitsOf(
  { span, distance }: Respelling,
  places: readonly Place[],
  isMarkedText: boolean,
): readonly Hit[] {
  const length = span.end - span.start
  return places.flatMap((place) => {
    const kind = kindPoints(span, place)
    if (kind === undefined) return []
    const letters = distance === 0 ? accentPoints(span, place, isMarkedText) : distance * LETTER_DIFFERS
    const points = length + kind + letters + (span.isStreet ? STREET : 0)
    return [{ span, place, points, isNear: distance > 0 || span.isStreet }]
  })
}

const LEVEL_OF_KIND: Readonly<Record<UnitKind, UnitLevel>> = {
  province: 'province',
  central_city: 'province',
  urban_district: 'district',
  rural_district: 'district',
  town: 'district',
  city: 'district',
  ward: 'commune',
  rural_commune: 'commune',
  township: 'commune',
  special_zone: 'commune',
}

/** Units change their kind more often than their name, so another kind of the same level only counts against it. */
function kindPoints({ kinds }: Span, place: Place): number | undefined {
  if (!kinds) return 0
  if (kinds.includes(place.kind)) return KIND_AGREES
  return kinds.some((kind) => LEVEL_OF_KIND[kind] === place.level) ? KIND_DIFFERS : undefined
}

function accentPoints({ isMarked, exact }: Span, place: Place, isMarkedText: boolean): number {
  if (isMarkedText && exact === place.exactName) return ACCENTS_AGREE * exact.split(' ').length
  return isMarked ? ACCENTS_DIFFER : 0
}

function bestChain(target: Hit, byLevel: ReadonlyMap<UnitLevel, readonly Hit[]>, words: number): Chain {
  const { level } = target.place
  const provinces = level === 'province' ? [] : withRelation(target, byLevel.get('province') ?? [])
  const districts = level === 'commune' ? withRelation(target, byLevel.get('district') ?? []) : []
  let best = chainOf([target], 0, words)
  for (const district of [undefined, ...districts]) {
    for (const province of [undefined, ...provinces]) {
      if (!district && !province) continue
      if (district && province && !standTogether(district.hit, province.hit)) continue
      const parents = [district, province].filter((parent) => parent !== undefined)
      const relation = parents.reduce((sum, parent) => sum + parent.points, 0)
      const chain = chainOf([target, ...parents.map((parent) => parent.hit)], relation, words)
      if (chain.points > best.points) best = chain
    }
  }
  return best
}

type Parent = { readonly hit: Hit; readonly points: number }

/** The likeliest parents of one level that the text names; the rest could not win. */
function withRelation(child: Hit, above: readonly Hit[]): readonly Parent[] {
  const parents = above.flatMap((hit) => {
    if (overlaps(child.span, hit.span)) return []
    const points = relationPoints(child.place, hit.place)
    if (points === undefined) return []
    return [{ hit, points: points + (hit.span.start < child.span.start ? PARENT_COMES_FIRST : 0) }]
  })
  const worth = ({ hit, points }: Parent) => hit.points + points
  return parents.sort((one, other) => worth(other) - worth(one)).slice(0, MOST_PARENTS)
}

function standTogether(district: Hit, province: Hit): boolean {
  return (
    !overlaps(district.span, province.span) && relationPoints(district.place, province.place) !== undefined
  )
}

/** 0: it stood above at the same time. Less: people name an old unit with the province of today, or the reverse. */
function relationPoints(child: Place, parent: Place): number | undefined {
  if (parent.level === 'province') {
    if (areContemporary(child, parent)) return child.provinceCode === parent.code ? 0 : undefined
    return child.todayProvince === parent.todayProvince ? NOT_ITS_OWN_PROVINCE : undefined
  }
  if (child.districtCode === parent.code && areContemporary(child, parent)) return 0
  const isOnItsLand =
    child.code !== undefined && child.districtCode === undefined && parent.covers.includes(child.code)
  return isOnItsLand ? NOT_ITS_OWN_DISTRICT : undefined
}

function areContemporary(one: Place, other: Place): boolean {
  return (one.validFrom ?? '') < (other.validTo ?? '~') && (other.validFrom ?? '') < (one.validTo ?? '~')
}

/** The spans of a chain never overlap, so their lengths add up. */
function chainOf(hits: readonly [Hit, ...Hit[]], relation: number, words: number): Chain {
  let points = relation
  let used = 0
  let first = words
  for (const hit of hits) {
    points += hit.points
    used += hit.span.end - hit.span.start
    first = Math.min(first, hit.span.start)
  }
  return {
    hits,
    points: points + first * UNUSED_BEFORE + (words - first - used) * UNUSED_AFTER,
    isNear: hits.some((hit) => hit.isNear),
  }
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
