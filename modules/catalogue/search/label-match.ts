import type { SearchIndex } from './index-build.ts'
import { LABEL_KINDS, type LabelKind } from './labels.ts'
import type { QueryPlan, Reading } from './plan.ts'
import { type SlotTable, slotTable } from './slot-table.ts'
import { weights } from './weights.ts'

/** How near the question comes to one label: 0 nothing in common, about 1 the same words in the same order. */
export type LabelMatch = { readonly label: number; readonly worth: number }

export type LabelMatcher = {
  /** The label of a document that the question comes nearest to. */
  readonly best: (document: number) => LabelMatch
  /** The reading of each concept that the label satisfies best. */
  readonly wordings: (label: number) => readonly Reading[]
  readonly done: () => void
}

/** What a label has of the question: its own mass, the part of it that was asked for, neighbours in the order asked. */
type Overlap = { readonly mass: number; readonly met: number; readonly neighbours: number }

const ALL_ASKED = 0.87
const ALL_OWN = 0.97

/** Prepares the comparison of one question with many labels. Call `done` when through. */
export function matchLabels(index: SearchIndex, plan: QueryPlan): LabelMatcher {
  const { labels } = index
  const table = slotTable(index.scratch, plan)
  const typedLength = plan.concepts.reduce(
    (total, { readings }) => total + (readings[0]?.slots.length ?? 0),
    0,
  )

  function best(document: number): LabelMatch {
    let match: LabelMatch = { label: labels.ofDocument[document] ?? 0, worth: 0 }
    const end = labels.ofDocument[document + 1] ?? 0
    for (let label = match.label; label < end; label += 1) {
      const overlap = readLabel(index, table, label)
      if (overlap.met === 0) continue
      const kind = LABEL_KINDS[labels.kinds[label] ?? 0] ?? 'name'
      // Most labels fall behind even if they had all of the question, which takes longer to find out.
      if (worthOf(kind, overlap, { asked: 1, typedLength }) <= match.worth) continue
      const worth = worthOf(kind, overlap, { asked: askedShare(plan, table), typedLength })
      if (worth > match.worth) match = { label, worth }
    }
    return match
  }

  function wordings(label: number): Reading[] {
    readLabel(index, table, label)
    let at = 0
    return plan.concepts.flatMap(({ readings }) => {
      const rated = readings.map((reading) => ({ reading, share: readingShare(reading, table, at++) }))
      const [nearest] = rated.sort((a, b) => b.share - a.share)
      return nearest ? [nearest.reading] : []
    })
  }

  return { best, wordings, done: table.clear }
}

/** Notes in the table which slots the label satisfies, and where. */
function readLabel({ labels, telling }: SearchIndex, table: SlotTable, label: number): Overlap {
  table.begin()
  let mass = 0
  let met = 0
  let neighbours = 0
  const end = labels.offsets[label + 1] ?? 0
  for (let at = labels.offsets[label] ?? 0; at < end; at += 1) {
    const term = labels.terms[at] ?? 0
    const own = telling[term] ?? 0
    mass += own
    const noted = table.note(term, at)
    met += own * noted.weight
    if (noted.isNext) neighbours += 1
  }
  return { mass, met, neighbours }
}

function readingShare(
  { slots, mass, trust }: Reading,
  { found, starts }: SlotTable,
  reading: number,
): number {
  const start = starts[reading] ?? 0
  let had = 0
  for (let at = 0; at < slots.length; at += 1) had += (slots[at]?.mass ?? 0) * (found[start + at] ?? 0)
  return mass > 0 ? (trust * had) / mass : 0
}

/** How much of the question the label has that was read last, 0 to 1. */
function askedShare({ concepts, conceptMass }: QueryPlan, table: SlotTable): number {
  let mass = 0
  let at = 0
  for (const concept of concepts) {
    let best = 0
    for (const reading of concept.readings) {
      best = Math.max(best, readingShare(reading, table, at))
      at += 1
    }
    mass += best * concept.mass
  }
  return mass / conceptMass
}

function worthOf(
  kind: LabelKind,
  { mass, met, neighbours }: Overlap,
  { asked, typedLength }: { asked: number; typedLength: number },
): number {
  const own = met / mass
  const order = typedLength > 1 ? Math.min(1, neighbours / (typedLength - 1)) : 1
  const same = kind !== 'keyword' && asked >= ALL_ASKED && own >= ALL_OWN ? weights.sameWords : 0
  const share = asked * asked * ownShare(kind, own) * (1 - weights.neighbours * (1 - order))
  return (kind === 'name' ? 1 : weights[kind]) * (share + same)
}

/** A name may say more than was asked; an everyday name that does is another thing. */
function ownShare(kind: LabelKind, own: number): number {
  return kind === 'alsoCalled' ? own ** weights.ownWordsCalled : 1 - weights.ownWords * (1 - own)
}
