import { expect } from 'vitest'
import { journey } from './journey.ts'

journey('a dossier code from the home page says whom to ask', async (visitor) => {
  const { page } = visitor
  await visitor.open('/')
  await page.getByLabel('Mã hồ sơ').fill(' 000.00.00.h26-260504-0001 ')
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.waitForURL(/\/tra-cuu\?ma=/)

  expect(await page.getByRole('main').textContent()).toContain('04/05/2026')
  await page.getByRole('link', { name: 'Ủy ban nhân dân thành phố Hà Nội' }).first().click()
  await page.waitForURL('/co-quan/H26')
})

journey('a code that is missing or cannot be one is an error that keeps what was typed', async (visitor) => {
  const { page } = visitor
  await visitor.open('/tra-cuu')
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.getByText('Có nội dung cần sửa').waitFor()
  expect(await page.title()).toMatch(/^Lỗi: Tra cứu hồ sơ/)

  const long = '12345-'.repeat(20)
  await visitor.open(`/tra-cuu?ma=${long}`)
  await page.getByText('Có nội dung cần sửa').waitFor()
  expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(long)
})

journey(
  'a code of an unusual shape is not called wrong, and its owner is told what to do',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/tra-cuu?ma=BN-2026/77')
    await page.getByText('Mã bạn nhập không có dạng thường gặp').waitFor()
    await page.getByRole('link', { name: 'Tìm cơ quan theo tên' }).click()
    await page.waitForURL('/co-quan')
  },
)
