import { expect } from 'vitest'
import { journey, scriptedJourney } from './journey.ts'

journey(
  'a citizen says what they need, narrows it down, and learns where and how to file',
  async (visitor) => {
    const { page } = visitor
    await visitor.open('/')
    await page
      .getByRole('searchbox', { name: 'Bạn cần làm việc gì?' })
      .or(page.getByRole('combobox'))
      .fill('lam giay khai sinh')
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
    await page.waitForURL(/\/thu-tuc\?q=/)

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('lam giay khai sinh')
    expect(await page.locator('.results > li').first().textContent()).toContain('Thủ tục đăng ký khai sinh')

    const before = await page.locator('.results > li').count()
    await page
      .getByRole('complementary', { name: 'Lọc kết quả' })
      .getByRole('link', { name: 'Sinh con' })
      .click()
    await page.waitForURL(/su-kien=sinh-con/)
    await page.getByText('Đang lọc theo').waitFor()
    expect(await page.locator('.results > li').count()).toBeLessThan(before)
    expect(await page.locator('#search').inputValue()).toBe('lam giay khai sinh')

    await page.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true }).click()
    await page.waitForURL('/thu-tuc/1.001193')
    await page.getByLabel('Xã, phường nơi bạn ở').fill('phuong dich vong, cau giay, ha noi')
    await page.getByRole('button', { name: 'Tìm nơi nộp' }).click()
    await page.getByRole('link', { name: 'Phường Cầu Giấy' }).click()
    expect(await page.locator('#noi-nop').textContent()).toContain(
      'Người ở Phường Cầu Giấy, Thành phố Hà Nội nộp tại:',
    )
    expect(await page.locator('#noi-nop').getByRole('link').first().textContent()).toMatch(
      /Cầu Giấy|Phục vụ hành chính công/,
    )

    await page.getByRole('link', { name: 'Xem cách nộp hồ sơ' }).click()
    await page.waitForURL('/thu-tuc/1.001193/nop')
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining([
        '1. Tìm nơi nộp',
        '2. Chuẩn bị giấy tờ',
        '3. Nộp bằng cách thuận tiện nhất',
        '4. Khi nào có kết quả',
      ]),
    )

    await page.getByRole('link', { name: 'Xem lại thủ tục' }).click()
    await page.waitForURL('/thu-tuc/1.001193')
  },
)

journey('filters stay when the words change, and come off one by one or all at once', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc?q=khai+sinh&linh-vuc=ho-tich&cap=xa')
  await page.locator('#search').fill('ket hon')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.waitForURL(/ket(\+|%20)hon/)
  expect(visitor.whereabouts()).toMatch(/linh-vuc=ho-tich.*cap=xa|cap=xa.*linh-vuc=ho-tich/)

  await page.getByRole('link', { name: /Bỏ lọc:.*Cấp xã/ }).click()
  await page.waitForURL((url) => !url.search.includes('cap=xa'))
  expect(visitor.whereabouts()).toContain('linh-vuc=ho-tich')
  await page.goBack()
  await page.getByRole('link', { name: 'Bỏ tất cả bộ lọc' }).click()
  await page.waitForURL((url) => !url.search.includes('linh-vuc'))
  expect(await page.locator('#search').inputValue()).toBe('ket hon')
})

journey('results come before filters on a phone, and a link leads past them', async (visitor) => {
  const { page, kind } = visitor
  await visitor.open('/thu-tuc?q=khai+sinh')
  const jump = page.getByRole('link', { name: 'Lọc kết quả' })
  const firstResult = page.locator('.results > li').first()
  expect(await jump.isVisible()).toBe(kind.isPhone)

  const [result, filters] = await Promise.all([
    firstResult.boundingBox(),
    page.locator('#ben-canh').boundingBox(),
  ])
  if (!kind.isPhone) expect(filters?.x).toBeGreaterThan(result?.x ?? 0)
  else {
    expect(filters?.y).toBeGreaterThan(result?.y ?? 0)
    await jump.click()
    expect(visitor.whereabouts()).toMatch(/#ben-canh$/)
  }
})

journey('the browser goes back through answers to the first question', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc?q=khai+sinh')
  await page.getByRole('link', { name: 'Thủ tục đăng ký lại khai sinh', exact: true }).click()
  await page.waitForURL(/\/thu-tuc\/1\.004884$/)
  await page.goBack()
  expect(visitor.whereabouts()).toBe('/thu-tuc?q=khai+sinh')
  expect(await page.locator('#search').inputValue()).toBe('khai sinh')
  await page.goForward()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thủ tục đăng ký lại khai sinh')
})

journey('a name that many places share asks which one, and an unknown one says so', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc/1.001193?noi=xa+tan+tien#noi-nop')
  const choices = page.locator('#noi-nop').getByRole('status').getByRole('link')
  expect(await choices.count()).toBeGreaterThan(3)
  await choices.first().click()
  await page.getByRole('heading', { name: /nộp tại:$/ }).waitFor()

  await page.getByLabel('Xã, phường nơi bạn ở').fill('zzzz')
  await page.getByRole('button', { name: 'Tìm nơi nộp' }).click()
  await page.getByText('Không nhận ra tên này').waitFor()
  expect(await page.getByLabel('Xã, phường nơi bạn ở').inputValue()).toBe('zzzz')
})

scriptedJourney('a procedure can be printed and its address copied', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc/1.001193')
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: 'In trang này' }).click()
  expect(await page.locator('html').getAttribute('data-printed')).toBe('')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Sao chép liên kết' }).click()
  await page.getByText('Đã sao chép liên kết').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/thu-tuc\/1\.001193$/)
})

journey('on paper a procedure is its text alone, with every case unfolded', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc/1.001193')
  const folded = page.locator('details:not([open]) .papers li').first()
  expect(await folded.isVisible()).toBe(false)

  await page.emulateMedia({ media: 'print' })

  expect(await folded.isVisible()).toBe(true)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  for (const name of ['Danh mục chính', 'Ngôn ngữ', 'Đường dẫn trang', 'Dịch vụ']) {
    expect(await page.getByRole('navigation', { name }).first().isVisible(), name).toBe(false)
  }
  expect(await page.locator('form[role=search], .share, .button').filter({ visible: true }).count()).toBe(0)
})
