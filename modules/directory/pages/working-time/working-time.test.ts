import { expect } from 'vitest'
import { test, type World } from '../../../../test/support/world.ts'

async function open(world: World, query = '', lang = 'vi') {
  const url = `/ngay-lam-viec${query}${query ? '&' : '?'}lang=${lang}`
  const response = await world.app.inject({ url })
  return { status: response.statusCode, body: response.body }
}

/** The page without its tags, as it is read. */
function read(body: string): string {
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}

const TET = '?ngay=12/02/2026&gio=15:30&thoi-han=2&don-vi=working_day'

test('the empty form holds today and now, and lists the days off of this year', async ({ world }) => {
  const { status, body } = await open(world)

  expect(status).toBe(200)
  expect(body).toContain('value="11/05/2026"')
  expect(body).toContain('value="09:30"')
  expect(body).not.toContain('Hẹn trả kết quả')
  const text = read(body)
  expect(text).toContain('Thứ Tư, 02/09/2026 Quốc khánh Nghỉ lễ, tết Bộ luật Lao động 2019, Điều 112')
  expect(text).toContain('Thứ Hai, 16/02/2026 đến Thứ Sáu, 20/02/2026 Tết Nguyên đán Nghỉ lễ, tết')
})

test('a limit over Tết is answered first, with reasons and a calendar', async ({ world }) => {
  const { status, body } = await open(world, TET)

  expect(status).toBe(200)
  const text = read(body)
  expect(text).toContain('Hẹn trả kết quả 15:30 thứ Hai, 23/02/2026')
  expect(text).toContain('Không tính ngày nghỉ: Tết Nguyên đán (16/02/2026 đến 20/02/2026).')
  expect(text).toContain('Tháng 2/2026')
  expect(text).toContain('17 lễ Tết Nguyên đán, nghỉ, không tính')
  expect(text).toContain('13 1 ngày thứ 1 của thời hạn')
  expect(text).toContain('23 hẹn trả ngày thứ 2 của thời hạn, hẹn trả kết quả')
  expect(body).toContain('value="12/02/2026"')
})

test('it speaks English and keeps the answer', async ({ world }) => {
  const { body } = await open(world, TET, 'en')

  const text = read(body)
  expect(body).toContain('<html lang="en">')
  expect(text).toContain('The result is due 15:30 on Monday, 23/02/2026')
  expect(text).toContain('Not counted: Lunar New Year (Tết) (16/02/2026 to 20/02/2026).')
})

test('hours are counted with a comma, over a pause, and shown day by day', async ({ world }) => {
  const pause = '&dung-tu=10:00 03/03/2026&dung-den=14h 03/03/2026'

  const { body } = await open(world, `?ngay=03-03-2026&gio=9h30&thoi-han=4,5&don-vi=hour${pause}`)

  const text = read(body)
  expect(text).toContain('Hẹn trả kết quả 08:30 thứ Tư, 04/03/2026')
  expect(text).toContain('Tạm dừng từ 10:00 thứ Ba, 03/03/2026 đến 14:00 thứ Ba, 03/03/2026')
  expect(text).toContain('tính 3,5 giờ')
})

test('an agency is found by any spelling of its code and named', async ({ world }) => {
  const { status, body } = await open(world, `${TET}&co-quan=000.00.00.H29`)

  expect(status).toBe(200)
  expect(body).toContain('href="/co-quan/H29"')
})

test('days that are not announced are a warning', async ({ world }) => {
  const { body } = await open(world, '?ngay=04/02/2027&gio=09:00&thoi-han=1&don-vi=working_day')

  expect(read(body)).toContain('Chưa có thông báo chính thức: Tết Nguyên đán (05/02/2027 đến 09/02/2027)')
})

test('what makes no sense is named in a summary on top, and what was typed stays', async ({ world }) => {
  const { status, body } = await open(
    world,
    '?ngay=30/02/2026&gio=25:00&thoi-han=nhiều&don-vi=hour&dung-tu=x&dung-den=',
  )

  expect(status).toBe(422)
  expect(body).toContain('<title>Lỗi: Tính ngày hẹn trả kết quả')
  for (const field of ['ngay', 'gio', 'thoi-han', 'dung-tu', 'dung-den']) {
    expect(body).toContain(`href="#${field}"`)
  }
  expect(body).toContain('value="30/02/2026"')
  expect(body).toContain('value="nhiều"')
  expect(body).not.toContain('Hẹn trả kết quả')
})

test.for([
  ['&co-quan=H99', 'Không tìm thấy cơ quan này'],
  ['&don-vi=tuần', 'Chọn đơn vị của thời hạn'],
  ['&cach-tinh=khác', 'Chọn cách tính'],
  ['&dung-tu=10:00 05/03/2026&dung-den=10:00 04/03/2026', 'Lần 1, đến: phải sau lúc bắt đầu dừng'],
  ['&thoi-han=751', 'Nhập thời hạn từ 0 đến 750'],
  ['&thoi-han=300&cach-tinh=eight_hour_days', 'Thời hạn dài hơn mức mà cách tính này chấp nhận'],
] as const)('%s is answered by the form with its reason', async ([extra, reason], { world }) => {
  const base = new URLSearchParams(TET)
  for (const [name, value] of new URLSearchParams(extra)) base.set(name, value)

  const { status, body } = await open(world, `?${base}`)

  expect(status).toBe(422)
  expect(read(body)).toContain(reason)
})

test('another year is a link that keeps the answer; a year without records says so', async ({ world }) => {
  const { body } = await open(world, `${TET}&nam=2026`)
  expect(body).toContain('thoi-han=2&amp;don-vi=working_day&amp;nam=2027#lich-nghi')

  const far = await open(world, '?nam=2040')
  expect(far.status).toBe(200)
  expect(read(far.body)).toContain('Chưa có lịch nghỉ năm 2040.')
})

test('a long count shows the first and the last months and says how many lie between', async ({ world }) => {
  const { body } = await open(world, '?ngay=12/01/2026&gio=08:00&thoi-han=24&don-vi=month')

  expect(body.match(/<table class="month">/g)).toHaveLength(12)
  expect(read(body)).toContain('13 tháng ở giữa không hiện trên lịch')
})

test('the day after a holiday carries a make-up Saturday as counted', async ({ world }) => {
  const { body } = await open(world, '?ngay=09/01/2026&gio=10:00&thoi-han=1&don-vi=working_day')

  const text = read(body)
  expect(text).toContain('Hẹn trả kết quả 10:00 thứ Bảy, 10/01/2026')
  expect(text).toContain('Có làm bù nên vẫn tính: Làm bù (10/01/2026).')
})

test('a field that is too long is refused, not cut', async ({ world }) => {
  expect((await open(world, `?ngay=${'1'.repeat(200)}`)).status).toBe(400)
})
