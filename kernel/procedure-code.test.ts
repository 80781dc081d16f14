import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatProcedureCode,
  guessProcedureCodes,
  procedureCode,
  readProcedureCode,
} from './procedure-code.ts'

describe('reading', () => {
  test.each([
    ['1.001193', { national: '1.001193' }],
    [' 2.000815 ', { national: '2.000815' }],
    ['1.001193.01', { national: '1.001193', service: '01' }],
    ['1.001193.000.00.00.H34', { national: '1.001193', agency: { format: 'v1', code: '000.00.00.H34' } }],
    ['1.000948.H38', { national: '1.000948', agency: { format: 'v2', code: 'H38' } }],
    ['1.000948.h38', { national: '1.000948', agency: { format: 'v2', code: 'H38' } }],
    ['3.000181.H21.17', { national: '3.000181', agency: { format: 'v2', code: 'H21.17' } }],
  ])('%j', (text, reading) => {
    expect(readProcedureCode(text)).toEqual(reading)
  })

  test.each([
    '',
    '1001193',
    '1.1193',
    '1 001193',
    '1.001193.',
    '1.001193.1',
    '1.001193.H3',
    '1.0011934',
    '600',
    'x',
  ])('%j is not a procedure code', (text) => {
    expect(readProcedureCode(text)).toBeUndefined()
  })
})

describe('a malformed code leads to what was meant', () => {
  test.each([
    ['1001193', '1.001193'],
    ['1.1193', '1.001193'],
    ['1 001193', '1.001193'],
    ['1-001193', '1.001193'],
    ['1,001193', '1.001193'],
    ['1.001 193', '1.001193'],
    ['1..001193', '1.001193'],
    ['1.OO1193', '1.001193'],
    ['l.001193', '1.001193'],
    ['１.００１１９３', '1.001193'],
    ['TTHC 1.001193', '1.001193'],
    ['1.001193.H3', '1.001193'],
    ['1001193.000.00.00.H34', '1.001193'],
  ])('%j was %s', (text, code) => {
    expect(guessProcedureCodes(text)[0]).toBe(code)
  })

  test('without its first digit it may be any of the published ones', () => {
    expect(guessProcedureCodes('001193')).toEqual(['1.001193', '2.001193', '3.001193'])
  })

  test('with a digit too many it may be any code with one left out', () => {
    expect(guessProcedureCodes('1.0011933')).toContain('1.001193')
  })

  test.each(['', 'khai sinh', '12', '1.', '123456789012'])('%j gets no guess', (text) => {
    expect(guessProcedureCodes(text)).toEqual([])
  })
})

test('only the strict national spelling becomes a procedure code', () => {
  expect(procedureCode('1.001193')).toBe('1.001193')
  expect(() => procedureCode('1.001193.01')).toThrow(RangeError)
})

const national = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([first, rest]) => `${first}.${String(rest).padStart(6, '0')}`)
const more = fc.constantFrom('', '.01', '.99', '.H38', '.H21.17', '.000.00.00.H34', '.001.01.07.H53')

test('a code that was read is written back as it was', () => {
  fc.assert(
    fc.property(national, more, (code, suffix) => {
      const reading = readProcedureCode(code + suffix)
      if (!reading) throw new Error(`Not read: ${code}${suffix}`)

      expect(reading.national).toBe(code)
      expect(formatProcedureCode(reading)).toBe(code + suffix)
    }),
  )
})

test('a code whose separators were lost or changed is always among the guesses', () => {
  fc.assert(
    fc.property(national, fc.constantFrom('', ' ', '-', ',', ' . ', '–', '_'), (code, separator) => {
      expect(guessProcedureCodes(code.replace('.', separator))).toContain(code)
    }),
  )
})

test('whatever is typed, guesses are well formed, few and distinct', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123.-OlH ')) })),
      (text) => {
        const guesses = guessProcedureCodes(text)

        expect(guesses.length).toBeLessThanOrEqual(8)
        expect(new Set(guesses).size).toBe(guesses.length)
        for (const guess of guesses) expect(readProcedureCode(guess)).toEqual({ national: guess })
      },
    ),
  )
})
