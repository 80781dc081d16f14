import type { SearchHit } from './document.ts'
import type { SearchIndex } from './index-build.ts'
import { type LabelMatch, matchLabels } from './label-match.ts'
import { LABEL_KINDS } from './labels.ts'
import { topCandidates } from './order.ts'
import type { QueryPlan, Reading } from './plan.ts'
import { leastCover, scoreDocuments } from './score.ts'
import { weights } from './weights.ts'

/** Documents that fit a question, before filters. `cover` is how much of it the best of them has. */
export type Fitting = { readonly documents: readonly number[]; readonly nearest: readonly number[] }

export type Ranking = {
  readonly scoreOf: (document: number) => number
  readonly why: (document: number) => SearchHit['why']
  /** The best document with the readings by which it was found, one for each concept. */
  readonly best: { readonly document: number; readonly readings: readonly Reading[] } | undefined
}

/** Best documents that are compared with the question label by label. */
const LOOKED_AT_CLOSELY = 60
const NEAREST = 5
const HIGHEST_FIRST_LOOK = 1.3
const SCORE_STEPS = 1e6

/**
 * What a question finds: documents that have a fair part of what the best one has of it. Internal procedures are left
 * out. `nearest` are the few that come closest when nothing has enough.
 */
export function fittingDocuments(index: SearchIndex, plan: QueryPlan): Fitting {
  const { cover } = index.scratch
  const matched = scoreDocuments(index, plan).filter((document) => index.isInternal[document] !== 1)
  const least = leastCover(index.scratch, matched)
  const best = matched.reduce((most, document) => Math.max(most, cover[document] ?? 0), 0)
  const fair = best < leastOfBest(plan) ? [] : matched.filter((document) => (cover[document] ?? 0) >= least)
  const documents =
    plan.quoted.length === 0 ? fair : fair.filter((document) => holdsAll(index, document, plan.quoted))
  return {
    documents,
    nearest: documents.length > 0 ? [] : topOf(matched, (document) => firstLook(index, document), NEAREST),
  }
}

/** A long question tells a story, and no name has all of it. */
function leastOfBest({ concepts }: QueryPlan): number {
  return weights.leastOfBest / Math.sqrt(Math.max(1, concepts.length / weights.fewConcepts))
}

function topOf(documents: readonly number[], scoreOf: (document: number) => number, count: number): number[] {
  const top = topCandidates(documents, scoreOf, { count, highest: HIGHEST_FIRST_LOOK })
  return [...top].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, count)
}

function firstLook({ scratch, priors }: SearchIndex, document: number): number {
  const cover = scratch.cover[document] ?? 0
  const share = 1 - weights.coverMatters + weights.coverMatters * cover * cover
  return (scratch.score[document] ?? 0) * share * (1 + weights.rankFirstLook * (priors[document] ?? 0))
}

/** Scores documents: all by the first look, the best of them also by how near the question comes to one of their labels. */
export function rankDocuments(index: SearchIndex, plan: QueryPlan, documents: readonly number[]): Ranking {
  const { look: looks } = index.scratch
  for (const document of documents) looks[document] = firstLook(index, document)
  const look = (document: number) => looks[document] ?? 0
  const closely = topCandidates(documents, look, { count: LOOKED_AT_CLOSELY, highest: HIGHEST_FIRST_LOOK })
  const matches = new Map<number, LabelMatch>()
  const scores = new Map<number, number>()
  const matcher = matchLabels(index, plan)
  for (const document of closely) {
    const match = matcher.best(document)
    const rank = 1 + weights.rankCloseLook * (index.priors[document] ?? 0)
    matches.set(document, match)
    scores.set(document, look(document) + weights.closeLook * match.worth * rank)
  }
  const first = [...closely].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b)[0]
  const label = first === undefined ? undefined : matches.get(first)?.label
  const readings = label === undefined ? [] : matcher.wordings(label)
  matcher.done()
  return {
    scoreOf: (document) => Math.round((scores.get(document) ?? look(document)) * SCORE_STEPS) / SCORE_STEPS,
    why: (document) => whyOf(index, matches.get(document)),
    best: first === undefined ? undefined : { document: first, readings },
  }
}

function whyOf({ labels }: SearchIndex, match: LabelMatch | undefined): SearchHit['why'] {
  if (!match || match.worth === 0) return { matched: 'text' }
  const matched = LABEL_KINDS[labels.kinds[match.label] ?? 0] ?? 'name'
  const text = labels.texts[match.label]
  return matched === 'name' || text === undefined ? { matched } : { matched, text }
}

/** Whether one of the document's labels has the phrase as it stands, whatever its accents. */
function holdsAll(
  { labels, vocabulary }: SearchIndex,
  document: number,
  phrases: readonly (readonly number[])[],
): boolean {
  const from = labels.ofDocument[document] ?? 0
  const to = labels.ofDocument[document + 1] ?? 0
  const wordings = Array.from({ length: to - from }, (_, at) => {
    const terms = labels.terms.subarray(labels.offsets[from + at] ?? 0, labels.offsets[from + at + 1] ?? 0)
    return Array.from(terms, (term) => vocabulary.foldedOf[term] ?? -1)
  })
  return phrases.every((phrase) =>
    wordings.some((ids) => ids.some((_, at) => phrase.every((id, step) => ids[at + step] === id))),
  )
}
