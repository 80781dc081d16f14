import type { SearchIndex } from './index-build.ts'
import type { Concept, PairSlot, QueryPlan, Reading, Slot } from './plan.ts'
import { heldOf, type Postings, spread } from './postings.ts'
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
    const opens = rest >= plan.mass * leastCover(index.scratch, matched)
    scoreConcept(index, concept, { planMass: plan.mass, question, opens, matched })
    rest -= concept.mass
  }
  for (const pairs of plan.borders) scoreBorder(index, pairs, plan.mass, question)
  return matched
}

/** How much of the question a hit must have, as far as is known: the best of the documents only gets better. */
export function leastCover({ cover }: Scratch, documents: readonly number[]): number {
  let best = 0
  for (const document of documents) best = Math.max(best, cover[document] ?? 0)
  return Math.max(weights.leastCover, best * weights.coverOfBest)
}

/** Looking a document up in a list costs as much as walking so many entries of it. */
const FEW = 12

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
function raise(best: Float32Array, total: Float32Array, document: number, value: number): void {
  const before = best[document] ?? 0
  if (value <= before) return
  best[document] = value
  total[document] = (total[document] ?? 0) + value - before
}

/**
 * The documents that have some of a reading. Of a phrase a document must have two syllables side by side: scattered ones
 * make no word, and the lists of pairs are short.
 */
function scoreReading({ terms, pairs, scratch }: SearchIndex, { slots, pairs: rows }: Reading): number[] {
  const course = { stamp: nextStamp(scratch), touched: [], opens: true }
  for (const { row, mass } of rows) scoreList(pairs.postings, scratch, { key: row, value: mass }, course)
  const rest = { ...course, opens: rows.length === 0 }
  for (const slot of slots) {
    const [term] = slot.terms
    if (slot.terms.length > 1) scoreTerms(terms, scratch, slot, rest)
    else if (term) scoreList(terms, scratch, { key: term.id, value: slot.mass * term.weight }, rest)
  }
  return course.touched
}

/** A reading under way: the documents that have some of it, and whether others may still join them. */
type Course = { readonly stamp: number; readonly touched: number[]; readonly opens: boolean }

type List = { readonly key: number; readonly value: number }

function open(scratch: Scratch, document: number, { stamp, touched }: Course): void {
  scratch.readingStamp[document] = stamp
  scratch.readingScore[document] = 0
  scratch.readingCover[document] = 0
  touched.push(document)
}

function scoreList(postings: Postings, scratch: Scratch, { key, value }: List, course: Course): void {
  const { stamp, touched, opens } = course
  if (!opens && touched.length * FEW < spread(postings, key)) {
    for (const document of touched) {
      const held = heldOf(postings, key, document)
      if (held > 0) give(scratch, document, value, held)
    }
    return
  }
  const { documents, weights: held, offsets } = postings
  const { readingStamp } = scratch
  const end = offsets[key + 1] ?? 0
  for (let at = offsets[key] ?? 0; at < end; at += 1) {
    const document = documents[at] ?? 0
    if (readingStamp[document] !== stamp) {
      if (!opens) continue
      open(scratch, document, course)
    }
    give(scratch, document, value, held[at] ?? 0)
  }
}

function give({ readingScore, readingCover }: Scratch, document: number, value: number, held: number): void {
  readingScore[document] = (readingScore[document] ?? 0) + value * held
  readingCover[document] = (readingCover[document] ?? 0) + value * had(held)
}

/** Several written syllables for the one that was typed: of each document the best counts. */
function scoreTerms(postings: Postings, scratch: Scratch, { terms, mass }: Slot, course: Course): void {
  const slot = nextStamp(scratch)
  for (const { id, weight } of terms) {
    const value = mass * weight
    const end = postings.offsets[id + 1] ?? 0
    for (let at = postings.offsets[id] ?? 0; at < end; at += 1) {
      const document = postings.documents[at] ?? 0
      if (scratch.readingStamp[document] !== course.stamp) {
        if (!course.opens) continue
        open(scratch, document, course)
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

function scoreBorder(
  { scratch, pairs }: SearchIndex,
  options: readonly PairSlot[],
  planMass: number,
  question: number,
): void {
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
