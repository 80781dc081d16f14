import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { foldAccents } from '#kernel/vietnamese'
import { buildIndex, search } from '../../modules/catalogue/search/engine.ts'
import { startTestServer } from '../../test/support/postgres.ts'
import { readCatalogue, readSynonyms } from './corpus.ts'

/**
 * What PostgreSQL itself would make of the same questions: full-text search and trigrams on the same documents, both
 * without accents, beside the index in memory and a select by primary key. The reason why the index exists.
 */
type Labelled = { readonly q: string; readonly expected: readonly string[]; readonly set: string }
type Way = { readonly name: string; readonly ask: (question: string) => Promise<readonly string[]> }

const queries: readonly Labelled[] = JSON.parse(
  readFileSync(new URL('queries.json', import.meta.url), 'utf8'),
)
const catalogue = readCatalogue()
const index = buildIndex(catalogue, readSynonyms())
const server = await startTestServer()
const client = new Client({ connectionString: server.urlOf('postgres') })
await client.connect()
await load()

const VECTOR = `
  select code
  from procedure, to_tsquery('simple', $1) question
  where words @@ question
  order by ts_rank_cd(words, question, 1) desc, rank desc, code
  limit 10`
const TRIGRAMS = `
  select code
  from procedure
  where $1 <% names
  order by word_similarity($1, names) desc, rank desc, code
  limit 10`
const BY_KEY = 'select code from procedure where code = $1'

const wordsOf = (question: string) => foldAccents(question).match(/[a-z0-9]+/g) ?? []
const codes = async (name: string, text: string, value: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ code: string }>({ name, text, values: [value] })
  return rows.map(({ code }) => code)
}
const ways: readonly Way[] = [
  {
    name: 'index in memory',
    ask: async (question) => search(index, question, { limit: 10 }).hits.map(({ code }) => code),
  },
  { name: 'full text, any word', ask: (question) => codes('words', VECTOR, wordsOf(question).join(' | ')) },
  { name: 'full text, all words', ask: (question) => codes('words', VECTOR, wordsOf(question).join(' & ')) },
  { name: 'trigrams', ask: (question) => codes('trigrams', TRIGRAMS, foldAccents(question)) },
]

try {
  const keyMs = await spent({ name: 'key', ask: () => codes('key', BY_KEY, '1.001193') })
  console.log(`select by primary key: ${(keyMs * 1000).toFixed(0)} µs\n`)
  for (const way of ways) {
    const places: number[] = []
    for (const { q, expected } of queries)
      places.push((await way.ask(q)).findIndex((code) => expected.includes(code)))
    const share = (most: number) =>
      (places.filter((place) => place >= 0 && place < most).length / places.length).toFixed(3)
    const ms = await spent(way)
    console.log(
      `${way.name.padEnd(22)} recall@1 ${share(1)}  recall@5 ${share(5)}  ${(ms * 1000).toFixed(0).padStart(6)} µs  ${(ms / keyMs).toFixed(1)} × a select by key`,
    )
  }
} finally {
  await client.end()
  await server.stop()
}

/** Mean over the questions of the best of three times: other work on the machine lengthens times, never shortens them. */
async function spent({ ask }: Way): Promise<number> {
  let total = 0
  for (const { q } of queries) {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 4; round += 1) {
      const start = performance.now()
      await ask(q)
      best = Math.min(best, performance.now() - start)
    }
    total += best
  }
  return total / queries.length
}

async function load(): Promise<void> {
  await client.query('create extension if not exists pg_trgm')
  await client.query(
    'create temporary table procedure (code text primary key, names text, words tsvector, rank int)',
  )
  const rows = catalogue
    .filter(({ isInternal }) => !isInternal)
    .map(({ code, name, alsoCalled, formerNames, keywords, field, results, summary, rank }) => ({
      code,
      names: foldAccents([name, ...alsoCalled].join(' ; ')),
      rest: foldAccents([...formerNames, ...keywords, field, ...results, summary ?? ''].join(' ; ')),
      rank,
    }))
  await client.query(
    `insert into procedure
     select code, names, setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('simple', rest), 'C'), rank
     from json_to_recordset($1) as row (code text, names text, rest text, rank int)`,
    [JSON.stringify(rows)],
  )
  await client.query('create index on procedure using gin (words)')
  await client.query('create index on procedure using gin (names gin_trgm_ops)')
  await client.query('analyze procedure')
}
