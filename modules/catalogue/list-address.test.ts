import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, questionOf, toggled } from './list-address.ts'

test('an address says the values of a filter in Vietnamese, and the question as a form sends it', () => {
  const address = addressOf({
    q: 'làm giấy khai sinh',
    filters: { level: ['commune'], onlineLevel: ['full'] },
  })

  expect(address).toBe('/thu-tuc?q=l%C3%A0m+gi%E1%BA%A5y+khai+sinh&cap=xa&truc-tuyen=toan-trinh')
})

test('any question and any value of a filter survive the way through an address', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((typed) => typed !== '')

  fc.assert(
    fc.property(text, text, text, (q, field, owner) => {
      const question = { q, filters: { field: [field, owner], owner: [owner] } }

      const { searchParams } = new URL(addressOf(question), 'http://portal.test')
      const params = Object.fromEntries(
        [...searchParams.keys()].map((key) => [key, searchParams.getAll(key)] as const),
      )

      expect(questionOf({ ...params, q: searchParams.get('q') })).toEqual(question)
    }),
  )
})

test('half a character, as a cut text may end in, is no mistake', () => {
  expect(addressOf({ q: 'a\ud83d', filters: {} })).toBe('/thu-tuc?q=a%EF%BF%BD')
})

test('a value is put on, and taken off the second time', () => {
  const on = toggled({ q: '', filters: { level: ['commune'] } }, 'level', 'province')
  const off = toggled(on, 'level', 'commune')

  expect(addressOf(on)).toBe('/thu-tuc?cap=xa&cap=tinh')
  expect(addressOf(off)).toBe('/thu-tuc?cap=tinh')
})

test.each(['constructor', '__proto__', 'toString'])(
  'a level called %s is only a level that nobody knows',
  (name) => {
    const question = questionOf({ cap: name, 'truc-tuyen': name })

    expect(question.filters).toEqual({ level: [name], onlineLevel: [name] })
    expect(addressOf(question)).toBe(`/thu-tuc?cap=${name}&truc-tuyen=${name}`)
  },
)
