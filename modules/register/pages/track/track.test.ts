import { expect } from 'vitest'
import { test, type World } from '../../../../test/support/world.ts'

async function track(world: World, code?: string, rest = '') {
  const query = code === undefined ? '' : `?ma=${encodeURIComponent(code)}`
  const { statusCode, body, headers } = await world.app.inject(`/tra-cuu${query}${rest}`)
  return { status: statusCode, body: body.slice(body.indexOf('<main')), title: body, headers }
}

test('the page asks for a code and shows what one looks like', async ({ world }) => {
  const { status, body } = await track(world)

  expect(status).toBe(200)
  expect(body).toContain('<label class="govuk-label" for="ma">Mã hồ sơ</label>')
  expect(body).toContain('000.00.00.H29-200520-0001')
})

test('a code names its agency and its day, and no dossier is claimed to be here', async ({ world }) => {
  const { status, body } = await track(world, '000.00.00.H29-200520-0001')

  expect(status).toBe(200)
  expect(body).toContain('Cổng này không giữ hồ sơ nào mang mã đó')
  expect(body).toContain('<a href="/co-quan/H29">Ủy ban nhân dân thành phố Hồ Chí Minh</a>')
  expect(body).toContain('20/05/2020')
  expect(body).toContain('Hãy hỏi cơ quan tiếp nhận')
})

test('pasted with spaces, long dashes and small letters, it is the same code', async ({ world }) => {
  const { body } = await track(world, ' h29 – 250701 – 0001 ')

  expect(body).toContain('H29-250701-0001')
})

test('an agency that is gone leads to the one that can be asked', async ({ world }) => {
  const { body } = await track(world, '000.00.00.H08-240520-0001')

  expect(body).toContain('Ủy ban nhân dân tỉnh Bình Định')
  expect(body.slice(body.indexOf('Hỏi ai'))).toContain('href="/co-quan/H21"')
})

test('an unknown department leads to its province, an unknown agency to the receipt', async ({ world }) => {
  const { body } = await track(world, 'H56.14-240715-0001')
  const { body: unknown } = await track(world, 'Z99.14-240715-0001')

  expect(body).toContain('Mã cơ quan H56.14 chưa có trong danh mục')
  expect(body).toContain('href="/co-quan/H56"')
  expect(unknown).toContain('Mã cơ quan Z99.14 không có trong danh mục')
  expect(unknown).toContain('Hãy hỏi cơ quan ghi trên giấy tiếp nhận')
})

test('a day that has not come yet is pointed out', async ({ world }) => {
  expect((await track(world, 'H29-991231-0001')).body).toContain('Ngày này còn ở phía trước')
})

test('a code of no known shape is no error: another system may have issued it', async ({ world }) => {
  const { status, body } = await track(world, '7b0c9a52-5f0e-4b7e-9f3a-0d5a5a0c1d2e')

  expect(status).toBe(200)
  expect(body).toContain('không có dạng thường gặp')
  expect(body).toContain('Mã hồ sơ trông như thế nào')
})

test.for([
  ['', 'Nhập mã hồ sơ'],
  ['x'.repeat(65), 'nhiều nhất 64 ký tự'],
  ['x'.repeat(5000), 'nhiều nhất 64 ký tự'],
  ['H29\u0000-1', 'Hãy gõ lại mã'],
])('what cannot be a code is asked for again: %j', async ([code, words = ''], { world }) => {
  const { status, body, title } = await track(world, code)

  expect(status).toBe(422)
  expect(title).toContain('<title>Lỗi: Tra cứu hồ sơ')
  expect(body).toContain(words)
})

test('the code is kept by no cache and written to no log', async ({ world }) => {
  const { headers } = await track(world, 'H29-260501-7777')
  await track(world, 'H29\u0000-7777')

  expect(headers['cache-control']).toBe('no-store')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(world.logged.filter((line) => line.includes('7777'))).toEqual([])
})

test('in English', async ({ world }) => {
  const { body } = await track(world, 'H29-250701-0001', '&lang=en')

  expect(body).toContain('This portal holds no dossier with that code')
  expect(body).toContain('href="/co-quan/H29"')
})
