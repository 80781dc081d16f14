import { expect } from 'vitest'
import { journey, scriptedJourney } from './journey.ts'

journey('a due date is worked out around Tết, with the reason and a calendar', async (visitor) => {
  const { page } = visitor
  await visitor.open('/ngay-lam-viec')
  await page.getByLabel('Ngày nộp').fill('10/2/2026')
  await page.getByLabel('Giờ nộp').fill('9:00')
  await page.getByLabel('Thời hạn').fill('5')
  await page.getByRole('button', { name: 'Tính ngày hẹn trả' }).click()
  await page.getByText('Hẹn trả kết quả', { exact: true }).waitFor()

  expect(await page.getByRole('main').textContent()).toContain('09:00 thứ Ba, 24/02/2026')
  expect(await page.getByRole('main').textContent()).toContain('Tết Nguyên đán')
  expect(await page.getByLabel('Thời hạn').inputValue()).toBe('5')
})

journey(
  'wrong values come back as typed, each with its error, under a title that says so',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/ngay-lam-viec')
    await page.getByLabel('Ngày nộp').fill('31/2/2026')
    await page.getByLabel('Thời hạn').fill('năm ngày')
    await page.getByRole('button', { name: 'Tính ngày hẹn trả' }).click()
    await page.getByText('Có nội dung cần sửa').waitFor()

    expect(await page.title()).toMatch(/^Lỗi: Tính ngày hẹn trả/)
    expect(await page.getByLabel('Ngày nộp').inputValue()).toBe('31/2/2026')
    expect(await page.getByLabel('Thời hạn').inputValue()).toBe('năm ngày')
    const field = page.getByLabel('Ngày nộp')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = await field.getAttribute('aria-describedby')
    expect(described).toContain('ngay-error')
    const words = await page.locator('.govuk-error-summary').getByRole('link').first().textContent()
    expect(await page.locator('#ngay-error').textContent()).toContain(words)
  },
)

scriptedJourney('focus goes to the summary of errors, and from its lines to the fields', async (visitor) => {
  const { page } = visitor
  await visitor.open('/ngay-lam-viec?ngay=31/2/2026&gio=9h&thoi-han=x')
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('class') ?? document.activeElement?.id)
  expect(await focused()).toBe('govuk-error-summary')

  await page.getByRole('alert').getByRole('link').last().click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('thoi-han')
})

journey('another year of days off keeps the answer', async (visitor) => {
  const { page } = visitor
  await visitor.open('/ngay-lam-viec?ngay=10/02/2026&gio=09:00&thoi-han=5&don-vi=working_day')
  await page.getByRole('navigation', { name: 'Chọn năm' }).getByRole('link', { name: '2025' }).click()
  await page.getByRole('heading', { name: 'Ngày nghỉ và ngày làm bù năm 2025' }).waitFor()
  expect(await page.getByRole('main').textContent()).toContain('24/02/2026')
})
