import { describe, expect } from 'vitest'
import { asCivilDate } from '#kernel/civil-date'
import { test, type World } from '../../test/support/world.ts'
import { resolveUnit } from './resolve-unit.ts'
import { unitPath } from './units.ts'

const TODAY = asCivilDate('2026-05-11')

async function ask({ db }: World, text: string, at?: string) {
  const found = await resolveUnit(db, { text, today: TODAY, ...(at ? { at: asCivilDate(at) } : {}) })
  return {
    ...found,
    meant: found.candidates.map(({ unit }) => unitPath(unit)),
    today: found.candidates.map((one) => one.today.map((unit) => `${unit.code} ${unit.name}`)),
  }
}

describe('what people type is understood', () => {
  test.for([
    ['Dịch Vọng', 'Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
    ['dich vong cau giay ha noi', 'Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
    ['Hà Nội, Cầu Giấy, Dịch Vọng', 'Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
    ['phường 12, gò vấp', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
    ['P.12 Q. Gò Vấp, TP.HCM', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
    ['Ward 12, Go Vap District, Ho Chi Minh City', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
    ['Q1', 'Quận 1, Thành phố Hồ Chí Minh'],
    ['tx sơn tây', 'Thị xã Sơn Tây, Thành phố Hà Nội'],
    ['huyện Thủy Nguyên', 'Thành phố Thủy Nguyên, Thành phố Hải Phòng'],
    ['thảo điền quận 2', 'Phường Thảo Điền, Thành phố Thủ Đức, Thành phố Hồ Chí Minh'],
    ['phường 4 vị thanh', 'Phường IV, Thành phố Vị Thanh, Tỉnh Hậu Giang'],
    ['Thị trấn Nông trường Phong Hải, Bảo Thắng', 'Thị trấn N.T Phong Hải, Huyện Bảo Thắng, Tỉnh Lào Cai'],
    [
      "Thôn 3, xã Đắk R'Măng, huyện Đắk Glong, tỉnh Đắk Nông, Việt Nam",
      "Xã Đắk R'Măng, Huyện Đăk Glong, Tỉnh Đắk Nông",
    ],
    ['Phường 1 Bảo Lộc, Lâm Đồng', 'Phường 1 Bảo Lộc, Tỉnh Lâm Đồng'],
    ['Phường 1, Bảo Lộc, Lâm Đồng', 'Phường 1, Thành phố Bảo Lộc, Tỉnh Lâm Đồng'],
    ['Xuân Hương Đà Lạt', 'Phường Xuân Hương - Đà Lạt, Tỉnh Lâm Đồng'],
    ['Thừa Thiên Huế', 'Thành phố Huế'],
    ['Tuy Hoà, Phú Yên', 'Thành phố Tuy Hòa, Tỉnh Phú Yên'],
  ] as const)('%s', async ([text, path], { world }) => {
    const { meant, understanding } = await ask(world, text)

    expect(meant[0]).toBe(path)
    expect(understanding).toBe('exact')
  })

  test('the street of an address is not taken for a unit', async ({ world }) => {
    const text = 'Số 5 Đường Láng Hạ, Phường Láng Thượng, Quận Đống Đa, Hà Nội'

    const { meant, ignored } = await ask(world, text)

    expect(meant).toEqual(['Phường Láng Thượng, Quận Đống Đa, Thành phố Hà Nội'])
    expect(ignored).toBe('Số 5 Đường Láng Hạ')
  })

  test('a commune merged before the reform, whose code nobody recorded, is found by name', async ({
    world,
  }) => {
    const { meant, today } = await ask(world, 'Phường 13, Quận 11, TP HCM')

    expect(meant).toEqual(['Phường 13, Quận 11, Thành phố Hồ Chí Minh'])
    expect(today).toEqual([['27226 Phường Phú Thọ']])
  })

  test('accents decide between communes of one district; without them both are shown', async ({ world }) => {
    const marked = await ask(world, 'Xã Minh Quân, Trấn Yên')
    const plain = await ask(world, 'xa minh quan, tran yen')

    expect(marked.meant).toEqual(['Xã Minh Quân, Huyện Trấn Yên, Tỉnh Yên Bái'])
    expect(plain.meant.toSorted()).toEqual([
      'Xã Minh Quán, Huyện Trấn Yên, Tỉnh Yên Bái',
      'Xã Minh Quân, Huyện Trấn Yên, Tỉnh Yên Bái',
    ])
  })

  test('a name that many communes bear gives them all, each with its parents', async ({ world }) => {
    const { meant } = await ask(world, 'Phường 1')

    expect(meant.length).toBeGreaterThan(30)
    expect(new Set(meant).size).toBe(meant.length)
  })

  test('an old commune is found by the province of today as well', async ({ world }) => {
    const { meant } = await ask(world, 'xã Đồn Đạc, Quảng Ninh')

    expect(meant).toEqual(['Xã Đồn Đạc, Huyện Ba Chẽ, Tỉnh Quảng Ninh'])
  })
})

describe('what it is today', () => {
  test('a divided commune shows every successor', async ({ world }) => {
    expect((await ask(world, 'Phường Dịch Vọng')).today).toEqual([
      ['00166 Phường Cầu Giấy', '00160 Phường Nghĩa Đô'],
    ])
    expect((await ask(world, 'Phường 9, Tuy Hòa')).today).toEqual([
      ['22045 Phường Bình Kiến', '22015 Phường Tuy Hòa'],
    ])
  })

  test('an unchanged commune is itself, once', async ({ world }) => {
    const { candidates, today } = await ask(world, 'xã Ia Mơ')

    expect(today).toEqual([['23938 Xã Ia Mơ']])
    expect(candidates[0]?.isCurrent).toBe(true)
  })

  test('a district is the communes that hold its land, an island district its special zone', async ({
    world,
  }) => {
    expect((await ask(world, 'Quận Ba Đình, Hà Nội')).today[0]).toContain('00004 Phường Ba Đình')
    expect((await ask(world, 'huyện Côn Đảo')).today).toEqual([['26732 Đặc khu Côn Đảo']])
  })

  test('a province that kept its name is one answer, one that lost it says where it went', async ({
    world,
  }) => {
    expect((await ask(world, 'tỉnh Gia Lai')).today).toEqual([['52 Tỉnh Gia Lai']])
    expect((await ask(world, 'tỉnh Kiên Giang')).today).toEqual([['91 Tỉnh An Giang']])
  })

  test('two changes in a row are followed to the end', async ({ world }) => {
    const { today } = await ask(world, 'thị trấn Trảng Bom')

    expect(today).toEqual([['26248 Phường Trảng Bom']])
  })
})

describe('codes', () => {
  test('52 is Gia Lai today and was Bình Định before 1/7/2025', async ({ world }) => {
    expect((await ask(world, '52')).meant).toEqual(['Tỉnh Gia Lai', 'Tỉnh Bình Định'])
    expect((await ask(world, '52', '2025-06-30')).meant).toEqual(['Tỉnh Bình Định'])
    expect((await ask(world, '52', '2025-07-01')).meant).toEqual(['Tỉnh Gia Lai'])
  })

  test('zeros that a spreadsheet dropped are put back', async ({ world }) => {
    const { meant } = await ask(world, '166', '2025-06-30')

    expect(meant).toEqual(['Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'])
  })

  test('a code that names nothing offers those one digit away', async ({ world }) => {
    const { understanding, suggestions } = await ask(world, '00165')

    expect(understanding).toBe('nothing')
    expect(suggestions).toContain('Phường Cầu Giấy, Thành phố Hà Nội')
  })
})

describe('slips of the finger', () => {
  test.for([
    ['Dịch Vonk, Cầu Giấy', 'Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
    ['dich vogn cau giay', 'Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
    ['xa cinh binh, huyen cho lach', 'Xã Vĩnh Bình, Huyện Chợ Lách, Tỉnh Bến Tre'],
    ['p12 govap tphcm', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
    ['Cau Giayy, ha noi', 'Phường Cầu Giấy, Thành phố Hà Nội'],
  ] as const)('%s', async ([text, path], { world }) => {
    const { meant, understanding } = await ask(world, text)

    expect(meant[0]).toBe(path)
    expect(understanding).toBe('near')
  })

  test('a street that resembles a commune elsewhere changes nothing', async ({ world }) => {
    const { meant, understanding } = await ask(world, 'tan phu, Cầu Giấy, Hà Nội')

    expect(meant[0]).toBe('Phường Cầu Giấy, Thành phố Hà Nội')
    expect(understanding).toBe('exact')
  })
})

test.for([
  '',
  ' ',
  ',,,',
  '%%%',
  "'; drop table",
  '\u0000',
  '👍',
  'xã',
  '1/2',
  'a'.repeat(300),
  'phường 1 '.repeat(60),
])('strange input is answered: %j', async (text, { world }) => {
  const { candidates } = await ask(world, text)

  expect(candidates.length).toBeLessThanOrEqual(100)
})
