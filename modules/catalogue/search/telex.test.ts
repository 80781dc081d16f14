import { expect, test } from 'vitest'
import { decodeTelex, decodeVni } from './telex.ts'
import { syllableOf } from './terms.ts'

const exact = (word: string | undefined) => (word === undefined ? undefined : syllableOf(word).exact)

test.each([
  ['ddawng', 'đăng'],
  ['kys', 'ký'],
  ['giaays', 'giấy'],
  ['giaasy', 'giấy'],
  ['phesp', 'phép'],
  ['lais', 'lái'],
  ['dduwowngf', 'đường'],
  ['duongwf', 'dường'],
  ['dangd', 'đang'],
  ['quyeenf', 'quyền'],
  ['thuwar', 'thửa'],
  ['ddaats', 'đất'],
  ['nhw', 'như'],
  ['hooj', 'hộ'],
  ['chieeus', 'chiếu'],
  ['hoaf', 'hòa'],
])('the keys %s of Telex mean %s', (keys, word) => {
  expect(exact(decodeTelex(keys))).toBe(exact(word))
})

test.each([
  ['d9a8ng', 'đăng'],
  ['ky1', 'ký'],
  ['gia6y1', 'giấy'],
  ['d9u7o7ng2', 'đường'],
  ['duong72', 'dường'],
  ['so63', 'sổ'],
  ['ma61t', 'mất'],
])('the keys %s of VNI mean %s', (keys, word) => {
  expect(exact(decodeVni(keys))).toBe(exact(word))
})

test.each(['xe', 'khai', 'sinh', 'đăng', ''])('%j is no Telex', (word) => {
  expect(decodeTelex(word)).toBeUndefined()
})

test.each(['xe', 'b0', '2025', 'đ9', 'c1e9d7'])('%j is no VNI', (word) => {
  expect(decodeVni(word)).toBeUndefined()
})
