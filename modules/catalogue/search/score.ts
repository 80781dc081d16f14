import type { SearchIndex } from './index-build.ts'
import type { Concept, PairSlot, QueryPlan, Reading, Slot } from './plan.ts'
import type { Postings } from './postings.ts'
import { nextStamp, type Scratch } from './scratch.ts'
import { weights } from './weights.ts'

/**
 * First look at the documents that can have enough of the question to be hits. Afterwards, for those that are returned,
 * `scratch.score` holds 0 to 1 (how well it matches) and `scratch.cover` 0 to 1 (how much of the question it has).
 * Within a concept the best reading counts, within a slot the best term.
 *
 * What tells most is looked up first. Once the rest of the question is too little to make a hit of a document that has
 * nothing yet, common words are only added to documents at hand, so their long lists cost little.
 */
export function scoreDocuments(index: SearchIndex, plan: QueryPlan): number[] {
  const question = nextStamp(index.scratch)
  const matched: number[] = []
  let rest = plan.mass
  for (const concept of [...plan.concepts].sort((a, b) => b.mass - a.mass)) {
    scoreConcept(index, concept, { planMass: plan.mass, question, opens: rest >= plan.mass * weights.leastCover, matched })
    rest -= concept.mass
  }
  for (const pairs of plan.borders) scoreBorder(index, pairs, plan.mass, question)
  return matched
}

type Run = {
  readonly planMass: number
  readonly question: number
  /** Whether documents that have nothing yet may still become hits. */
  readonly opens: boolean
  readonly matched: number[]
}

function scoreConcept(index: SearchIndex, { readings, mass }: Concept, run: Run): void {
  const { scratch } = index
  const concept = nextStamp(scratch)
  for (const reading of readings) {
    const share = (reading.trust * mass) / (reading.wholeMass * run.planMass)
    const least = reading.slots.length > 1 ? reading.wholeMass * weights.leastReading : 0
    for (const document of scoreReading(index, reading)) {
      if ((scratch.readingCover[document] ?? 0) < least) continue
      if (scratch.questionStamp[document] !== run.question && !begin(scratch, document, run)) continue
      if (scratch.conceptStamp[document] !== concept) {
        scratch.conceptStamp[document] = concept
        scratch.conceptScore[document] = 0
        scratch.conceptCover[document] = 0
      }
      raise(scratch.conceptScore, scratch.score, document, (scratch.readingScore[document] ?? 0) * share)
      raise(scratch.conceptCover, scratch.cover, document, (scratch.readingCover[document] ?? 0) * share)
    }
  }
}

function begin(scratch: Scratch, document: number, { question, opens, matched }: Run): boolean {
  if (!opens) return false
  scratch.questionStamp[document] = question
  scratch.score[document] = 0
  scratch.cover[document] = 0
  matched.push(document)
  return true
}

/** A syllable that is mentioned at the margin only is not had in full. */
function had(held: number): number {
  return held >= weights.heldFully ? 1 : held / weights.heldFully
}

/** Lifts a best value, and the sum that it is part of by as much. */
function raise(best: Float64Array, total: Float64Array, document: number, value: number): void {
  const before = best[document] ?? 0
  if (value <= before) return
  best[document] = value
  total[document] = (total[document] ?? 0) + value - before
}

function scoreReading({ terms, pairs, scratch }: SearchIndex, reading: Reading): number[] {
  const stamp = nextStamp(scratch)
  const touched: number[] = []
  let rest = reading.wholeMass
  for (const slot of reading.slots.length > 1 ? byMass(reading.slots) : reading.slots) {
    const opens = rest >= reading.wholeMass * weights.leastReading ? touched : undefined
    if (slot.terms.length === 1) scoreTerm(terms, scratch, slot, stamp, opens)
    else scoreTerms(terms, scratch, slot, stamp, opens)
    rest -= slot.mass
  }
  for (const { row, mass } of reading.pairs) scorePair(pairs.postings, scratch, { row, mass }, stamp)
  return touched
}

function byMass(slots: readonly Slot[]): Slot[] {
  return [...slots].sort((a, b) => b.mass - a.mass)
}

function open(scratch: Scratch, document: number, reading: number, touched: number[]): void {
  scratch.readingStamp[document] = reading
  scratch.readingScore[document] = 0
  scratch.readingCover[document] = 0
  touched.push(document)
}

function scoreTerm(postings: Postings, scratch: Scratch, { terms, mass }: Slot, reading: number, opens?: number[]): void {
  const { id = 0, weight = 0 } = terms[0] ?? {}
  const value = mass * weight
  const end = postings.offsets[id + 1] ?? 0
  for (let at = postings.offsets[id] ?? 0; at < end; at += 1) {
    const document = postings.documents[at] ?? 0
    if (scratch.readingStamp[document] !== reading) {
      if (!opens) continue
      open(scratch, document, reading, opens)
    }
    const held = postings.weights[at] ?? 0
    scratch.readingScore[document] = (scratch.readingScore[document] ?? 0) + value * held
    scratch.readingCover[document] = (scratch.readingCover[document] ?? 0) + value * had(held)
  }
}

/** Several written syllables for the one that was typed: of each document the best counts. */
function scoreTerms(postings: Postings, scratch: Scratch, { terms, mass }: Slot, reading: number, opens?: number[]): void {
  const slot = nextStamp(scratch)
  for (const { id, weight } of terms) {
    const value = mass * weight
    const end = postings.offsets[id + 1] ?? 0
    for (let at = postings.offsets[id] ?? 0; at < end; at += 1) {
      const document = postings.documents[at] ?? 0
      if (scratch.readingStamp[document] !== reading) {
        if (!opens) continue
        open(scratch, document, reading, opens)
      }
      if (scratch.slotStamp[document] !== slot) beginSlot(scratch, document, slot)
      const held = postings.weights[at] ?? 0
      raise(scratch.slotScore, scratch.readingScore, document, value * held)
      raise(scratch.slotCover, scratch.readingCover, document, value * had(held))
    }
  }
}

function beginSlot(scratch: Scratch, document: number, slot: number): void {
  scratch.slotStamp[document] = slot
  scratch.slotScore[document] = 0
  scratch.slotCover[document] = 0
}

function scorePair(postings: Postings, scratch: Scratch, { row, mass }: PairSlot, reading: number): void {
  const end = postings.offsets[row + 1] ?? 0
  for (let at = postings.offsets[row] ?? 0; at < end; at += 1) {
    const document = postings.documents[at] ?? 0
    if (scratch.readingStamp[document] !== reading) continue
    const held = postings.weights[at] ?? 0
    scratch.readingScore[document] = (scratch.readingScore[document] ?? 0) + mass * held
    scratch.readingCover[document] = (scratch.readingCover[document] ?? 0) + mass * had(held)
  }
}

function scoreBorder({ scratch, pairs }: SearchIndex, options: readonly PairSlot[], planMass: number, question: number): void {
  const { postings } = pairs
  const border = nextStamp(scratch)
  for (const { row, mass } of options) {
    const share = mass / planMass
    const end = postings.offsets[row + 1] ?? 0
    for (let at = postings.offsets[row] ?? 0; at < end; at += 1) {
      const document = postings.documents[at] ?? 0
      if (scratch.questionStamp[document] !== question) continue
      if (scratch.slotStamp[document] !== border) beginSlot(scratch, document, border)
      const held = postings.weights[at] ?? 0
      raise(scratch.slotScore, scratch.score, document, share * held)
      raise(scratch.slotCover, scratch.cover, document, share * had(held))
    }
  }
}
