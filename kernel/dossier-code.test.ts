import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agencyCode } from './agency-code.ts'
import { asCivilDate } from './civil-date.ts'
import { foreignDossierCode, formatDossierCode, issuingFormat, readDossierCode } from './dossier-code.ts'
import { DOSSIER_CODE_FORMATS } from './dossier-code-formats.ts'

describe('every generation of codes is read', () => {
  test.each([
    ['000.00.00.H29-200520-0001', 'v1', '000.00.00.H29', '2020-05-20', '0001'],
    ['001.01.07.H53-211231-123456', 'v1', '001.01.07.H53', '2021-12-31', '123456'],
    ['H56.14-240715-0001', 'v2', 'H56.14', '2024-07-15', '0001'],
    ['H29-250701-00012', 'v2', 'H29', '2025-07-01', '00012'],
    ['G09.20-20260609-0092637', 'platform-2026', 'G09.20', '2026-06-09', '0092637'],
    ['000.00.01.h22-5f3A-9', 'adapter', '000.00.01.H22', undefined, '5f3A-9'],
    [' 000.00.00.h29 – 200520 – 0001 ', 'v1', '000.00.00.H29', '2020-05-20', '0001'],
  ])('%j is of %s', (text, format, agency, receivedOn, sequence) => {
    const reading = readDossierCode(text)

    expect(reading).toMatchObject({
      shape: 'known',
      format: { id: format },
      agency: { code: agency },
      sequence,
    })
    expect(reading.shape === 'known' && reading.receivedOn).toBe(receivedOn)
  })

  test('each row reads its own example', () => {
    for (const format of DOSSIER_CODE_FORMATS) {
      expect(readDossierCode(format.example)).toMatchObject({ shape: 'known', format: { id: format.id } })
    }
  })
})

describe('what has no known shape stays a key, untouched', () => {
  test.each([
    '7b0c9a52-5f0e-4b7e-9f3a-0d5a5a0c1d2e',
    'BNG-TT.2026/000123',
    'H56.14-241315-0001',
    'H56.14-240230-0001',
    'H56.14-240715-001',
    'H56.14-240715-0001-2',
    '000.1137.H53-200520-0001',
    'hồ sơ số 5',
  ])('%j', (text) => {
    expect(readDossierCode(text)).toEqual({ shape: 'foreign', code: text })
  })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['x'.repeat(65), 'too_long'],
  ['H29-\u0000-1', 'control_character'],
  ['H29\n1', 'control_character'],
  ['H29\ud800', 'control_character'],
])('%j cannot be a code: %s', (text, reason) => {
  expect(readDossierCode(text)).toEqual({ shape: 'unusable', reason })
  expect(foreignDossierCode(text)).toEqual({ ok: false, reason })
})

test('64 characters are counted as characters, not as bytes or halves of a pair', () => {
  expect(foreignDossierCode('ệ'.repeat(64)).ok).toBe(true)
  expect(foreignDossierCode('𝔐'.repeat(64)).ok).toBe(true)
  expect(foreignDossierCode('𝔐'.repeat(65)).ok).toBe(false)
})

describe('our own codes', () => {
  const H29 = { format: 'v2', code: agencyCode('H29') } as const

  test.each([
    ['2020-05-20', '000.00.00.H29-200520-0001'],
    ['2026-11-25', 'H29-261125-0001'],
  ])('received on %s', (text, expected) => {
    const format = issuingFormat(asCivilDate(text))
    if (!format) throw new Error(`No format on ${text}`)

    expect(formatDossierCode(format, { agency: H29, receivedOn: asCivilDate(text), sequence: 1 })).toBe(
      expected,
    )
  })

  test('before the first law on codes there is no format', () => {
    expect(issuingFormat(asCivilDate('2018-01-01'))).toBeUndefined()
  })

  test('a format that somebody else issues, a full day, or an agency without the spelling is a fault', () => {
    const on = asCivilDate('2026-11-25')
    const format = (id: string) => DOSSIER_CODE_FORMATS.find((row) => row.id === id) ?? fail(id)
    const deep = { format: 'v2', code: agencyCode('H21.7') } as const

    for (const id of ['platform-2026', 'adapter']) {
      expect(() => formatDossierCode(format(id), { agency: H29, receivedOn: on, sequence: 1 })).toThrow(
        RangeError,
      )
    }
    for (const sequence of [0, -1, 1.5, 100_000, Number.NaN]) {
      expect(() => formatDossierCode(format('v2'), { agency: H29, receivedOn: on, sequence })).toThrow(
        RangeError,
      )
    }
    expect(() => formatDossierCode(format('v1'), { agency: deep, receivedOn: on, sequence: 1 })).toThrow(
      RangeError,
    )
  })
})

const V1 = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,}$/
const V2 = /^[A-Z]\d{2}(\.\d{1,3})*-(\d{6}|\d{8})-\d{4,7}$/

test('what we issue is read back whole, and has the shape of the law', () => {
  const receivedOn = fc
    .date({ min: new Date('2018-06-21'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => asCivilDate(date.toISOString().slice(0, 10)))
  const code = fc.constantFrom('H29', 'H21.17', 'H37.07.02', 'H53.07.01.001').map(agencyCode)
  fc.assert(
    fc.property(code, receivedOn, fc.integer({ min: 1, max: 99_999 }), (agency, on, sequence) => {
      const format = issuingFormat(on)
      if (!format) throw new Error(`No format on ${on}`)
      const issued = formatDossierCode(format, {
        agency: { format: 'v2', code: agency },
        receivedOn: on,
        sequence,
      })

      expect(issued).toMatch(format.agency === 'v1' ? V1 : V2)
      const reading = readDossierCode(issued)
      expect(reading).toMatchObject({
        shape: 'known',
        code: issued,
        format: { id: format.id },
        receivedOn: on,
      })
      expect(reading.shape === 'known' && Number(reading.sequence)).toBe(sequence)
    }),
  )
})

test('whatever is typed is answered, and a usable code is never lost', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('H29.-01 \u0000\n–')) })),
      (text) => {
        const reading = readDossierCode(text)
        if (reading.shape === 'foreign') expect(reading.code).toBe(text.trim())
      },
    ),
  )
})

function fail(id: string): never {
  throw new Error(`No format ${id}`)
}
