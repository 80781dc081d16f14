import { expect } from 'vitest'
import { test, type World } from '../../../../test/support/world.ts'

async function open({ app }: World, path: string) {
  const response = await app.inject({ url: `/don-vi-hanh-chinh/${path}` })
  const text = response.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { status: response.statusCode, html: response.body, text }
}

test('a commune of today shows what it was formed from and what its code meant before', async ({ world }) => {
  const { html, text } = await open(world, '00166')

  expect(html).toContain('<h1>Phường Cầu Giấy</h1>')
  expect(text).toContain('Phường Dịch Vọng Hậu, Quận Cầu Giấy, Thành phố Hà Nội')
  expect(text).toContain('Giấy tờ trước ngày 01/07/2025 ghi mã 00166 là nói đến Phường Dịch Vọng')
})

test('the same code on a day of the past is the old commune, with what it is now', async ({ world }) => {
  const { html, text } = await open(world, '00166?ngay=2025-06-30')

  expect(html).toContain('<h1>Phường Dịch Vọng</h1>')
  expect(text).toContain('Không còn từ 01/07/2025')
  expect(text).toContain('Từ ngày 01/07/2025, mã 00166 là của Phường Cầu Giấy')
})

test('a province lists its communes, a district of the past its own', async ({ world }) => {
  expect((await open(world, '01')).text).toContain('126 đơn vị, xếp theo tên')
  expect((await open(world, '005')).text).toContain('8 đơn vị, xếp theo tên')
  expect((await open(world, '52?ngay=2025-06-30')).text).toContain('Huyện An Lão')
})

test('two changes are told day by day, the latest first', async ({ world }) => {
  const { text } = await open(world, '26248')

  expect(text.indexOf('Ngày 30/04/2026')).toBeLessThan(text.indexOf('Ngày 01/07/2025'))
  expect(text).toContain('Xã Trảng Bom, Tỉnh Đồng Nai')
})

test('the crumbs of an old commune lead to the parents of its time', async ({ world }) => {
  const { html } = await open(world, '22024?ngay=2025-06-30')

  expect(html).toContain('href="/don-vi-hanh-chinh/54?ngay=2025-06-30"')
})

test('an unchanged commune says so', async ({ world }) => {
  expect((await open(world, '23938')).text).toContain('Giữ nguyên')
})

test.for(['99999', 'abc', '00165', '%00', '52?ngay=hom-nay'])(
  '%s is answered, never a fault',
  async (path, { world }) => {
    const { status, html } = await open(world, path)

    expect(status).toBe(path.startsWith('52') ? 200 : 404)
    expect(html).toContain('<h1>')
  },
)
