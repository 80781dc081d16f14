import { foldAccents } from '#kernel/vietnamese'
import { remembering } from './remember.ts'
import { closeness, isKnown, mendsOf, type Spelling } from './spelling.ts'
import { decodeTelex, decodeVni } from './telex.ts'
import { type Syllable, syllableOf } from './terms.ts'

/** A syllable as it will be searched; `isMended` when it is not what was typed. */
export type ReadSyllable = Syllable & { readonly isMended: boolean }

type Edge = { readonly to: number; readonly syllables: readonly ReadSyllable[]; readonly cost: number }
type State = {
  readonly cost: number
  readonly last: number
  readonly previous: State | undefined
  readonly syllables: readonly ReadSyllable[]
}

const UNKNOWN = 4
const METHOD_OFF = 0.6
const ACCENTS_LOST = 1
const OTHER_ACCENTS = 0.8
const SPLIT = 1.2
const JOIN = 1.5
const COMPANY = 0.55
const MOST_STATES = 8
const LONGEST_TO_SPLIT = 40
const MOST_MENDS = 8
const MOST_SLIPS = 10_000

/**
 * The likeliest spelling of what was typed: every place offers readings (as typed, input method off, one slip, wrongly
 * split or joined), each at a cost, and neighbours that documents have side by side pay some of it back (Viterbi).
 */
export function readSpelling(spelling: Spelling, typed: readonly Syllable[]): ReadSyllable[] {
  if (typed.every((_, at) => isAtHome(spelling, typed, at)))
    return typed.map((syllable) => ({ ...syllable, isMended: false }))

  const states: State[][] = Array.from({ length: typed.length + 1 }, () => [])
  states[0] = [{ cost: 0, last: -1, previous: undefined, syllables: [] }]
  for (let at = 0; at < typed.length; at += 1) {
    const here = cheapest(states[at] ?? [])
    for (const edge of edgesAt(spelling, typed, at)) {
      for (const state of here) states[edge.to]?.push(follow(spelling, state, edge))
    }
  }
  const [best] = cheapest(states[typed.length] ?? [])
  return best ? pathTo(best) : []
}

function pathTo(end: State): ReadSyllable[] {
  const parts: (readonly ReadSyllable[])[] = []
  for (let state: State | undefined = end; state; state = state.previous) parts.unshift(state.syllables)
  return parts.flat()
}

function cheapest(states: readonly State[]): State[] {
  const bestOf = new Map<number, State>()
  for (const state of states)
    if (state.cost < (bestOf.get(state.last)?.cost ?? Number.POSITIVE_INFINITY)) bestOf.set(state.last, state)
  return [...bestOf.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST_STATES)
}

function follow(spelling: Spelling, state: State, edge: Edge): State {
  let { cost, last } = state
  cost += edge.cost
  for (const { folded } of edge.syllables) {
    const id = spelling.vocabulary.foldedIds.get(folded) ?? -1
    if (last >= 0 && id >= 0) cost -= COMPANY * Math.log1p(closeness(spelling, last, id))
    last = id
  }
  return { cost, last, previous: state, syllables: edge.syllables }
}

/** Known and in company it knows: nothing to mend. A word alone is at home when it is known at all. */
function isAtHome(spelling: Spelling, typed: readonly Syllable[], at: number): boolean {
  const id = spelling.vocabulary.foldedIds.get(typed[at]?.folded ?? '')
  if (id === undefined) return false
  const before = spelling.vocabulary.foldedIds.get(typed[at - 1]?.folded ?? '')
  const after = spelling.vocabulary.foldedIds.get(typed[at + 1]?.folded ?? '')
  if (before === undefined && after === undefined) return true
  return (
    (before !== undefined && closeness(spelling, before, id) > 0) ||
    (after !== undefined && closeness(spelling, id, after) > 0)
  )
}

function edgesAt(spelling: Spelling, typed: readonly Syllable[], at: number): Edge[] {
  const syllable = typed[at]
  if (!syllable) return []
  const isFamiliar = isKnown(spelling, syllable.folded)
  const edges: Edge[] = [
    { to: at + 1, syllables: [{ ...syllable, isMended: false }], cost: isFamiliar ? 0 : UNKNOWN },
  ]
  if (isAtHome(spelling, typed, at)) return edges

  edges.push(
    ...methodOff(spelling, syllable, at),
    ...slips(spelling, syllable, at),
    ...joined(spelling, typed, at),
  )
  if (!isFamiliar) edges.push(...split(spelling, syllable, at))
  return edges
}

function mended(word: string): ReadSyllable {
  return { ...syllableOf(word), isMended: true }
}

/** Telex or VNI that was not turned into accents; when no document has the word so accented, without them. */
function methodOff({ vocabulary }: Spelling, { word }: Syllable, at: number): Edge[] {
  const decoded = [decodeTelex(word), decodeVni(word)].filter((one) => one !== undefined).map(mended)
  return decoded.flatMap((syllable) => {
    if (vocabulary.exactIds.has(syllable.exact))
      return [{ to: at + 1, syllables: [syllable], cost: METHOD_OFF }]
    if (!vocabulary.foldedIds.has(syllable.folded)) return []
    return [{ to: at + 1, syllables: [mended(syllable.folded)], cost: METHOD_OFF + ACCENTS_LOST }]
  })
}

type Slip = Pick<Edge, 'syllables' | 'cost'>
const SLIPS = new WeakMap<Spelling, (exact: string) => readonly Slip[]>()

function slips(spelling: Spelling, { exact }: Syllable, at: number): Edge[] {
  const slipsOf = SLIPS.get(spelling) ?? remembering(MOST_SLIPS, (one) => slipsBehind(spelling, one))
  SLIPS.set(spelling, slipsOf)
  return slipsOf(exact).map((slip) => ({ ...slip, to: at + 1 }))
}

function slipsBehind(spelling: Spelling, exact: string): Slip[] {
  const folded = foldAccents(exact)
  const mends = mendsOf(spelling, folded).sort((a, b) => a.cost - b.cost)
  return mends.slice(0, MOST_MENDS * 2).map((mend) => {
    const accented = exact === folded ? undefined : withAccentsOf(spelling, exact, mend.folded)
    const doubt = exact === folded || accented ? 0 : OTHER_ACCENTS
    return { syllables: [mended(accented ?? mend.folded)], cost: mend.cost + doubt }
  })
}

/** Of the ways to accent the mended word, the one that keeps the accents that were typed. */
function withAccentsOf(spelling: Spelling, exact: string, folded: string): string | undefined {
  const { foldedIds, variants, written } = spelling.vocabulary
  const accentsOf = (word: string) => word.normalize('NFD').replace(/[a-z]/g, '')
  const id = foldedIds.get(folded)
  const words = id === undefined ? [] : (variants[id] ?? []).map((variant) => written[variant] ?? '')
  return words.find((word) => accentsOf(syllableOf(word).exact) === accentsOf(exact))
}

function joined(spelling: Spelling, typed: readonly Syllable[], at: number): Edge[] {
  const [first, second] = [typed[at], typed[at + 1]]
  if (!first || !second) return []
  const whole = mended(first.word + second.word)
  if (!isKnown(spelling, whole.folded) || /\d/.test(whole.folded)) return []
  return [{ to: at + 2, syllables: [whole], cost: JOIN }]
}

/** `khaisinh` → `khai sinh`, `hạng2` → `hạng 2`: the cheapest way to cut the word into known syllables. */
function split(spelling: Spelling, { word, folded }: Syllable, at: number): Edge[] {
  if (word.length < 4 || word.length > LONGEST_TO_SPLIT || folded.length !== word.length) return []
  const best: (State | undefined)[] = [{ cost: 0, last: -1, previous: undefined, syllables: [] }]
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start]
      if (!before || !isSplitPart(spelling, compared(folded.slice(start, end)))) continue
      const state = follow(spelling, before, {
        to: end,
        syllables: [mended(word.slice(start, end))],
        cost: SPLIT,
      })
      if (state.cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = state
    }
  }
  const whole = best[word.length]
  const path = whole ? pathTo(whole) : []
  return whole && path.length > 1 ? [{ to: at + 1, syllables: path, cost: SPLIT * path.length }] : []
}

/** `ly` by itself is compared as `li`, as every word is. */
function compared(part: string): string {
  return part.endsWith('y') ? syllableOf(part).folded : part
}

function isSplitPart(spelling: Spelling, folded: string): boolean {
  if (/^\d+$/.test(folded)) return true
  const id = spelling.vocabulary.foldedIds.get(folded)
  return (
    id !== undefined &&
    /[aeiouy]/.test(folded) &&
    (folded.length > 1 || folded === 'y') &&
    (spelling.spreads[id] ?? 0) > 1
  )
}
