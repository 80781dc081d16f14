import { expect } from 'vitest'
import { journey } from './journey.ts'

journey(
  'the language changes in place, keeps the question, and stays for the pages after',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/thu-tuc?q=khai+sinh&linh-vuc=ho-tich')
    await page
      .getByRole('navigation', { name: 'Ngôn ngữ' })
      .getByRole('link', { name: /English/ })
      .click()
    await page.getByRole('heading', { name: 'Results for “khai sinh”' }).waitFor()

    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(visitor.whereabouts()).toMatch(/q=khai\+sinh&linh-vuc=ho-tich/)
    expect(await page.locator('#search').inputValue()).toBe('khai sinh')

    await page.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true }).click()
    await page.getByRole('link', { name: 'See how to file' }).waitFor()
    expect(await page.locator('h1').getAttribute('lang')).toBe('vi')

    await page
      .getByRole('navigation', { name: 'Language' })
      .getByRole('link', { name: /Tiếng Việt/ })
      .click()
    await page.getByRole('link', { name: 'Xem cách nộp hồ sơ' }).waitFor()
    expect(visitor.whereabouts()).toMatch(/^\/thu-tuc\/1\.001193/)
  },
)

const PAGES = [
  '/',
  '/su-kien/sinh-con',
  '/co-quan/H26',
  '/don-vi-hanh-chinh?q=dich+vong',
  '/ngay-lam-viec?ngay=x',
  '/tra-cuu',
  '/thu-tuc/1.001193/nop',
]
journey('every kind of page speaks English when asked', async (visitor) => {
  const { page } = visitor
  for (const path of PAGES) {
    await visitor.open(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('navigation', { name: 'Language' }).count()).toBe(1)
  }
})
