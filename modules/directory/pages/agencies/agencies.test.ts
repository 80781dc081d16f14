import { expect } from 'vitest'
import { test, type World } from '../../../../test/support/world.ts'

async function page(world: World, query = '') {
  const { statusCode, body } = await world.app.inject(`/co-quan${query}`)
  return { status: statusCode, body }
}

test('the list opens with ministries, provinces and, apart, what no longer exists', async ({ world }) => {
  const { status, body } = await page(world)

  expect(status).toBe(200)
  const main = body.slice(body.indexOf('<main'))
  const [ministries, provinces, dissolved] = [
    'Bộ Công an',
    'Tỉnh, thành phố</h2>',
    'đã kết thúc hoạt động</h2>',
  ].map((words) => main.indexOf(words))
  expect(ministries).toBeGreaterThan(0)
  expect(ministries).toBeLessThan(provinces ?? 0)
  expect(provinces).toBeLessThan(dissolved ?? 0)
  expect(main.slice(dissolved)).toContain('Bộ Giao thông vận tải')
  expect(main.slice(0, dissolved)).not.toContain('Bộ Giao thông vận tải')
})

test('a person finds an agency by words, short forms or code, with or without accents', async ({ world }) => {
  for (const [q, name] of [
    ['bo tai chinh', 'Bộ Tài chính'],
    ['BTC', 'Bộ Tài chính'],
    ['tp.hcm', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['ubnd phường ba đình', 'Ủy ban nhân dân phường Ba Đình'],
    ['H21.17', 'Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai'],
    ['000.00.17.H21', 'Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai'],
  ] as const) {
    const { body } = await page(world, `?q=${encodeURIComponent(q)}`)
    expect(body, q).toContain(`>${name}</a>`)
  }
})

test('a dissolved agency in the results says what it is now', async ({ world }) => {
  const { body } = await page(world, '?q=binh+dinh&tinh-trang=da-ket-thuc')

  expect(body).toContain('Ủy ban nhân dân tỉnh Bình Định')
  expect(body).toContain('<a href="/co-quan/H21">Ủy ban nhân dân tỉnh Gia Lai</a>')
})

test('filters can be taken off one by one, and the next page keeps them', async ({ world }) => {
  const { body } = await page(world, '?loai=ubnd-xa&thuoc=H29')

  expect(body).toContain('168 cơ quan')
  expect(body).toContain('href="/co-quan?thuoc=H29"')
  expect(body).toMatch(/href="\/co-quan\?loai=ubnd-xa&amp;thuoc=H29&amp;sau=[^"]+" rel="next"/)
})

test('nothing found: what to do next, and what is near', async ({ world }) => {
  const { status, body } = await page(world, '?q=H2O1')

  expect(status).toBe(200)
  expect(body).toContain('Không tìm thấy cơ quan nào')
  expect(body).toContain('href="/co-quan/H21"')
})

test.for(['?q=%00', '?q=%25', `?q=${'a'.repeat(3000)}`, '?loai=nope&cap=1', '?thuoc=khong-co', '?q=a&q=b'])(
  'the strange question %s is answered',
  async (query, { world }) => {
    expect((await page(world, query)).status).toBeLessThan(500)
  },
)

test('in English the agencies have their English names', async ({ world }) => {
  const { body } = await page(world, '?lang=en')

  expect(body).toContain('Ministry of Justice')
  expect(body).toContain('>Hanoi City</a>')
})
