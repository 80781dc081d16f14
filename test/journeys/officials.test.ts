import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { test as bareTest, expect, inject } from 'vitest'
import { invitationPath, inviteFromMachine, type MachineInvitation } from '#identity'
import { startBrowser } from '../support/browser.ts'
import { codeAt, oneStepLater, PASSWORD } from '../support/officials.ts'
import { approvedClient } from '../support/sso.ts'
import { NOW, openWorld, type World } from '../support/world.ts'
import { DESK, PHONE } from './journey.ts'
import { enter, type Visitor, type VisitorKind } from './visitor.ts'

type Office = { readonly world: World; readonly address: string; readonly browser: Browser }

/** Passkeys belong to a name, so this portal is opened as `localhost`. */
const test = bareTest
  .extend('server', { scope: 'file' }, () => inject('server'))
  .extend('office', { scope: 'file' }, async ({ server }, { onCleanup }): Promise<Office> => {
    const port = await freePort()
    const address = `http://localhost:${port}`
    const [browser, world] = await Promise.all([startBrowser(), openWorld(server, { PUBLIC_URL: address })])
    onCleanup(async () => {
      await browser.close()
      await world.close()
    })
    await world.app.listen({ host: '127.0.0.1', port })
    return { world, address, browser }
  })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}

async function invited({ world }: Office, change: Partial<MachineInvitation>): Promise<string> {
  const token = await inviteFromMachine(world.db, {
    name: 'Vũ Hồng Thái',
    email: 'thai.vu@trungtam.example',
    agency: 'G22',
    title: 'Quản trị hệ thống',
    role: 'administrator',
    reason: 'Quản trị viên đầu tiên',
    resets: false,
    now: NOW,
    ...change,
  })
  return invitationPath(token ?? '')
}

/** A device that makes passkeys and lets its owner through (https://www.w3.org/TR/webauthn-3/#sctn-automation). */
async function withPasskeys(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function setPassword({ page }: Visitor): Promise<void> {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click()
  await page.waitForURL(/thiet-lap/)
}

async function shownSecret(page: Page): Promise<string> {
  return (await page.locator('.code').first().textContent()) ?? ''
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
}

test.for([PHONE, DESK])(
  'an official enrols a passkey, comes in by it, adds an app and invites ($name)',
  async (kind, { office }) => {
    const email = `thai.${kind.width}@trungtam.example`
    const visitor = await enter(office, kind)
    const { page } = visitor
    await withPasskeys(page)

    await visitor.open(await invited(office, { email }))
    await visitor.expectAccessible()
    await setPassword(visitor)
    await visitor.expectAccessible()
    await page.getByLabel('Tên để nhận ra khóa').fill('Máy ở cơ quan')
    await press(page, 'Tạo khóa truy cập')
    await page.getByRole('heading', { name: 'Mã khôi phục của bạn' }).waitFor()
    await visitor.expectAccessible()
    await page.getByRole('link', { name: 'Tôi đã cất các mã, tiếp tục' }).click()
    await page.waitForURL('/quan-tri')
    await visitor.expectAccessible()

    await signOut(office, visitor)
    await visitor.open('/dang-nhap/can-bo')
    await visitor.expectAccessible()
    await press(page, 'Đăng nhập bằng khóa truy cập')
    await page.waitForURL('/quan-tri')

    await visitor.open('/can-bo/bao-mat')
    await visitor.expectAccessible()
    await page.getByRole('link', { name: 'Thêm ứng dụng xác thực' }).click()
    await page.getByLabel('Mã trong ứng dụng xác thực').waitFor()
    await page.getByLabel('Mã trong ứng dụng xác thực').fill('000000')
    await press(page, 'Dùng ứng dụng này')
    await page.getByText('Có nội dung cần sửa').waitFor()
    await visitor.expectAccessible()
    await page.getByLabel('Mã trong ứng dụng xác thực').fill(codeAt(await shownSecret(page), NOW))
    await press(page, 'Dùng ứng dụng này')
    await page.getByText('Đã thiết lập ứng dụng xác thực.').waitFor()
    await visitor.expectAccessible()

    for (const path of ['/can-bo', '/can-bo/bao-mat/xac-nhan', '/can-bo/bao-mat/mat-khau']) {
      await visitor.open(path)
      await visitor.expectAccessible()
    }
    await visitor.open('/can-bo/bao-mat')
    await page.locator('a[href*="/khoa/ten"]').first().click()
    await visitor.expectAccessible()

    await invite(visitor, `can.bo.${kind.width}@trungtam.example`)
    await lookAtApplications(office, visitor)
    visitor.expectNothingBroken()
    await visitor.leave()
  },
)

async function signOut({ address }: Office, { page }: Visitor): Promise<void> {
  await page.context().clearCookies({ domain: new URL(address).hostname, name: 'phien' })
}

async function invite(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor
  await visitor.open('/quan-tri/moi')
  await press(page, 'Tạo thư mời')
  await page.getByText('Có nội dung cần sửa').waitFor()
  await visitor.expectAccessible()
  await page.getByLabel('Họ tên').fill('Rơ Châm H’Lan')
  await page.getByLabel('E-mail công vụ').fill(email)
  await page.getByLabel('Chức vụ').fill('Chuyên viên')
  await page.getByLabel('Cơ quan', { exact: true }).fill('H21.05')
  await page.getByLabel('Vai trò').selectOption({ label: 'Cán bộ một cửa' })
  await page.getByLabel('Đến hết ngày').fill('31/12/2026')
  await page.getByLabel('Lý do').fill('Quyết định 12/QĐ-SCT')
  await press(page, 'Tạo thư mời')
  await page.getByText('Đường dẫn này chỉ hiện một lần').waitFor()
  await visitor.expectAccessible()
  await page.getByRole('link', { name: 'Về trang của cán bộ' }).click()
  await page.getByRole('heading', { name: 'Rơ Châm H’Lan' }).waitFor()
  await visitor.expectAccessible()
  for (const link of ['Cấp quyền', 'Thêm chức vụ', 'Gửi lại thư mời', 'Chấm dứt mọi quyền truy cập']) {
    const here = page.url()
    await page.getByRole('link', { name: link, exact: true }).click()
    await visitor.expectAccessible()
    await page.goto(here)
  }
  await page.locator('a[href$="/thu-hoi"]').first().click()
  await visitor.expectAccessible()
  await page.locator('main').getByRole('button').click()
  await page.getByText('Có nội dung cần sửa').waitFor()
  await visitor.expectAccessible()
}

/** Applications of agencies that let people in through the portal: none, a form with mistakes, one that is registered. */
async function lookAtApplications({ world }: Office, visitor: Visitor): Promise<void> {
  const { page } = visitor
  await visitor.open('/quan-tri/ung-dung')
  await visitor.expectAccessible()
  await page.locator('a[href="/quan-tri/ung-dung/moi"]').click()
  await visitor.expectAccessible()
  await page.locator('main').getByRole('button').last().click()
  await page.getByText('Có nội dung cần sửa').waitFor()
  await visitor.expectAccessible()
  const { clientId } = await approvedClient(world, {
    name: 'Một cửa điện tử của Ủy ban nhân dân tỉnh, dùng cho mọi sở và mọi xã, phường, đặc khu',
  })
  await visitor.open('/quan-tri/ung-dung')
  await visitor.expectAccessible()
  await visitor.open(`/quan-tri/ung-dung/${clientId}`)
  await visitor.expectAccessible()
}

const BARE: readonly VisitorKind[] = [
  { ...PHONE, name: 'on a phone without script', script: 'off' },
  { ...DESK, name: 'at a desk without script', script: 'off' },
]

test.for(BARE)('password and app need no script ($name)', async (kind, { office }) => {
  const email = `khong.${kind.width}@trungtam.example`
  const visitor = await enter(office, kind)
  const { page } = visitor
  await visitor.open(await invited(office, { email }))
  await setPassword(visitor)
  const secret = await shownSecret(page)
  await page.getByLabel('Mã trong ứng dụng xác thực').fill(codeAt(secret, NOW))
  await press(page, 'Dùng ứng dụng này')
  await page.getByRole('link', { name: 'Tôi đã cất các mã, tiếp tục' }).click()
  await page.waitForURL('/quan-tri')

  await signOut(office, visitor)
  await visitor.open('/dang-nhap/can-bo')
  expect(await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).isVisible()).toBe(false)
  await page.getByLabel('E-mail công vụ').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(page, 'Tiếp tục')
  await page.waitForURL(/buoc-hai/)
  await visitor.expectAccessible()
  await page.getByLabel('Mã trong ứng dụng xác thực').fill(codeAt(secret, oneStepLater(NOW)))
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL('/quan-tri')
  visitor.expectNothingBroken()
  await visitor.leave()
})
