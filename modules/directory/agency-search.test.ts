import { expect, test } from 'vitest'
import { searchPatterns, searchTextOf } from './agency-search.ts'

const found = (question: string, names: readonly string[], codes: readonly string[] = []) => {
  const text = searchTextOf({ names, codes })
  const patterns = searchPatterns(question)
  return patterns.length > 0 && patterns.every((pattern) => text.includes(pattern.slice(1, -1)))
}

test.each([
  ['bộ tài chính', 'Bộ Tài chính'],
  ['bo tai chinh', 'Bộ Tài chính'],
  ['tài chính', 'Bộ Tài chính'],
  ['BTC', 'Bộ Tài chính'],
  ['Bộ Văn hoá', 'Bộ Văn hóa, Thể thao và Du lịch'],
  ['bộ vhttdl', 'Bộ Văn hóa, Thể thao và Du lịch'],
  ['bvhttdl', 'Bộ Văn hóa, Thể thao và Du lịch'],
  ['lđtbxh', 'Bộ Lao động - Thương binh và Xã hội'],
  ['vpcp', 'Văn phòng Chính phủ'],
  ['UBND phường Ba Đình', 'Ủy ban nhân dân phường Ba Đình'],
  ['ủy ban nhân dân ba dinh', 'Ủy ban nhân dân phường Ba Đình'],
  ['ubnd tp hà nội', 'Ủy ban nhân dân thành phố Hà Nội'],
  ['trung tâm PVHCC Huế', 'Trung tâm Phục vụ hành chính công thành phố Huế'],
  ["m'đrắk", "Ủy ban nhân dân xã M'Đrắk"],
])('%s finds %s', (question, name) => {
  expect(found(question, [name])).toBe(true)
})

test.each([
  ['h29', true],
  ['000.00.00.H29', true],
  ['000-00-00-h29', true],
  ['H2', true],
  ['000.00.0', true],
  ['H30', false],
])('the code %s: %s', (question, isFound) => {
  expect(found(question, ['Ủy ban nhân dân thành phố Hồ Chí Minh'], ['H29', '000.00.00.H29'])).toBe(isFound)
})

test('a word is sought from its beginning, and every word must be there', () => {
  expect(found('chinh', ['Bộ Tài chính'])).toBe(true)
  expect(found('hinh', ['Bộ Tài chính'])).toBe(false)
  expect(found('bộ tài nguyên', ['Bộ Tài chính'])).toBe(false)
})

test.each(['', '   ', '%', '_', '...', '\\', '!!'])('%j asks for nothing', (question) => {
  expect(searchPatterns(question)).toEqual([])
})

test('signs that mean something in SQL never reach a pattern', () => {
  const patterns = searchPatterns("100% O'Brien_x \\ y")

  expect(patterns).toEqual(['% 100%', '% obrien%', '% x%', '% y%'])
})
