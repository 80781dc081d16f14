import type { MatchedIn } from './document.ts'

/** Kinds of labels, the strongest first; the number is stored. */
export const LABEL_KINDS = [
  'name',
  'alsoCalled',
  'formerName',
  'keyword',
] as const satisfies readonly MatchedIn[]
export type LabelKind = (typeof LABEL_KINDS)[number]

export type LabelDraft = {
  readonly kind: LabelKind
  readonly text: string
  readonly terms: readonly number[]
}

/**
 * Labels are what a procedure goes by: its name, everyday names, former names and keywords. They are few and short, so
 * the best candidates are compared with them syllable by syllable. The labels of document `d` are numbered from
 * `ofDocument[d]` to `ofDocument[d + 1]`, the exact ids of label `l` lie in `terms` from `offsets[l]` to `offsets[l + 1]`.
 */
export type Labels = {
  readonly ofDocument: Uint32Array
  readonly documents: Uint32Array
  readonly offsets: Uint32Array
  readonly terms: Uint32Array
  readonly kinds: Uint8Array
  readonly texts: readonly string[]
}

export function settleLabels(byDocument: readonly (readonly LabelDraft[])[]): Labels {
  const drafts = byDocument.flat()
  const ofDocument = new Uint32Array(byDocument.length + 1)
  const documents = new Uint32Array(drafts.length)
  const offsets = new Uint32Array(drafts.length + 1)
  for (const [document, labels] of byDocument.entries()) {
    const start = ofDocument[document] ?? 0
    ofDocument[document + 1] = start + labels.length
    documents.fill(document, start, start + labels.length)
  }
  for (const [label, { terms }] of drafts.entries()) offsets[label + 1] = (offsets[label] ?? 0) + terms.length
  return {
    ofDocument,
    documents,
    offsets,
    terms: Uint32Array.from(drafts.flatMap(({ terms }) => terms)),
    kinds: Uint8Array.from(drafts, ({ kind }) => LABEL_KINDS.indexOf(kind)),
    texts: drafts.map(({ text }) => text),
  }
}
