import { expect } from 'vitest'
import { journey } from './journey.ts'

journey(
  'a former commune is found by its old name, without accents, and leads to the one of today',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/don-vi-hanh-chinh')
    await page.getByRole('searchbox', { name: 'Tên, địa chỉ hoặc mã' }).fill('xa dai mo, nam tu liem')
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await page.getByText(/đơn vị khớp với điều bạn gõ/).waitFor()
    expect(await page.locator('.results').textContent()).toContain('Nay')
  },
)

journey(
  'a unit that was divided shows everything that it became, as words and as a picture',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/don-vi-hanh-chinh?q=phuong+dich+vong+cau+giay')
    const first = page.locator('.results > li').first()
    expect(await first.textContent()).toContain('Địa bàn đã chia về 2 đơn vị')
    for (const name of ['Phường Cầu Giấy', 'Phường Nghĩa Đô']) {
      expect(await first.getByRole('link', { name }).count()).toBe(1)
    }

    await first.getByRole('link', { name: 'Phường Cầu Giấy' }).click()
    await page.getByRole('heading', { name: 'Được hình thành từ' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Phường Cầu Giấy')
  },
)

journey('a name that many share is narrowed down by the district', async (visitor) => {
  const { page } = visitor
  await visitor.open('/don-vi-hanh-chinh?q=xa+tan+lap')
  const many = await page.locator('.results > li').count()
  await page.getByText('Có nhiều đơn vị cùng tên').waitFor()

  await page.getByRole('searchbox').fill('xa tan lap, dan phuong')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.waitForURL(/dan/)
  expect(await page.locator('.results > li').count()).toBeLessThan(many)
})

journey('a name that nobody knows gets the provinces to look in', async (visitor) => {
  const { page } = visitor
  await visitor.open('/don-vi-hanh-chinh?q=zzzz')
  await page.getByText('Không tìm thấy “zzzz”').waitFor()
  await page.getByRole('link', { name: 'Tỉnh An Giang' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tỉnh An Giang')
})

journey('a code that means another unit today says what it meant before', async (visitor) => {
  const { page } = visitor
  await visitor.open('/don-vi-hanh-chinh/00166')
  await page.getByText('Mã 00166 còn có nghĩa khác').waitFor()
  await page
    .getByRole('link', { name: /^Phường Dịch Vọng, Quận Cầu Giấy/ })
    .first()
    .click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Phường Dịch Vọng')
})
