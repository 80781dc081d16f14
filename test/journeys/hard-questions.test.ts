import { expect } from 'vitest'
import { journey } from './journey.ts'
import { INVENTED_CODE } from './unwieldy-procedures.ts'

journey('nothing found is a page with ways on, not an end', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc?q=zxqwv')
  await page.getByText('Không tìm thấy thủ tục nào').waitFor()
  expect(await page.locator('#search').inputValue()).toBe('zxqwv')

  await page.getByRole('main').getByRole('link', { name: 'Theo sự kiện cuộc đời' }).click()
  await page.waitForURL('/su-kien')
})

journey('filters that leave nothing can be taken off in one step', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc?q=khai+sinh&linh-vuc=khong-co-linh-vuc-nay')
  await page.getByRole('link', { name: 'Tìm lại và bỏ hết bộ lọc' }).click()
  await page.waitForURL('/thu-tuc?q=khai+sinh')
  expect(await page.locator('.results > li').count()).toBeGreaterThan(3)
})

journey('a slip of the finger is mended, and the mended words are said', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc?q=giay+khai+sihn')
  expect(await page.getByText('Đang tìm:').textContent()).toContain('giấy khai sinh')
  expect(await page.locator('.results > li').first().textContent()).toContain('Thủ tục đăng ký khai sinh')
})

journey('a question of six hundred words is answered, and stays within the page', async (visitor) => {
  const { page } = visitor
  await visitor.open(`/thu-tuc?q=${encodeURIComponent('xin phép xây nhà ở riêng lẻ '.repeat(100))}`)
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.length).toBeLessThan(160)

  await visitor.open(`/thu-tuc?q=${'a'.repeat(2_000)}`)
})

journey('letters of other scripts and signs of programs are words like any other', async (visitor) => {
  const { page } = visitor
  for (const q of ['"><script>alert(1)</script>', "% _ \\ ' ; --", '🙂 出生證明', '\u0000\u202e\uFEFF']) {
    await visitor.open(`/thu-tuc?q=${encodeURIComponent(q)}`)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  }
})

journey('the longest name that a procedure may have breaks no page', async (visitor) => {
  const { page } = visitor
  await visitor.open(`/thu-tuc/${INVENTED_CODE}`)
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.length).toBeGreaterThan(1_000)
  await visitor.open(`/thu-tuc?q=${INVENTED_CODE}`)
})
