import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPersonalId } from './personal-id.ts'

describe('a 12-digit number says where a birth was registered, the sex and the year', () => {
  test.each([
    ['001090000001', '001', 'male', 1990],
    ['001190000001', '001', 'female', 1990],
    ['079204123456', '079', 'male', 2004],
    ['052315123456', '052', 'female', 2015],
    ['096400123456', '096', 'male', 2100],
    ['096501123456', '096', 'female', 2101],
    ['001 090 000 001', '001', 'male', 1990],
    ['001-090.000001 ', '001', 'male', 1990],
  ])('%j', (text, birthPlaceCode, sex, birthYear) => {
    expect(readPersonalId(text)).toEqual({
      kind: 'personal_id',
      id: text.replace(/\D/g, ''),
      birthPlaceCode,
      sex,
      birthYear,
    })
  })
})

test.each(['000000001', '000000000', '000000000000'])('%s stands for nobody', (text) => {
  expect(readPersonalId(text)).toEqual({ kind: 'placeholder' })
})

test('nine digits are an old identity card, which tells nothing more', () => {
  expect(readPersonalId('012345678')).toEqual({ kind: 'old_identity_card', number: '012345678' })
})

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['00109000000A', 'not_digits'],
  ['-001090000001', 'not_digits'],
  ['00109000000', 'wrong_length'],
  ['0010900000012', 'wrong_length'],
])('%j is malformed: %s', (text, reason) => {
  expect(readPersonalId(text)).toEqual({ kind: 'malformed', reason })
})

test('place, century with sex, and year are read back as they were put together', () => {
  const place = fc.integer({ min: 1, max: 999 }).map((value) => String(value).padStart(3, '0'))
  const year = fc.integer({ min: 1900, max: 2399 })
  const random = fc.integer({ min: 0, max: 999_999 }).map((value) => String(value).padStart(6, '0'))
  const sexes = fc.constantFrom<'male' | 'female'>('male', 'female')
  fc.assert(
    fc.property(place, year, sexes, random, (birthPlaceCode, birthYear, sex, rest) => {
      const century = 2 * (Math.floor(birthYear / 100) - 19) + (sex === 'male' ? 0 : 1)
      const id = `${birthPlaceCode}${century}${String(birthYear % 100).padStart(2, '0')}${rest}`

      expect(readPersonalId(id)).toEqual({ kind: 'personal_id', id, birthPlaceCode, sex, birthYear })
    }),
  )
})

test('whatever is typed is answered, and only 12 digits are a person', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789 -')) })),
      (text) => {
        const reading = readPersonalId(text)
        if (reading.kind === 'personal_id') expect(reading.id).toMatch(/^\d{12}$/)
      },
    ),
  )
})
