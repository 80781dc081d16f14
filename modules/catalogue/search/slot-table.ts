import type { QueryPlan } from './plan.ts'
import type { Scratch } from './scratch.ts'

/** The slots of a question, numbered through all its readings, and which of them the label at hand satisfies. */
export type SlotTable = {
  /** For each slot how well it is satisfied, 0 to 1. */
  readonly found: Float64Array
  /** The first slot of each reading. */
  readonly starts: readonly number[]
  /** Forgets the label before. */
  readonly begin: () => void
  /** Notes a syllable and its place; tells the best slot it satisfies and whether the slot before stood just before it. */
  readonly note: (term: number, place: number) => Noted
  /** Leaves the working space as it was found. */
  readonly clear: () => void
}

type Noted = { readonly weight: number; readonly isNext: boolean }

type Entry = { readonly slot: number; readonly weight: number; readonly next: number }

const NOWHERE = -2
const NOTHING: Noted = { weight: 0, isNext: false }

/** Lists for every written syllable the slots that it satisfies; the lists begin in `scratch.slotsOfTerm`. */
export function slotTable({ slotsOfTerm }: Scratch, plan: QueryPlan): SlotTable {
  const { entries, starts, terms, count } = enterSlots(slotsOfTerm, plan)
  const found = new Float64Array(count)
  const places = new Int32Array(count)

  function note(term: number, place: number): Noted {
    let at = slotsOfTerm[term] ?? 0
    if (at === 0) return NOTHING
    let weight = 0
    let isNext = false
    for (let entry = entries[at]; at > 0 && entry; entry = entries[at]) {
      weight = Math.max(weight, entry.weight)
      if (entry.slot > 0 && places[entry.slot - 1] === place - 1) isNext = true
      found[entry.slot] = Math.max(found[entry.slot] ?? 0, entry.weight)
      places[entry.slot] = place
      at = entry.next
    }
    return { weight, isNext }
  }

  const begin = () => {
    found.fill(0)
    places.fill(NOWHERE)
  }
  const clear = () => {
    for (const term of terms) slotsOfTerm[term] = 0
  }
  return { found, starts, begin, note, clear }
}

function enterSlots(slotsOfTerm: Uint32Array, { concepts }: QueryPlan) {
  const starts: number[] = []
  const entries: Entry[] = [{ slot: 0, weight: 0, next: 0 }]
  const terms: number[] = []
  let count = 0
  for (const { slots } of concepts.flatMap(({ readings }) => readings)) {
    starts.push(count)
    for (const slot of slots) {
      for (const { id, weight } of slot.terms) {
        slotsOfTerm[id] = entries.push({ slot: count, weight, next: slotsOfTerm[id] ?? 0 }) - 1
        terms.push(id)
      }
      count += 1
    }
  }
  return { entries, starts, terms, count }
}
