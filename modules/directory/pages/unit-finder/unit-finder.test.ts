import { expect } from 'vitest'
import { test, type World } from '../../../../test/support/world.ts'

async function open({ app }: World, q: string, more = '') {
  const response = await app.inject({ url: `/don-vi-hanh-chinh?q=${encodeURIComponent(q)}${more}` })
  const text = response.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { status: response.statusCode, html: response.body, text }
}

test('the page without a question offers a search and the 34 provinces', async ({ world }) => {
  const { status, html } = await open(world, '')

  expect(status).toBe(200)
  expect(html.match(/href="\/don-vi-hanh-chinh\/\d\d"/g)).toHaveLength(34)
})

test('a divided commune is told with all its successors and a picture', async ({ world }) => {
  const { html, text } = await open(world, 'Dịch Vọng')

  expect(text).toContain('Địa bàn đã chia về 2 đơn vị')
  expect(html).toContain('href="/don-vi-hanh-chinh/00160"')
  expect(html).toContain('href="/don-vi-hanh-chinh/00166?ngay=2025-06-30"')
  expect(html).toMatch(/<svg[^>]*aria-hidden="true"[^>]*>.*Phường Nghĩa Đô/)
})

test('one successor is told in a sentence, with the day', async ({ world }) => {
  const { text } = await open(world, 'phuong 12 go vap')

  expect(text).toContain('Nay thuộc Phường An Hội Tây, Thành phố Hồ Chí Minh , từ 01/07/2025')
})

test('what was typed stays in the field, and what no unit explains is said', async ({ world }) => {
  const { html, text } = await open(world, 'Số 5 <b>, Phường Láng Thượng, Quận Đống Đa, Hà Nội')

  expect(html).toContain('value="Số 5 &lt;b>, Phường Láng Thượng, Quận Đống Đa, Hà Nội"')
  expect(text).toContain('Không xét đến: Số 5 b')
})

test('a misspelled name is shown as the nearest one', async ({ world }) => {
  const { text } = await open(world, 'Dịch Vonk, Cầu Giấy')

  expect(text).toContain('Không có tên nào đúng như bạn gõ')
  expect(text).toContain('Phường Dịch Vọng')
})

test('nothing found says what to do and offers near names', async ({ world }) => {
  const { status, text } = await open(world, 'Dichh Voongg')

  expect(status).toBe(200)
  expect(text).toContain('Không tìm thấy “Dichh Voongg”')
  expect(text).toContain('Có phải bạn muốn tìm')
})

test('the English page speaks English around Vietnamese names', async ({ world }) => {
  const { text } = await open(world, 'Dịch Vọng', '&lang=en')

  expect(text).toContain('Its land went to 2 units')
})

test('a question of any length is answered', async ({ world }) => {
  expect((await open(world, 'phường '.repeat(300))).status).toBe(200)
})
