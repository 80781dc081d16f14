import { readFileSync } from 'node:fs'
import type { SearchDocument } from '../../modules/catalogue/search/document.ts'
import { buildIndex, type SearchIndex, search, suggest } from '../../modules/catalogue/search/engine.ts'
import { readCatalogue, readSynonyms } from './corpus.ts'

/**
 * How fast the search answers in the process that holds the index, on this catalogue and on one ten times its size.
 * Machines differ and are busy: the ratios of one run are what counts. The unit is a look-up in a `Map` of the codes
 * with the row copied as a page would, the least that an answer by key can cost.
 */
const questions: readonly string[] = JSON.parse(
  readFileSync(new URL('queries.json', import.meta.url), 'utf8'),
).map(({ q }: { readonly q: string }) => q)

const WARM_UP_ROUNDS = 5
const ROUNDS = 10
const COPIES = 10

const catalogue = readCatalogue()
const synonyms = readSynonyms()
const lookUpMs = lookUp(catalogue)
console.log(`look-up by code       ${micro(lookUpMs)}\n`)
const once = measure('catalogue', catalogue)
const tenfold = measure('ten times', enlarged(catalogue))
console.log(
  `ten times the catalogue: mean ${(tenfold.mean / once.mean).toFixed(1)} ×, p95 ${(tenfold.p95 / once.p95).toFixed(1)} ×`,
)

type Figures = { readonly mean: number; readonly p95: number }

function measure(name: string, documents: readonly SearchDocument[]): Figures {
  const memoryBefore = usedBytes()
  const start = process.cpuUsage()
  const index = buildIndex(documents, synonyms)
  const { user, system } = process.cpuUsage(start)
  const memory = usedBytes() - memoryBefore
  console.log(`${name}: ${documents.length} procedures`)
  console.log(
    `  build               ${((user + system) / 1000).toFixed(0)} ms of processor, ${(memory / 2 ** 20).toFixed(0)} MiB`,
  )
  const figures = times((question) => search(index, question))
  line('search', figures)
  line(
    'search, filtered',
    times((question) => search(index, question, { filters: { level: ['COMMUNE', 'commune'] } })),
  )
  line('suggest, each key', typing(index))
  console.log()
  return figures
}

function line(name: string, { mean, p95 }: Figures): void {
  console.log(
    `  ${name.padEnd(19)} mean ${micro(mean)}  p95 ${micro(p95)}  (${(mean / lookUpMs).toFixed(0)} look-ups)`,
  )
}

function micro(ms: number): string {
  return `${(ms * 1000).toFixed(ms < 0.01 ? 2 : 0)} µs`.padStart(9)
}

/** Each question by itself, so that a slow one is not lost in the mean; the best round counts, others met a busy machine. */
function times(answer: (question: string) => unknown): Figures {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const question of questions) answer(question)
  const best = questions.map((question) => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const start = performance.now()
      answer(question)
      return performance.now() - start
    })
    return Math.min(...rounds)
  })
  return figuresOf(best)
}

function typing(index: SearchIndex): Figures {
  const prefixes = questions.flatMap((question) =>
    Array.from({ length: question.length }, (_, at) => question.slice(0, at + 1)),
  )
  for (const prefix of prefixes) suggest(index, prefix)
  const spent = prefixes.map((prefix) => {
    const start = performance.now()
    suggest(index, prefix)
    return performance.now() - start
  })
  return figuresOf(spent)
}

function figuresOf(spent: readonly number[]): Figures {
  const sorted = [...spent].sort((a, b) => a - b)
  const mean = sorted.reduce((total, ms) => total + ms, 0) / sorted.length
  return { mean, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

function lookUp(documents: readonly SearchDocument[]): number {
  const byCode = new Map(documents.map((document) => [document.code, document]))
  const codes = [...byCode.keys()]
  let copied = 0
  const rounds = 50
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    for (const code of codes) copied += Object.keys({ ...byCode.get(code) }).length
  }
  const spent = performance.now() - start
  return copied > 0 ? spent / (rounds * codes.length) : spent
}

/** The same procedures again as local variants: other codes, the place in the name, no everyday names of their own. */
function enlarged(documents: readonly SearchDocument[]): SearchDocument[] {
  const places = [
    'An Giang',
    'Cà Mau',
    'Đắk Lắk',
    'Gia Lai',
    'Huế',
    'Lào Cai',
    'Nghệ An',
    'Quảng Ninh',
    'Tây Ninh',
  ]
  const variants = places.slice(0, COPIES - 1).flatMap((place, copy) =>
    documents.map((document, number) => ({
      ...document,
      code: `4.${String(copy * 100_000 + number).padStart(6, '0')}`,
      name: `${document.name} tại tỉnh ${place}`,
      alsoCalled: [],
      rank: 0,
    })),
  )
  return [...documents, ...variants]
}

function usedBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
