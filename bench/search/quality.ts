import { readFileSync } from 'node:fs'
import { foldAccents } from '#kernel/vietnamese'
import { buildIndex, type SearchIndex, search } from '../../modules/catalogue/search/engine.ts'
import { readCatalogue, readSynonyms } from './corpus.ts'

/**
 * How well the search finds what people mean. `queries.json` holds labelled questions: `tuning` was looked at while the
 * engine and its words were made, `held-out` was written afterwards and only measured.
 */
type Labelled = { readonly q: string; readonly expected: readonly string[]; readonly kind: string; readonly set: string }

type Outcome = Labelled & { readonly place: number; readonly first: string }

type Figures = { readonly count: number; readonly recall1: number; readonly recall5: number; readonly mrr: number }

const LOOKED_AT = 10

const queries: readonly Labelled[] = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'))
const catalogue = readCatalogue()
const index = buildIndex(catalogue, readSynonyms())
console.log(`${catalogue.length} procedures, ${queries.length} questions\n`)

for (const set of ['tuning', 'held-out']) {
  const asked = queries.filter((query) => query.set === set)
  if (asked.length === 0) continue
  const withAccents = asked.map((query) => ask(index, query, query.q))
  const without = asked.map((query) => ask(index, query, foldAccents(query.q)))
  console.log(`${set}: ${asked.length} questions`)
  console.log(line('  with accents', figures(withAccents)))
  console.log(line('  without', figures(without)))
  for (const kind of new Set(asked.map((query) => query.kind))) {
    console.log(line(`    ${kind}`, figures(withAccents.filter((outcome) => outcome.kind === kind))))
  }
  report('not first, with accents', withAccents)
  report('worse without accents', without.filter(({ place }, at) => (withAccents[at]?.place ?? 0) < place))
  console.log()
}

function ask(searched: SearchIndex, query: Labelled, asTyped: string): Outcome {
  const { hits } = search(searched, asTyped, { limit: LOOKED_AT })
  const found = hits.findIndex(({ code }) => query.expected.includes(code))
  return { ...query, place: found < 0 ? Number.POSITIVE_INFINITY : found + 1, first: hits[0]?.code ?? 'nothing' }
}

function figures(outcomes: readonly Outcome[]): Figures {
  const share = (worth: (place: number) => number) =>
    outcomes.reduce((total, { place }) => total + worth(place), 0) / Math.max(1, outcomes.length)
  return {
    count: outcomes.length,
    recall1: share((place) => (place === 1 ? 1 : 0)),
    recall5: share((place) => (place <= 5 ? 1 : 0)),
    mrr: share((place) => 1 / place),
  }
}

function line(name: string, { count, recall1, recall5, mrr }: Figures): string {
  const parts = [`recall@1 ${recall1.toFixed(3)}`, `recall@5 ${recall5.toFixed(3)}`, `MRR ${mrr.toFixed(3)}`]
  return `${name.padEnd(20)} ${String(count).padStart(4)}  ${parts.join('  ')}`
}

function report(title: string, outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ place }) => place > 1)
  if (failed.length === 0) return
  console.log(`  ${title}:`)
  for (const { q, place, first, expected } of failed) {
    const name = catalogue.find(({ code }) => code === first)?.name.slice(0, 60) ?? ''
    console.log(`    ${String(place).padStart(8)}  ${q}  (wanted ${expected[0]}, first was ${first} ${name})`)
  }
}
