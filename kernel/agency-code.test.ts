import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgencyCode,
  agencyCode,
  codeAbove,
  codeDepth,
  guessAgencyCodes,
  readAgencyCode,
  spellingsOf,
} from './agency-code.ts'

describe('both spellings of one code', () => {
  test.each([
    ['000.00.00.H29', 'H29'],
    ['000.00.15.H29', 'H29.15'],
    ['000.02.07.H37', 'H37.07.02'],
    ['001.01.07.H53', 'H53.07.01.001'],
    ['000.00.20.G09', 'G09.20'],
  ])('%s is %s', (v1, v2) => {
    for (const spelled of [v1, v2]) {
      const reading = readAgencyCode(spelled)
      expect(reading && spellingsOf(reading)).toEqual({ v1, v2 })
    }
  })

  test.each([
    ['001.00.07.H53', 'a zero group in the middle is not dropped'],
    ['000.01.00.H53', 'a zero group in the middle is not dropped'],
    ['H21.7', 'the old spelling has two digits there: 07 or 70 would be a guess'],
    ['H21.117', 'three digits do not fit at level 2'],
    ['H53.07.01.1', 'level 4 has three digits'],
    ['H53.07.01.001.02', 'the old spelling ends at level 4'],
    ['H53.00.01', 'a zero group would be lost on the way back'],
  ])('%s has no other spelling: %s', (spelled) => {
    const reading = readAgencyCode(spelled)

    expect(reading && Object.keys(spellingsOf(reading))).toHaveLength(1)
  })
})

describe('reading what people and systems write', () => {
  test.each([
    [' h29 ', 'H29'],
    ['h21-17', 'H21.17'],
    ['H21 . 17', 'H21.17'],
    ['H21–17', 'H21.17'],
    ['000-00-00-h29', '000.00.00.H29'],
    ['000.00.00.H29\u200b', '000.00.00.H29'],
    ['0000000H29', '000.00.00.H29'],
    ['000 00 00 H29', '000.00.00.H29'],
  ])('%j is read as %s', (text, code) => {
    expect(readAgencyCode(text)?.code).toBe(code)
  })

  test.each([
    '',
    ' ',
    'H',
    'H2',
    'H290',
    '29',
    '000.1137.H53',
    '00.00.00.H29',
    'H29.',
    'H29.1234',
    'Đ29',
    'H29; drop',
  ])('%j is no agency code', (text) => {
    expect(readAgencyCode(text)).toBeUndefined()
  })

  test('35 characters are the most', () => {
    expect(readAgencyCode(`H29${'.001'.repeat(8)}`)?.code).toHaveLength(35)
    expect(readAgencyCode(`H29${'.001'.repeat(9)}`)).toBeUndefined()
  })
})

test.each([
  ['000.1137.H53', '000.11.37.H53'],
  ['17.H21', 'H21.17'],
  ['0.0.7.H37', '000.00.07.H37'],
  ['H2O', 'H20'],
  ['000.00.0O.H29', '000.00.00.H29'],
  ['H21/17', 'H21.17'],
])('%s was probably meant as %s', (text, code) => {
  expect(guessAgencyCodes(text).map((guess) => guess.code)).toContain(code)
})

test('nonsense gets no guess', () => {
  expect(guessAgencyCodes('ủy ban nhân dân')).toEqual([])
})

test('only the strict left-to-right spelling becomes an agency code', () => {
  expect(agencyCode('H21.17')).toBe('H21.17')
  expect(() => agencyCode('h21.17')).toThrow(RangeError)
  expect(() => agencyCode('000.00.00.H29')).toThrow(RangeError)
})

test('the code above drops the last group', () => {
  const code = agencyCode('H37.07.02')

  expect(codeAbove(code)).toBe('H37.07')
  expect(codeDepth(code)).toBe(3)
  expect(codeAbove(agencyCode('H37'))).toBeUndefined()
})

const letter = fc.constantFrom(...Array.from('ABCDEFGHIJ'))
const digits = (count: number) =>
  fc.integer({ min: 1, max: 10 ** count - 1 }).map((value) => String(value).padStart(count, '0'))
const convertible = fc
  .tuple(letter, digits(2), fc.integer({ min: 0, max: 3 }), digits(2), digits(2), digits(3))
  .map(([first, number, depth, ...below]) => [`${first}${number}`, ...below.slice(0, depth)].join('.'))
  .map((spelled) => agencyCode(spelled))

describe('for every code of the old shape without a hole', () => {
  test('there and back gives the same code, in 13 characters', () => {
    fc.assert(
      fc.property(convertible, (v2: AgencyCode) => {
        const { v1 } = spellingsOf({ format: 'v2', code: v2 })
        if (!v1) throw new Error(`No old spelling for ${v2}`)

        expect(v1).toHaveLength(13)
        expect(spellingsOf({ format: 'v1', code: v1 })).toEqual({ v1, v2 })
      }),
    )
  })

  test('two codes never share an old spelling', () => {
    fc.assert(
      fc.property(convertible, convertible, (one, other) => {
        fc.pre(one !== other)
        const [a, b] = [one, other].map((code) => spellingsOf({ format: 'v2', code }).v1)
        expect(a).not.toBe(b)
      }),
    )
  })
})

test('whatever is read is spelled so that reading it again changes nothing, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('H29.0-G ')) })),
      (text) => {
        const reading = readAgencyCode(text)
        guessAgencyCodes(text)
        if (reading) expect(readAgencyCode(reading.code)).toEqual(reading)
      },
    ),
  )
})
