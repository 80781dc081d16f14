import { expect } from 'vitest'
import { journey, scriptedJourney } from './journey.ts'

journey('a life event leads through its paths to a procedure', async (visitor) => {
  const { page } = visitor
  await visitor.open('/')
  await page.getByRole('link', { name: 'Tất cả sự kiện cuộc đời' }).click()
  await page.getByRole('link', { name: 'Sinh con', exact: true }).click()
  await page.waitForURL('/su-kien/sinh-con')
  expect(await page.locator('.steps').count()).toBeGreaterThan(1)

  await page.getByRole('link', { name: 'Xem thành danh sách có bộ lọc' }).click()
  await page.waitForURL('/thu-tuc?su-kien=sinh-con')
  await page.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true }).click()
  await page.waitForURL('/thu-tuc/1.001193')
})

journey('a field leads to its procedures, and its letter to the field', async (visitor) => {
  const { page } = visitor
  await visitor.open('/linh-vuc')
  await page
    .getByRole('navigation', { name: 'Chữ cái đầu' })
    .getByRole('link', { name: 'H', exact: true })
    .click()
  expect(await page.locator(':target').textContent()).toMatch(/^[Hh]/)

  await page.getByRole('main').getByRole('link', { name: 'Hộ tịch' }).click()
  await page.waitForURL('/thu-tuc?linh-vuc=ho-tich')
  expect(await page.locator('.results > li').count()).toBeGreaterThan(3)
})

journey(
  'an agency is found by its name, its code of either spelling, and through the one above it',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/co-quan')
    await page.getByRole('link', { name: 'Thành phố Hà Nội' }).click()
    await page.waitForURL('/co-quan/H26')
    await page.getByText(/\d+ ủy ban nhân dân xã, phường, đặc khu/).click()
    await page.getByRole('link', { name: /phường Cầu Giấy$/ }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/phường Cầu Giấy$/i)
    await visitor.expectAccessible()

    await visitor.open('/co-quan/000.00.00.H26')
    expect(visitor.whereabouts()).toBe('/co-quan/H26')

    await visitor.open('/co-quan')
    await page.getByRole('searchbox').fill('bo tu phap')
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await page.getByRole('link', { name: 'Bộ Tư pháp', exact: true }).first().click()
    await page.waitForURL('/co-quan/G15')
  },
)

journey('the menu leads to every part of the portal', async (visitor) => {
  const { page, kind } = visitor
  const parts = ['/thu-tuc', '/su-kien', '/linh-vuc', '/co-quan', '/don-vi-hanh-chinh', '/tra-cuu']
  for (const part of parts) {
    await visitor.open('/')
    if (kind.isPhone) await page.getByText('Danh mục', { exact: true }).click()
    const menu = page.getByRole('navigation', { name: 'Danh mục chính' })
    await menu.locator(`a[href="${part}"]`).filter({ visible: true }).click()
    await page.waitForURL(part)
    expect(await page.locator('.site-header [aria-current=page]').first().getAttribute('href')).toBe(part)
  }
})

scriptedJourney(
  'the menu of a phone opens in place, and is as accessible open as closed',
  async (visitor) => {
    const { page, kind } = visitor
    if (!kind.isPhone) return
    await visitor.open('/thu-tuc/1.001193')
    await page.getByText('Danh mục', { exact: true }).click()
    await visitor.expectAccessible()
  },
)

journey('the statements, the sign-in place and the page for programs can be read', async (visitor) => {
  const { page } = visitor
  await visitor.open('/')
  for (const name of [
    'Khả năng tiếp cận',
    'Bảo vệ dữ liệu cá nhân',
    'Liên hệ và góp ý',
    'Dữ liệu mở và API',
    'Hệ thống thiết kế',
  ]) {
    await page.getByRole('contentinfo').getByRole('link', { name }).click()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  }
  await page.getByRole('link', { name: 'Đăng nhập' }).click()
  await page.waitForURL('/dang-nhap')
})
