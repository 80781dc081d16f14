import { expect, test } from 'vitest'
import { COLOURS, contrast, PAIRS } from './tokens.ts'

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each(PAIRS)('%s on %s has a contrast of at least %d', (front, ground, least) => {
  expect(contrast(COLOURS[front], COLOURS[ground])).toBeGreaterThanOrEqual(least)
})
