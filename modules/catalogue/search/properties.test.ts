import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACETS, type SearchDocument, type SearchFilters } from './document.ts'
import { buildIndex, type SearchIndex, search, suggest } from './engine.ts'
import { decodeTelex, decodeVni } from './telex.ts'
import { syllableOf, syllablesOf } from './terms.ts'

const WORDS =
  'đăng ký khai sinh kết hôn giấy phép lái xe thẻ căn cước hộ chiếu đất nhà ở tàu cá thuế cấp lại đổi gia hạn'.split(
    ' ',
  )
const QUESTION_WORDS = [
  ...WORDS,
  'dang',
  'ky',
  'khai',
  'giay',
  'phep',
  'gplx',
  'tôi',
  'muốn',
  'ở đâu',
  'sổ đỏ',
  'khaisinh',
  'ddaats',
  'xyz',
  '1.000',
]

const wordsFrom = (words: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((chosen) => chosen.join(' '))

const documents: fc.Arbitrary<readonly SearchDocument[]> = fc
  .array(
    fc.record({
      number: fc.integer({ min: 0, max: 999_999 }),
      isInternal: fc.boolean(),
      name: wordsFrom(WORDS, 9),
      alsoCalled: fc.array(wordsFrom(WORDS, 4), { maxLength: 3 }),
      levels: fc.subarray(['ministry', 'province', 'commune']),
      field: fc.constantFrom('ho-tich', 'dat-dai', 'giao-thong'),
      rank: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 60 },
  )
  .map((drafts) =>
    drafts.map(({ number, isInternal, name, alsoCalled, levels, field, rank }) => ({
      code: `${isInternal ? 5 : 1}.${String(number).padStart(6, '0')}`,
      name,
      alsoCalled,
      formerNames: [],
      keywords: [],
      field,
      ownerName: 'Bộ Tư pháp',
      agencies: ['Ủy ban nhân dân cấp xã'],
      papers: ['Tờ khai'],
      results: ['Giấy chứng nhận'],
      fieldSlug: field,
      ownerCode: 'G15',
      levels,
      subjects: ['cong-dan'],
      onlineLevel: 'full',
      lifeEvents: [],
      isInternal,
      rank,
    })),
  )

const SYNONYMS = {
  groups: [{ terms: ['giấy chứng nhận đất', 'sổ đỏ'], kind: 'everyday' }],
  abbreviations: { gplx: 'giấy phép lái xe' },
}
const indexes: fc.Arbitrary<SearchIndex> = documents.map((drafts) => buildIndex(drafts, SYNONYMS))
const questions = fc.oneof(
  wordsFrom(QUESTION_WORDS, 6),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant(''),
)
const filters: fc.Arbitrary<SearchFilters> = fc.record(
  {
    level: fc.constantFrom(['commune'], ['province', 'ministry'], ['moon']),
    field: fc.constantFrom(['ho-tich'], ['dat-dai']),
  },
  { requiredKeys: [] },
)
const codesOf = (index: SearchIndex, question: string, by: SearchFilters = {}) =>
  search(index, question, { filters: by, limit: 100 }).hits.map(({ code }) => code)

/** Each run builds an index. */
const RUNS = { numRuns: 40 }

describe('whatever is asked', () => {
  test('there is an answer, the same every time, as long as was asked for', () => {
    fc.assert(
      fc.property(indexes, questions, fc.integer({ min: -3, max: 200 }), (index, question, limit) => {
        const result = search(index, question, { limit })

        expect(search(index, question, { limit })).toEqual(result)
        expect(result.hits.length).toBeLessThanOrEqual(Math.min(Math.max(limit, 1), 100))
        expect(result.hits.length).toBeLessThanOrEqual(result.total)
        expect(suggest(index, question, limit)).toEqual(suggest(index, question, limit))
      }),
      RUNS,
    )
  })

  test('ten thousand characters of anything are answered', () => {
    fc.assert(
      fc.property(
        indexes,
        fc.string({ unit: 'binary', minLength: 10_000, maxLength: 10_400 }),
        (index, question) => {
          expect(search(index, question).total).toBeGreaterThanOrEqual(0)
          expect(suggest(index, question).length).toBeLessThanOrEqual(8)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('composed and decomposed accents ask the same', () => {
    fc.assert(
      fc.property(indexes, questions, (index, question) => {
        const { hits } = search(index, question.normalize('NFC'))

        expect(search(index, question.normalize('NFD')).hits).toEqual(hits)
      }),
      RUNS,
    )
  })

  test('internal procedures are not offered', () => {
    fc.assert(
      fc.property(indexes, wordsFrom(WORDS, 5), (index, question) => {
        expect(codesOf(index, question).filter((code) => code.startsWith('5'))).toEqual([])
        expect(suggest(index, question, 20).filter(({ target }) => target.startsWith('5'))).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('narrowing and paging', () => {
  test('a filter never adds a hit', () => {
    fc.assert(
      fc.property(indexes, questions, filters, (index, question, by) => {
        const all = new Set(codesOf(index, question))

        expect(codesOf(index, question, by).filter((code) => !all.has(code))).toEqual([])
      }),
      RUNS,
    )
  })

  test('a filter value leaves as many hits as were counted for it', () => {
    fc.assert(
      fc.property(indexes, questions, filters, fc.constantFrom(...FACETS), (index, question, by, facet) => {
        const { facets } = search(index, question, { filters: by })

        for (const { value, count } of facets[facet]) {
          expect(search(index, question, { filters: { ...by, [facet]: [value] } }).total).toBe(count)
        }
      }),
      RUNS,
    )
  })

  test('pages of any size join to the whole list, each hit once', () => {
    fc.assert(
      fc.property(indexes, questions, fc.integer({ min: 1, max: 7 }), (index, question, limit) => {
        const whole = search(index, question, { limit: 100 }).hits
        const joined: (typeof whole)[number][] = []
        for (let page = search(index, question, { limit }).hits; page.length > 0; ) {
          joined.push(...page)
          const last = page.at(-1)
          page = last ? search(index, question, { limit, after: last }).hits : []
        }

        expect(joined).toEqual(whole)
      }),
      RUNS,
    )
  })
})

describe('spelling', () => {
  test('what was made comparable stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { exact, folded } of syllablesOf(text)) {
          expect(syllableOf(exact).exact).toBe(exact)
          expect(syllableOf(folded).folded).toBe(folded)
        }
      }),
    )
  })

  test('input methods are undone or left alone, never worse', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{0,12}$/), (word) => {
        for (const decoded of [decodeTelex(word), decodeVni(word)]) expect(decoded).not.toBe(word)
      }),
    )
  })
})
