import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from './utf8.ts'

test('gives the bytes that Node gives, for any text and for broken ones', () => {
  const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyUnits), (text) => {
      expect(utf8(text).equals(Buffer.from(text))).toBe(true)
    }),
  )
})

test('two texts after one another do not share their bytes', () => {
  const first = utf8('Đăng ký thường trú')
  utf8('Cấp bản sao trích lục')

  expect(first.toString()).toBe('Đăng ký thường trú')
})

test('a text larger than the page that it is copied through comes out whole', () => {
  const long = 'thủ tục '.repeat(200_000)

  expect(utf8(long).toString()).toBe(long)
})
