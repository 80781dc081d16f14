import type { SearchIndex } from './index-build.ts'
import { LABEL_KINDS, type LabelKind } from './labels.ts'
import type { QueryPlan, Reading } from './plan.ts'
import { weights } from './weights.ts'

/** How near the question comes to one label: 0 nothing in common, 1 the same words in the same order. */
export type LabelMatch = { readonly label: number; readonly worth: number }

/** A slot of the question, with its place among all slots of all readings. */
type Entry = { readonly slot: number; readonly weight: number; readonly next: number }

export type LabelMatcher = {
  readonly best: (document: number) => LabelMatch
  /** The reading of each concept that the label satisfies best. */
  readonly wordings: (label: number) => readonly Reading[]
  readonly done: () => void
}

const SAME_WORDS = 0.97

/** Prepares the comparison of one question with many labels. Call `done` when through. */
export function matchLabels(index: SearchIndex, plan: QueryPlan): LabelMatcher {
  const { labels, scratch, telling } = index
  const readings = plan.concepts.flatMap((concept) => concept.readings)
  const starts: number[] = []
  const entries: Entry[] = [{ slot: -1, weight: 0, next: 0 }]
  const usedTerms: number[] = []
  let slotCount = 0
  for (const { slots } of readings) {
    starts.push(slotCount)
    for (const { terms } of slots) {
      for (const { id, weight } of terms) {
        const next = scratch.slotsOfTerm[id] ?? 0
        scratch.slotsOfTerm[id] = entries.push({ slot: slotCount, weight, next }) - 1
        usedTerms.push(id)
      }
      slotCount += 1
    }
  }
  const found = new Float64Array(slotCount)
  const place = new Int32Array(slotCount)

  /** Marks the slots that the label satisfies; gives the label's mass, its part that is met, and met neighbours. */
  function read(label: number): { mass: number; met: number; neighbours: number } {
    found.fill(0)
    place.fill(-2)
    let mass = 0
    let met = 0
    let neighbours = 0
    const start = labels.offsets[label] ?? 0
    const end = labels.offsets[label + 1] ?? 0
    for (let at = start; at < end; at += 1) {
      const term = labels.terms[at] ?? 0
      const own = telling[term] ?? 0
      mass += own
      let best = 0
      let isNext = false
      for (let entry = scratch.slotsOfTerm[term] ?? 0; entry > 0; ) {
        const { slot = 0, weight = 0, next = 0 } = entries[entry] ?? {}
        best = Math.max(best, weight)
        if (slot > 0 && place[slot - 1] === at - 1) isNext = true
        if (weight > (found[slot] ?? 0)) found[slot] = weight
        place[slot] = at
        entry = next
      }
      met += own * best
      if (isNext) neighbours += 1
    }
    return { mass, met, neighbours }
  }

  function worthOfReading(reading: Reading, start: number): number {
    let mass = 0
    for (const [at, slot] of reading.slots.entries()) mass += slot.mass * (found[start + at] ?? 0)
    return reading.mass > 0 ? (reading.trust * mass) / reading.mass : 0
  }

  function asked(): number {
    let mass = 0
    let at = 0
    for (const concept of plan.concepts) {
      let best = 0
      for (const reading of concept.readings) {
        best = Math.max(best, worthOfReading(reading, starts[at] ?? 0))
        at += 1
      }
      mass += best * concept.mass
    }
    return mass / plan.conceptMass
  }

  function worthOf(label: number): number {
    const { mass, met, neighbours } = read(label)
    if (met === 0) return 0
    const question = asked()
    const own = met / mass
    const order =
      plan.concepts.length > 1 || slotCount > 1
        ? Math.min(1, neighbours / Math.max(1, typedLength(plan) - 1))
        : 1
    const kind = LABEL_KINDS[labels.kinds[label] ?? 0] ?? 'name'
    const same = kind !== 'keyword' && question >= SAME_WORDS * 0.9 && own >= SAME_WORDS ? weights.sameWords : 0
    return worthOfKind(kind) * (question * question * ownShare(kind, own) * (1 - weights.neighbours * (1 - order)) + same)
  }

  function best(document: number): LabelMatch {
    let match: LabelMatch = { label: labels.ofDocument[document] ?? 0, worth: 0 }
    const end = labels.ofDocument[document + 1] ?? 0
    for (let label = match.label; label < end; label += 1) {
      const worth = worthOf(label)
      if (worth > match.worth) match = { label, worth }
    }
    return match
  }

  function wordings(label: number): Reading[] {
    read(label)
    let at = 0
    return plan.concepts.flatMap(({ readings: ways }) => {
      const rated = ways.map((reading) => ({ reading, worth: worthOfReading(reading, starts[at++] ?? 0) }))
      rated.sort((a, b) => b.worth - a.worth)
      return rated[0] ? [rated[0].reading] : []
    })
  }

  const done = () => {
    for (const term of usedTerms) scratch.slotsOfTerm[term] = 0
  }
  return { best, wordings, done }
}

function typedLength({ concepts }: QueryPlan): number {
  return concepts.reduce((total, { readings }) => total + (readings[0]?.slots.length ?? 0), 0)
}

function worthOfKind(kind: LabelKind): number {
  return kind === 'name' ? 1 : weights[kind]
}

/** A name may say more than was asked; an everyday name that does is another thing. */
function ownShare(kind: LabelKind, own: number): number {
  return kind === 'alsoCalled' ? own ** weights.ownWordsCalled : 1 - weights.ownWords * (1 - own)
}
