import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backPath, withBack } from './back-path.ts'

test.each([
  ['/thu-tuc/1.001193', '/thu-tuc/1.001193'],
  ['/thu-tuc?q=khai%20sinh', '/thu-tuc?q=khai%20sinh'],
  ['/tiep-tuc/0198-x#part', '/tiep-tuc/0198-x'],
  ['', '/'],
  [undefined, '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/\n/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/a/..//elsewhere.example', '/'],
  ['\\\\elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  [' /thu-tuc', '/'],
  ['/dang-nhap', '/'],
  ['/dang-nhap/vneid?ve=/x', '/'],
  ['/dang-xuat', '/'],
  [`/${'a'.repeat(2_000)}`, '/'],
])('%j leads to %j', (asked, expected) => {
  expect(backPath(asked)).toBe(expected)
})

test('whatever is asked, nobody leaves the portal', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[/\\.:@a-z\t\n]{1,12}$/).map((start) => `/${start}//elsewhere.example`),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(text, (asked) => {
      const url = new URL(backPath(asked), 'https://portal.example')

      expect(url.origin).toBe('https://portal.example')
      expect(url.pathname.startsWith('//')).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

test('the start page needs no way back', () => {
  expect(withBack('/dang-nhap', '/')).toBe('/dang-nhap')
  expect(withBack('/dang-nhap/vneid?muc=2', '/thu-tuc?q=a&b')).toBe(
    '/dang-nhap/vneid?muc=2&ve=%2Fthu-tuc%3Fq%3Da%26b',
  )
})
