import { expect } from 'vitest'
import { signIn, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK, PHONE } from './journey.ts'
import { enter } from './visitor.ts'

test.for([
  [PHONE, 'Phạm Thu Hà'],
  [DESK, 'Lê Hoàng Giang'],
  [WITHOUT_SCRIPT, 'Lò Văn Mường'],
] as const)(
  'a citizen signs in, steps up, looks at everything and signs out everywhere: $1',
  async ([kind, name], { house }) => {
    const visitor = await enter(house, kind)
    const { page, open, whereabouts, expectAccessible } = visitor
    await open('/dang-nhap?ve=%2Ftai-khoan')
    await expectAccessible()
    await signIn(visitor, name, '/tai-khoan')
    await expectAccessible()
    await page.getByRole('link', { name: 'Tiếp tục' }).click()
    for (const path of ['/tai-khoan', '/tai-khoan/thiet-bi', '/tai-khoan/xuat']) {
      await open(path)
      await expectAccessible()
    }

    await open('/tai-khoan/dong')
    await expectAccessible()
    await page.getByRole('link', { name: 'Xác thực mức 2 bằng VNeID' }).click()
    await page.getByRole('button', { name: 'Xác nhận mức 2' }).click()
    expect(whereabouts()).toBe('/tai-khoan/dong')
    await page.getByRole('button', { name: 'Đóng tài khoản' }).click()
    await expectAccessible()

    await open('/dang-xuat')
    await expectAccessible()
    await page.getByLabel('Mọi thiết bị').check()
    await page.locator('main').getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('button', { name: 'Đăng xuất VNeID' }).click()
    expect(whereabouts()).toBe('/dang-xuat/xong')
    await expectAccessible()
    await open('/tai-khoan')

    expect(whereabouts()).toBe('/dang-nhap?ve=%2Ftai-khoan')
    await visitor.leave()
  },
)

test('before the session ends a dialog warns, and one key extends it', async ({ house }) => {
  const visitor = await enter(house, DESK)
  const { page } = visitor
  await page.clock.install()
  await signIn(visitor, 'Hoàng Thị Ngọc', '/tai-khoan')

  await page.clock.fastForward('27:30')
  const dialog = page.getByRole('dialog', { name: 'Phiên đăng nhập sắp kết thúc' })
  await dialog.waitFor()
  await visitor.expectAccessible()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })

  expect(await page.getByText('Đã gia hạn phiên đăng nhập.').isVisible()).toBe(true)
  await visitor.leave()
})

test('answers that were sent too late come back after signing in', async ({ house }) => {
  const visitor = await enter(house, WITHOUT_SCRIPT)
  const { page, open, whereabouts } = visitor
  await signIn(visitor, 'Giàng Thị Mỷ', '/tai-khoan')
  await open('/tai-khoan/dong')
  await page.getByLabel('Ghi thêm').fill('Tôi còn muốn nghĩ thêm.')
  house.world.setClock(new Date(Date.now() + 31 * 60_000))

  await page.getByRole('button', { name: 'Đóng tài khoản' }).click()
  house.world.setClock(new Date())
  await visitor.expectAccessible()
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  expect(whereabouts()).toMatch(/^\/tiep-tuc\//)
  await visitor.expectAccessible()
  await page.getByRole('button', { name: 'Gửi tiếp' }).click()

  expect(await page.getByLabel('Ghi thêm').inputValue()).toBe('Tôi còn muốn nghĩ thêm.')
  await visitor.leave()
})
