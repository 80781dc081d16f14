import { describe, expect, test } from 'vitest'
import { deviceOf } from './device.ts'
import { readSubject } from './vneid-claims.ts'

const NOW = new Date('2026-05-11T09:30:00+07:00')
const AN = {
  sub: 'x',
  TechID: '00000000-0000-4000-8000-00000000000A',
  LoaiTaiKhoan: '1',
  SoDinhDanh: '001085999001',
  HoVaTen: '  Nguyễn   Văn An ',
  NgayThangNamSinh: '19850312',
  GioiTinh: 1,
  QuocTich: 'Việt Nam',
  IAL: '2',
}

describe('what VNeID says is read as it comes', () => {
  test('numbers come as numbers or as text, names with stray spaces, ids in capitals', () => {
    expect(readSubject(AN, NOW)).toMatchObject({
      kind: 'person',
      accountId: '00000000-0000-4000-8000-00000000000a',
      name: 'Nguyễn Văn An',
      bornOn: '1985-03-12',
      assurance: 2,
      isForeigner: false,
    })
  })

  test('claims that nobody knows are dropped', () => {
    const { claims } = readSubject({ ...AN, KhongBiet: 'x', sub: 'x', TonGiao: {} }, NOW)

    expect(Object.keys(claims).sort()).toEqual(
      ['GioiTinh', 'HoVaTen', 'IAL', 'LoaiTaiKhoan', 'NgayThangNamSinh', 'QuocTich', 'SoDinhDanh'].sort(),
    )
  })

  test('a year of birth alone is kept as it is, and makes no day', () => {
    const subject = readSubject({ ...AN, NgayThangNamSinh: '1985' }, NOW)

    expect(subject).toMatchObject({ bornOn: undefined, claims: { NgayThangNamSinh: '1985' } })
  })

  test.each(['0312345678', '0312345678-001', '001085999001'])('a tax code %s is taken', (MaSoThue) => {
    const raw = { TechID: AN.TechID, LoaiTaiKhoan: 2, MaSoThue, TenDoanhNghiep: 'Công ty Mẫu' }

    expect(readSubject(raw, NOW)).toMatchObject({ kind: 'organization', taxCode: MaSoThue })
  })

  test.each([
    [{ ...AN, SoDinhDanh: '001085' }, 'identity.personal_id_impossible'],
    [{ ...AN, SoDinhDanh: '000000000' }, 'identity.personal_id_impossible'],
    [{ ...AN, GioiTinh: 2 }, 'identity.personal_id_impossible'],
    [{ ...AN, NgayThangNamSinh: '19860312' }, 'identity.personal_id_impossible'],
    [{ ...AN, SoDinhDanh: undefined }, 'identity.claims_incomplete'],
    [{ ...AN, TechID: undefined }, 'identity.claims_incomplete'],
    [
      { TechID: AN.TechID, LoaiTaiKhoan: 2, MaSoThue: '12', TenDoanhNghiep: 'A' },
      'identity.claims_incomplete',
    ],
  ])('%j is refused', (raw, code) => {
    expect(() => readSubject(raw, NOW)).toThrow(code)
  })
})

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0', 'Edge, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['curl/8.5.0', '?'],
  [undefined, '?'],
])('a device says %j and is called %s', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words)
})
