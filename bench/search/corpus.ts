import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SearchDocument, Synonyms } from '../../modules/catalogue/search/document.ts'

/** The parts of a line of the procedures file that the search reads. */
type Line = {
  readonly code: string
  readonly name: string
  readonly field?: string | null
  readonly levels?: readonly string[] | null
  readonly owner_code?: string | null
  readonly owner_name?: string | null
  readonly executing_agencies?: readonly string[] | null
  readonly subjects?: readonly string[] | null
  readonly keywords?: string | null
  readonly methods?: readonly { readonly channel: string }[] | null
  readonly dossier?: readonly { readonly items?: readonly { readonly name: string }[] }[] | null
  readonly results?: readonly { readonly name: string }[] | null
}

type Seeded = {
  readonly code: string
  readonly alsoCalled?: readonly string[]
  readonly rank?: number
  readonly content: {
    readonly name: string
    readonly summary?: string
    readonly field: { readonly name: string }
    readonly levels: readonly string[]
    readonly owner: { readonly code?: string; readonly name: string }
    readonly subjects: readonly { readonly name: string }[]
    readonly onlineLevel: string
    readonly executingAgencies: readonly { readonly name: string }[]
    readonly cases: readonly { readonly components: readonly { readonly name: string }[] }[]
    readonly results: readonly { readonly name: string }[]
    readonly keywords: readonly string[]
    readonly isInternal: boolean
  }
}

const root = new URL('../../', import.meta.url)
const LINES = new URL('../shared/data/procedures.jsonl.gz', root)
const RENAMED = new URL('../shared/data/names/name_variants_2025_vs_2026.csv', root)
const SEED = new URL('db/seed/procedures/', root)
const SYNONYMS = process.env['SEARCH_SYNONYMS'] ?? new URL('db/seed/synonyms.json', root)

/** The procedures of the public data set and of the project's own seed, merged by code. */
export function readCatalogue(): SearchDocument[] {
  const former = formerNames()
  const documents = new Map<string, SearchDocument>()
  if (existsSync(LINES)) {
    for (const line of gunzipSync(readFileSync(LINES)).toString('utf8').split('\n')) {
      if (line.trim() === '') continue
      const document = ofLine(JSON.parse(line), former)
      documents.set(document.code, document)
    }
  }
  for (const seeded of readSeed()) documents.set(seeded.code, merged(documents.get(seeded.code), ofSeed(seeded)))
  return [...documents.values()]
}

export function readSynonyms(): Synonyms {
  return existsSync(SYNONYMS) ? JSON.parse(readFileSync(SYNONYMS, 'utf8')) : { groups: [], abbreviations: {} }
}

function readSeed(): Seeded[] {
  if (!existsSync(SEED)) return []
  return readdirSync(SEED)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, SEED), 'utf8')))
}

function ofLine(line: Line, former: ReadonlyMap<string, string>): SearchDocument {
  const formerName = former.get(line.code)
  return {
    code: line.code,
    name: line.name,
    alsoCalled: [],
    formerNames: formerName ? [formerName] : [],
    keywords: (line.keywords ?? '').split(/[;\n]/).filter((word) => word.trim() !== ''),
    field: line.field ?? '',
    ownerName: line.owner_name ?? '',
    agencies: line.executing_agencies ?? [],
    papers: (line.dossier ?? []).flatMap(({ items = [] }) => items.map(({ name }) => name)).slice(0, 12),
    results: (line.results ?? []).map(({ name }) => name),
    fieldSlug: line.field ?? '',
    ownerCode: line.owner_code ?? '',
    levels: line.levels ?? [],
    subjects: line.subjects ?? [],
    onlineLevel: (line.methods ?? []).some(({ channel }) => channel === 'ONLINE') ? 'partial' : 'information',
    lifeEvents: [],
    isInternal: /^[56]/.test(line.code),
    rank: 0,
  }
}

function ofSeed({ code, alsoCalled = [], rank = 0, content }: Seeded): SearchDocument {
  return {
    code,
    name: content.name,
    alsoCalled,
    formerNames: [],
    keywords: content.keywords,
    field: content.field.name,
    ownerName: content.owner.name,
    agencies: content.executingAgencies.map(({ name }) => name),
    papers: content.cases.flatMap(({ components }) => components.map(({ name }) => name)).slice(0, 12),
    results: content.results.map(({ name }) => name),
    ...(content.summary ? { summary: content.summary } : {}),
    fieldSlug: content.field.name,
    ownerCode: content.owner.code ?? '',
    levels: content.levels,
    subjects: content.subjects.map(({ name }) => name),
    onlineLevel: content.onlineLevel,
    lifeEvents: [],
    isInternal: content.isInternal,
    rank,
  }
}

/** The public record stays; everyday names and rank come from the seed. */
function merged(line: SearchDocument | undefined, seeded: SearchDocument): SearchDocument {
  if (!line) return seeded
  const { alsoCalled, rank, summary } = seeded
  return { ...line, alsoCalled, rank, ...(summary ? { summary } : {}) }
}

function formerNames(): Map<string, string> {
  if (!existsSync(RENAMED)) return new Map()
  const rows = readFileSync(RENAMED, 'utf8').split('\n').slice(1)
  return new Map(
    rows.flatMap((row) => {
      const [, code, quoted, plain] = /^([\d.]+),(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(row) ?? []
      return code ? [[code, (quoted ?? plain ?? '').replaceAll('""', '"')] as const] : []
    }),
  )
}
