import { describe, expect, test } from 'vitest'
import { qrPicture, secretInLetters, stepOfCode, totpAddress } from './totp.ts'

/** The secret and the moments of RFC 6238, appendix B, whose eight digits end in these six. */
const SECRET = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1_000)

describe('a code from an authenticator app', () => {
  test.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %i is %s', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, 0, at(seconds))).toBe(step)
  })

  test('may be one step early or late, and no more', () => {
    const seen = [-61, -60, -31, -30, 0, 29, 30, 59, 60].map(
      (off) => stepOfCode(SECRET, '081804', 0, at(1_111_111_080 + off)) !== undefined,
    )

    expect(seen).toEqual([false, false, false, true, true, true, true, true, false])
  })

  test('is taken once, and none before it either', () => {
    expect(stepOfCode(SECRET, '081804', 37_037_035, at(1_111_111_109))).toBe(37_037_036)
    expect(stepOfCode(SECRET, '081804', 37_037_036, at(1_111_111_109))).toBeUndefined()
  })

  test('may be typed with a space, and is nothing but six digits', () => {
    expect(stepOfCode(SECRET, ' 081 804 ', 0, at(1_111_111_109))).toBe(37_037_036)
    for (const typed of ['', '08180', '0818041', 'abcdef', '٠٨١٨٠٤'])
      expect(stepOfCode(SECRET, typed, 0, at(1_111_111_109))).toBeUndefined()
  })
})

test('the secret can be typed by hand, and read from a picture', () => {
  expect(secretInLetters(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  const address = totpAddress(SECRET, 'a@b.example', 'Một Cửa')
  expect(address).toContain('secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(address).toContain('period=30')
  const { path, side } = qrPicture(address)
  expect(side).toBeGreaterThan(30)
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
})
