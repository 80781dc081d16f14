import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cell, readCsv, writeCsv } from './csv.ts'

test('cells are found by the name of their column', () => {
  expect(readCsv('code,name\nG15,Bộ Tư pháp\nG16,"Bộ Văn hóa, Thể thao và Du lịch"\n')).toEqual([
    { code: 'G15', name: 'Bộ Tư pháp' },
    { code: 'G16', name: 'Bộ Văn hóa, Thể thao và Du lịch' },
  ])
})

test.each([
  ['a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
  ['\ufeffa,b\n1,', [{ a: '1', b: '' }]],
  ['a\n"1\n2"\n', [{ a: '1\n2' }]],
  ['a\n"say ""a"""\n', [{ a: 'say "a"' }]],
  ['a,b\n,\n', [{ a: '', b: '' }]],
  ['', []],
])('%j', (text, rows) => {
  expect(readCsv(text)).toEqual(rows)
})

test.each([
  ['a,b\n1,2\n1\n', 'Row 3 has 1 cells, the header has 2'],
  ['a,b\n1,2,3\n', 'Row 2 has 3 cells'],
  ['a\n"1\n', 'Misplaced quote in row 2'],
  ['a\n1"2\n', 'Misplaced quote in row 2'],
])('%j is refused: %s', (text, words) => {
  expect(() => readCsv(text)).toThrow(words)
})

test('a column that the table lacks is a fault', () => {
  expect(() => cell({ code: 'G15' }, 'name')).toThrow('No column name')
})

test('whatever was written is read back', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('ab",\n ệ')) })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
      const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
      const written = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')

      expect(readCsv(`a,b\n${written}`)).toEqual(rows.map(([a, b]) => ({ a, b })))
    }),
  )
})

test('what is written can be read again, and no cell is a formula', () => {
  const text = writeCsv([
    ['mã', 'tên'],
    ['H26-1', 'Nguyễn "Hoa", con'],
    ['=1+1', 'hai\ndòng'],
  ])

  expect(text).toBe('mã,tên\r\nH26-1,"Nguyễn ""Hoa"", con"\r\n\'=1+1,"hai\ndòng"\r\n')
  expect(readCsv(text.replace('\n', '\n'))[0]).toEqual({ mã: 'H26-1', tên: 'Nguyễn "Hoa", con' })
})
