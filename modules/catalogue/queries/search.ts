import { type Db, sql } from '#platform/db'
import type { LifeEvent, SearchDocument, Synonyms } from '../search/document.ts'

/** Longer names of papers say nothing more to a search. */
const MOST_CHARACTERS = 300
/** Few enough that each statement is short, whatever the size of the catalogue and the state of the machine. */
const BATCH = 1_000

type Row = Omit<SearchDocument, 'summary' | 'ownerCode' | 'lifeEvents'> & {
  readonly summary: string | null
  readonly ownerCode: string | null
}

/** Everything public that can be found, as the search wants it. Reads the whole catalogue: for building an index only. */
export async function readSearchDocuments(db: Db): Promise<SearchDocument[]> {
  const events = await lifeEventsByCode(db)
  const entries: SearchDocument[] = []
  for (let after = '', isMore = true; isMore; ) {
    const rows = await db.many<Row>(batch(after))
    for (const row of rows) entries.push(documentOf(row, events.get(row.code) ?? []))
    after = rows.at(-1)?.code ?? ''
    isMore = rows.length === BATCH
  }
  return entries
}

function documentOf({ summary, ownerCode, ...row }: Row, lifeEvents: readonly string[]): SearchDocument {
  return {
    ...row,
    agencies: distinct(row.agencies),
    papers: distinct(row.papers),
    results: distinct(row.results),
    ...(summary === null ? {} : { summary }),
    ownerCode: ownerCode ?? '',
    lifeEvents,
  }
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.slice(0, MOST_CHARACTERS)))]
}

/** The document is unpacked once for all that is taken from it: that is most of the time. */
function batch(after: string) {
  return sql`
    select p.code, p.name, p.also_called, p.former_names, p.field_name as field, p.field_slug, p.owner_code,
           p.owner_name, p.levels, p.subjects, p.online_level, p.is_internal, p.rank,
           coalesce(unpacked.content ->> 'summary', p.summary) as summary,
           unpacked.content -> 'keywords' as keywords,
           jsonb_path_query_array(unpacked.content, '$.executingAgencies[*].name') as agencies,
           jsonb_path_query_array(unpacked.content, '$.cases[*].components[*].name') as papers,
           jsonb_path_query_array(unpacked.content, '$.results[*].name') as results
      from catalogue.procedure p
      join catalogue.revision r on r.procedure_code = p.code and r.number = p.revision_number
     cross join lateral (select r.content || '{}' as content offset 0) unpacked
     where p.status = 'public' and p.code > ${after}
     order by p.code
     limit ${BATCH}`
}

async function lifeEventsByCode(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.many<{ code: string; slugs: string[] }>(sql`
    select code #>> '{}' as code, array_agg(distinct slug order by slug) as slugs
      from catalogue.life_event,
           jsonb_path_query(paths, '$[*].procedures[*]') as code
     group by code
     order by code`)
  return new Map(rows.map(({ code, slugs }) => [code, slugs]))
}

export async function readSynonyms(db: Db): Promise<Synonyms> {
  const groups = await db.many<{ terms: string[]; kind: string }>(sql`
    select terms, kind
      from catalogue.synonym_group
     order by id`)
  const pairs = await db.many<{ short: string; long: string }>(sql`
    select short, long
      from catalogue.abbreviation
     order by short`)
  return { groups, abbreviations: Object.fromEntries(pairs.map(({ short, long }) => [short, long])) }
}

export async function readLifeEventNames(db: Db): Promise<(LifeEvent & { readonly nameEn: string })[]> {
  return db.many(sql`
    select slug, name_vi as name, name_en
      from catalogue.life_event
     order by position, slug`)
}

/** Names of all subjects (đối tượng thực hiện) that a revision in force is for. */
export async function readSubjectNames(db: Db): Promise<string[]> {
  const rows = await db.many<{ name: string }>(sql`
    select distinct subject ->> 'name' as name
      from catalogue.procedure p
      join catalogue.revision r on r.procedure_code = p.code and r.number = p.revision_number,
           jsonb_array_elements(r.content -> 'subjects') as subject
     order by name`)
  return rows.map(({ name }) => name)
}
