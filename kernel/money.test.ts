import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dong, formatDong } from './money.ts'

test('an amount is whole đồng', () => {
  expect(dong(0)).toBe(0)
  expect(dong(1_250_000)).toBe(1_250_000)
})

describe('no amount is', () => {
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d', (amount) => {
    expect(() => dong(amount)).toThrow('Not a whole amount of đồng')
  })
})

test.each([
  [0, '0 ₫'],
  [999, '999 ₫'],
  [1_000, '1.000 ₫'],
  [1_250_000, '1.250.000 ₫'],
  [75_000_000_000, '75.000.000.000 ₫'],
])('%d is printed as %s', (amount, printed) => {
  expect(formatDong(amount)).toBe(printed)
})

test('what is printed can be read back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (amount) => {
      expect(Number(formatDong(amount).replace(/[. ₫]/g, ''))).toBe(amount)
    }),
  )
})
