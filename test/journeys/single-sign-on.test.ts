import { pino } from 'pino'
import { expect } from 'vitest'
import { ssoTasks } from '#identity'
import { startWorker } from '#platform/jobs'
import { startAgency } from '../support/agency-portal.ts'
import { approvedClient } from '../support/sso.ts'
import { test as houseTest, signIn, WITHOUT_SCRIPT } from './house.ts'
import { DESK, PHONE } from './journey.ts'
import { enter } from './visitor.ts'

/** Beside the portal and its VNeID a department's own portal, on another library, in another process. */
const test = houseTest.extend('agency', { scope: 'file' }, async ({ house }, { onCleanup }) => {
  const { db, services } = house.world
  const tasks = ssoTasks({ vault: services.vault, publicUrl: house.address })
  const stopWorker = await startWorker({ db, log: pino({ level: 'silent' }), handlers: [], tasks })
  const agency = await startAgency(house.address)
  onCleanup(async () => {
    await agency.stop()
    await stopWorker()
  })
  const client = await approvedClient(house.world, {
    name: 'Cổng của Sở Mẫu',
    scopes: ['openid', 'dinh_danh'],
    redirectUris: [`${agency.origin}/callback`],
    signOutUris: [`${agency.origin}/`],
    backChannelUri: `${agency.origin}/back-channel`,
  })
  await agency.useClient(client)
  return agency
})

const BACK_CHANNEL_MS = 15_000

test.for([
  [PHONE, 'Phạm Thu Hà'],
  [DESK, 'Lê Hoàng Giang'],
  [WITHOUT_SCRIPT, 'Lò Văn Mường'],
] as const)(
  'an agency lets in whoever is signed in here, asks for no second password, and hears of it when they leave: $1',
  async ([kind, name], { house, agency, expect }) => {
    const visitor = await enter(house, kind)
    const { page, open, whereabouts, expectAccessible } = visitor
    await signIn(visitor, name, '/tai-khoan')

    await page.goto(agency.origin)
    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Cổng' }).click()
    expect(whereabouts()).toContain('/xac-nhan/')
    await expectAccessible()
    await page.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click()
    await page.getByRole('heading', { name: `Xin chào ${name}` }).waitFor()

    await open('/tai-khoan/ket-noi')
    expect(await page.getByText('Cổng của Sở Mẫu').count()).toBeGreaterThan(0)
    await expectAccessible()

    await open('/dang-xuat')
    await page.getByLabel('Thiết bị này').check()
    await page.locator('main').getByRole('button', { name: 'Đăng xuất' }).click()
    await expect
      .poll(async () => page.goto(agency.origin).then(() => page.getByRole('link').allInnerTexts()), {
        timeout: BACK_CHANNEL_MS,
      })
      .toContain('Đăng nhập bằng tài khoản Cổng Dịch vụ công')
    await visitor.leave()
  },
)

test('signing out at the agency asks whether to leave the portal, too', async ({ house, agency }) => {
  const visitor = await enter(house, DESK)
  const { page, open, whereabouts } = visitor
  await signIn(visitor, 'Hoàng Thị Ngọc', '/tai-khoan')
  await page.goto(`${agency.origin}/sign-in`)
  await page.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click()
  await page.getByRole('heading', { name: 'Xin chào Hoàng Thị Ngọc' }).waitFor()

  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Cổng' }).waitFor()
  await open('/tai-khoan')

  expect(whereabouts()).toContain('/dang-nhap')
  await visitor.leave()
})
