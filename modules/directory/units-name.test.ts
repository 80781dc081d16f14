import { describe, expect, test } from 'vitest'
import { exactFold, isSameBareName, isSameName, plainFold, readUnitName } from './units-name.ts'

describe('a full name is taken apart', () => {
  test.each([
    ['commune', 'Phường Dịch Vọng', 'ward', 'Dịch Vọng', 'dich vong'],
    ['commune', 'Thị trấn M’Đrắk', 'township', "M'Đrắk", 'mdrak'],
    ['commune', "Xã K' Dang", 'rural_commune', "K'Dang", 'kdang'],
    ['commune', 'Phường Văn Miếu - Quốc Tử Giám', 'ward', 'Văn Miếu - Quốc Tử Giám', 'van mieu quoc tu giam'],
    ['commune', 'Thị trấn N.T Phong Hải', 'township', 'N.T Phong Hải', 'nt phong hai'],
    ['district', 'Thành phố Phan Rang-Tháp Chàm', 'city', 'Phan Rang-Tháp Chàm', 'phan rang thap cham'],
    ['province', 'Thành phố Hà Nội', 'central_city', 'Hà Nội', 'ha noi'],
    ['commune', 'Phường 01', 'ward', '01', '1'],
  ] as const)('%s %s', (level, written, kind, bareName, plainName) => {
    expect(readUnitName(level, written)).toMatchObject({ kind, bareName, plainName })
  })

  test('a name without a kind of its level is a mistake in the data', () => {
    expect(() => readUnitName('commune', 'Quận Ba Đình')).toThrow(RangeError)
  })
})

test('both schools of tone placement and both forms of Unicode are one name', () => {
  expect(isSameName('Phường Yên Hoà', 'phường Yên Hòa')).toBe(true)
  expect(isSameName('Xã Nậm Nèn'.normalize('NFD'), 'Xã Nậm Nèn')).toBe(true)
  expect(isSameName('Xã Minh Quân', 'Xã Minh Quán')).toBe(false)
})

test('a name stays the same when only its kind changes', () => {
  const town = { level: 'commune', name: 'Xã Trảng Bom' } as const

  expect(isSameBareName(town, { level: 'commune', name: 'Phường Trảng Bom' })).toBe(true)
  expect(isSameBareName(town, { level: 'commune', name: 'Xã Trị An' })).toBe(false)
})

test('folding twice changes nothing more', () => {
  for (const text of ['Đắk R’Lấp', 'Bà Rịa - Vũng Tàu', 'Phường 05', 'TP.HCM', 'Tuy Hoà']) {
    expect(plainFold(plainFold(text))).toBe(plainFold(text))
    expect(exactFold(exactFold(text))).toBe(exactFold(text))
  }
})
