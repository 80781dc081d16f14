import { expect } from 'vitest'
import { NOW, test, type World } from '../../../../test/support/world.ts'

async function page(world: World, path: string) {
  const { statusCode, body, headers } = await world.app.inject(`/co-quan/${path}`)
  return { status: statusCode, body, headers }
}

test('a province shows both codes, its departments and communes, and what it took over', async ({
  world,
}) => {
  const { status, body } = await page(world, 'H21')

  expect(status).toBe(200)
  expect(body).toContain('<h1>Ủy ban nhân dân tỉnh Gia Lai</h1>')
  expect(body).toContain('H21</span>')
  expect(body).toContain('000.00.00.H21</span>')
  expect(body).toContain('href="/co-quan/H21.17"')
  expect(body).toContain('135 ủy ban nhân dân xã, phường, đặc khu')
  expect(body).toContain('href="/co-quan/H08"')
  expect(body).toContain('href="/don-vi-hanh-chinh/52"')
  expect(body).toContain('href="/thu-tuc?co-quan=H21"')
})

test('however a code is spelled, the agency has one address', async ({ world }) => {
  for (const spelled of ['000.00.17.H21', 'h21.17', 'H21-17']) {
    const { status, headers } = await page(world, spelled)
    expect([status, headers['location']], spelled).toEqual([301, '/co-quan/H21.17'])
  }
})

test('a dissolved ministry leads to what it is now', async ({ world }) => {
  const { body } = await page(world, 'G07')

  expect(body).toContain('đã kết thúc hoạt động từ ngày 01/03/2025')
  expect(body).toMatch(/Nay là:[^.]*href="\/co-quan\/G09"/)
  expect(body).toMatch(/Một phần nhiệm vụ đã chuyển đến:.*href="\/co-quan\/G03"/)
  expect(body).toContain('Nghị quyết 176/2025/QH15')
})

test('office hours stand on the page, and a day off is pointed out', async ({ world }) => {
  const { body: onMonday } = await page(world, 'G15')
  world.setClock(new Date('2026-05-01T10:00:00+07:00'))
  const { body: onHoliday } = await page(world, 'G15')
  world.setClock(NOW)

  expect(onMonday).toContain('Thứ Hai đến thứ Sáu<br/>07:30–11:30, 13:00–17:00')
  expect(onMonday).not.toContain('cơ quan nghỉ')
  expect(onHoliday).toContain('Hôm nay, ngày 01/05/2026, cơ quan nghỉ.')
  expect((await page(world, 'G07')).body).not.toContain('Giờ làm việc')
})

test('what is not known is said', async ({ world }) => {
  const { body } = await page(world, 'ubnd-00004')

  expect(body).toContain('Chưa có mã được công bố')
  expect(body).toContain('Chưa có thông tin liên hệ của cơ quan này')
  expect(body).toContain('Trung tâm Phục vụ hành chính công')
})

test('the unit of an agency that is gone is linked as it was on its last day', async ({ world }) => {
  expect((await page(world, 'H08')).body).toContain('href="/don-vi-hanh-chinh/52?ngay=2025-06-30"')
})

test('a former name stays on the page', async ({ world }) => {
  const { body } = await page(world, 'H57')

  expect(body).toContain('Ủy ban nhân dân tỉnh Thừa Thiên Huế')
  expect(body).toContain('đến trước ngày 01/01/2025')
})

test('an unknown code gets a page with the nearest agencies', async ({ world }) => {
  const { status, body } = await page(world, 'H2O')

  expect(status).toBe(404)
  expect(body).toContain('Không tìm thấy cơ quan này.')
  expect(body).toContain('href="/co-quan/H20"')
})

test('in English the Vietnamese name stands under the English one', async ({ world }) => {
  const { body } = await page(world, 'G15?lang=en')

  expect(body).toContain('<h1>Ministry of Justice</h1>')
  expect(body).toContain('lang="vi">Bộ Tư pháp</p>')
})
