import type { WeightedTerm } from './vocabulary.ts'

/** One syllable of a reading: the written syllables that satisfy it. `mass` is how much it tells. */
export type Slot = { readonly terms: readonly WeightedTerm[]; readonly mass: number; readonly folded: number }

export type PairSlot = { readonly row: number; readonly mass: number }

/** One way to say a concept. `text` is its wording; the typed one comes first in a concept. */
export type Reading = {
  readonly text: string
  readonly slots: readonly Slot[]
  readonly pairs: readonly PairSlot[]
  /** Mass of its slots, and of slots and pairs together. */
  readonly mass: number
  readonly wholeMass: number
  readonly trust: number
  readonly isTyped: boolean
  /** Whether it may be shown as what was understood; short forms and distant everyday words may not. */
  readonly isTelling: boolean
}

/** Something that was asked for, in one or several readings; the best of them counts. */
export type Concept = { readonly readings: readonly Reading[]; readonly mass: number }

/** What a question asks, ready to be scored. */
export type QueryPlan = {
  readonly concepts: readonly Concept[]
  /** Neighbours across concepts; for each border the possible pairs, of which the best counts. */
  readonly borders: readonly (readonly PairSlot[])[]
  /** Phrases in quotation marks, as folded ids: a hit must hold each of them. -1 for a syllable that nobody has. */
  readonly quoted: readonly (readonly number[])[]
  readonly conceptMass: number
  /** Concepts and borders together. */
  readonly mass: number
  readonly isMended: boolean
}
