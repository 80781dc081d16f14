import { readdirSync, readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { procedureCode } from '#kernel/procedure-code'
import { wherePresent } from '../../test/support/where-present.ts'
import { recordsFrom } from './import/read-record.ts'
import type { LifeEventPage } from './queries/life-events.ts'
import type { ProcedureRecord } from './revision.ts'
import type { Synonyms } from './search/document.ts'
import { thesaurusFrom } from './thesaurus.ts'

const SEED = new URL('../../db/seed/', import.meta.url)
/** The published records that the facts come from lie beside the project, not in it. */
const PUBLISHED = new URL('../../../shared/data/', import.meta.url)
const RECORDS = new URL('procedures.jsonl.gz', PUBLISHED)

/** Named by the national portal in 2026, but absent from the published records at hand. */
const ONLY_ON_THE_PORTAL = (
  '1.001022 1.001266 1.001699 1.004884 1.010038 1.010833 1.014027 1.014028 1.014062 1.014064 ' +
  '1.014171 1.014199 1.014748 2.002854 3.000182'
).split(' ')
const MOST_BYTES = 150_000
/** A run of the source as long as this is a copied sentence and not a fact. */
const COPIED = 60

type SeedPath = LifeEventPage['paths'][number] & { readonly beyondSeed?: readonly string[] }
type PublishedRecord = { readonly code: string; readonly name: string } & { readonly [key: string]: unknown }

const files = readdirSync(new URL('procedures/', SEED)).sort()
const records = files.flatMap((file) => read<unknown[]>(`procedures/${file}`).flatMap(recordsFrom))
const seeded = new Map(records.map((record) => [record.code, record]))
const events = read<readonly LifeEventPage[]>('life-events.json')
const synonyms: Synonyms = thesaurusFrom(read('synonyms.json'))

describe('the procedures', () => {
  test('are some sixty in several files of a readable size', () => {
    expect(records.length).toBeGreaterThanOrEqual(56)
    expect(records.length).toBeLessThanOrEqual(72)
    for (const file of files)
      expect(statSync(new URL(`procedures/${file}`, SEED)).size, file).toBeLessThan(MOST_BYTES)
  })

  test('have each a national code of their own', () => {
    expect(seeded.size).toBe(records.length)
    for (const { code } of records) expect(procedureCode(code)).toMatch(/^[123]/)
  })

  test.each(records)(
    '$code can be understood and found',
    ({ decision, content, alsoCalled = [], rank = 0 }) => {
      expect(decision.number ?? 'none', 'decision').toMatch(/^(none|\d+\/QĐ-\p{Lu}[\p{Lu}\d-]*)$/u)
      expect(content.summary?.length ?? 0, 'summary').toBeGreaterThan(40)
      expect(content.steps.length, 'steps').toBeGreaterThanOrEqual(3)
      expect(content.steps.length, 'steps').toBeLessThanOrEqual(6)
      expect(content.results.length, 'results').toBeGreaterThan(0)
      expect(content.legalBases.length, 'legal bases').toBeGreaterThan(0)
      expect(content.cases.flatMap(({ components }) => components).length, 'papers').toBeGreaterThan(0)
      expect(alsoCalled.length, 'everyday names').toBeGreaterThanOrEqual(5)
      expect(alsoCalled.length, 'everyday names').toBeLessThanOrEqual(15)
      expect(new Set(alsoCalled.map(folded)).size, 'everyday names').toBe(alsoCalled.length)
      expect(rank).toBeGreaterThanOrEqual(1)
      expect(rank).toBeLessThanOrEqual(100)
    },
  )

  test.each(records)('$code offers a case its own name where there are several', ({ content: { cases } }) => {
    const names = cases.map(({ name }) => name)

    expect(new Set(names).size).toBe(cases.length)
    if (cases.length > 1) expect(names).not.toContain(undefined)
  })

  test('share no everyday name', () => {
    const names = records.flatMap(({ alsoCalled = [] }) => alsoCalled.map(folded))

    expect(repeated(names)).toEqual([])
  })

  test('are written in composed letters throughout', () => {
    for (const file of files) {
      const text = readFileSync(new URL(`procedures/${file}`, SEED), 'utf8')
      expect(text === text.normalize('NFC'), file).toBe(true)
    }
  })
})

describe('the life events', () => {
  const paths: readonly SeedPath[] = events.flatMap((event) => event.paths)

  test('are there for citizens and for businesses, in both languages', () => {
    expect(events.filter(({ audience }) => audience === 'citizen').length).toBeGreaterThanOrEqual(10)
    expect(events.filter(({ audience }) => audience === 'business').length).toBeGreaterThanOrEqual(6)
    expect(repeated(events.map(({ slug }) => slug))).toEqual([])
    for (const { name, summary } of [...events, ...paths.map(({ name }) => ({ name, summary: name }))]) {
      for (const text of [name.vi, name.en, summary.vi, summary.en]) expect(text).not.toBe('')
    }
  })

  test('have no path that the seed alone leaves empty', () => {
    expect(paths.filter(({ procedures }) => !procedures.some((code) => seeded.has(code)))).toEqual([])
  })

  test('mark the procedures that only a larger catalogue holds', () => {
    for (const { name, procedures, beyondSeed = [] } of paths) {
      expect([...beyondSeed].sort(), name.vi).toEqual(procedures.filter((code) => !seeded.has(code)).sort())
    }
  })

  test('lead to every procedure of the seed', () => {
    const reached = new Set(paths.flatMap(({ procedures }) => procedures))

    expect(records.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual([])
  })
})

describe('the thesaurus', () => {
  test('has at least ninety groups and sixty abbreviations', () => {
    expect(synonyms.groups.length).toBeGreaterThanOrEqual(90)
    expect(Object.keys(synonyms.abbreviations).length).toBeGreaterThanOrEqual(60)
  })

  test('gives a term to one group only', () => {
    expect(repeated(synonyms.groups.flatMap(({ terms }) => terms.map(folded)))).toEqual([])
  })

  test('explains an abbreviation once, with or without its accents', () => {
    const meanings = new Map<string, string>()
    for (const [short, long] of Object.entries(synonyms.abbreviations)) {
      expect(meanings.get(unmarked(short)) ?? long, short).toBe(long)
      meanings.set(unmarked(short), long)
    }
  })

  test('explains an abbreviation as its group does', () => {
    for (const [short, long] of Object.entries(synonyms.abbreviations)) {
      const group = synonyms.groups.find(({ terms }) => terms.map(folded).includes(folded(short)))
      if (group) expect(group.terms.map(folded), short).toContain(folded(long))
    }
  })
})

wherePresent(RECORDS, 'compared with the published records', () => {
  const published = new Map(readPublished('procedures.jsonl.gz').map((record) => [record.code, record]))
  const named = new Set([
    ...published.keys(),
    ...readPublished('procedures_partial_2025.jsonl.gz').map(({ code }) => code),
    ...(readFileSync(new URL('names/procedure_names_2025.csv', PUBLISHED), 'utf8').match(/^\d\.\d{6}/gm) ??
      []),
    ...ONLY_ON_THE_PORTAL,
  ])

  test('every code of a procedure, a relation and a life event is known', () => {
    const used = [
      ...seeded.keys(),
      ...records.flatMap(({ content: { related, linked } }) => [...related, ...linked]),
      ...events.flatMap(({ paths }) => paths.flatMap(({ procedures }) => procedures)),
    ]

    expect(used.filter((code) => !named.has(code))).toEqual([])
  })

  test.each(records.filter(({ code }) => published.has(code)))(
    '$code keeps its name and copies no sentence',
    (record) => {
      const source = published.get(record.code)

      expect(record.content.name).toBe(tidied(source?.name ?? ''))
      expect(copiedRuns(ownTexts(record), tidied(JSON.stringify(source)).toLowerCase())).toEqual([])
    },
  )
})

function read<Value>(path: string): Value {
  return JSON.parse(readFileSync(new URL(path, SEED), 'utf8')) as Value
}

function readPublished(path: string): PublishedRecord[] {
  const lines = gunzipSync(readFileSync(new URL(path, PUBLISHED)))
    .toString('utf8')
    .split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as PublishedRecord)
}

/** The sentences that must be our own: all but names, numbers and codes. */
function ownTexts({
  content: { summary = '', requirements = '', steps, methods },
}: ProcedureRecord): string[] {
  const times = methods.flatMap((method) => method.times)
  const notes = times.flatMap((time) => [time.note ?? '', ...time.fees.map(({ note = '' }) => note)])
  return [summary, requirements, ...steps.map(({ text }) => text), ...notes]
}

function copiedRuns(texts: readonly string[], source: string): string[] {
  return texts.map(folded).filter((text) => {
    const starts = Array.from({ length: Math.max(0, text.length - COPIED + 1) }, (_, at) => at)
    return starts.some((at) => source.includes(text.slice(at, at + COPIED)))
  })
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}

function folded(text: string): string {
  return tidied(text).toLowerCase()
}

function unmarked(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

function tidied(text: string): string {
  return text.normalize('NFC').replaceAll('\\n', ' ').replace(/\s+/gu, ' ').trim()
}
