import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addOfficial, addPerson, sessionOf } from '../support/people.ts'
import { type House, signIn, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK, PHONE } from './journey.ts'
import { enter, type Visitor, type VisitorKind } from './visitor.ts'

const COMMUNE = 'ubnd-00004'
const KINDS = [PHONE, DESK, WITHOUT_SCRIPT]

/** An official of the commune at the counter, signed in. */
async function official(house: House, kind: VisitorKind, name: string): Promise<Visitor> {
  const { accountId } = await addOfficial(house.world.db, { agency: COMMUNE, name, roles: ['officer'] })
  const visitor = await enter(house, kind)
  const value = await sessionOf(house.world, accountId, { kind: 'official' })
  await visitor.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  return visitor
}

async function fillDay(page: Page, bornOn: string): Promise<void> {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  await page.locator('[name="ngay-sinh-day"]').fill(day)
  await page.locator('[name="ngay-sinh-month"]').fill(month)
  await page.locator('[name="ngay-sinh-year"]').fill(year)
}

function shownCode(page: Page): Promise<string> {
  return page.locator('main p.code').innerText()
}

async function declareChild(
  { page, open, expectAccessible }: Visitor,
  child: { readonly name: string; readonly personalId: string; readonly bornOn: string },
): Promise<void> {
  await open('/tai-khoan/uy-quyen')
  await expectAccessible()
  await page.getByRole('link', { name: 'Làm thay cho con' }).click()
  const stepUp = page.getByRole('link', { name: 'Xác thực mức 2 bằng VNeID' })
  if (await stepUp.isVisible()) {
    await expectAccessible()
    await stepUp.click()
    await page.getByRole('button', { name: 'Xác nhận mức 2' }).click()
  }
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByText('Có nội dung cần sửa').waitFor()
  await expectAccessible()
  await page.getByLabel('Cha hoặc mẹ').check()
  await page.getByLabel('Họ tên người được đại diện').fill(child.name)
  await page.getByLabel('Số định danh cá nhân').fill(child.personalId)
  await fillDay(page, child.bornOn)
  await page.getByLabel('Giấy tờ chứng minh').fill('Giấy khai sinh số 12/2016')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
}

test.for([
  [PHONE, 'Đinh Gia Bảo'],
  [DESK, 'Đinh Gia Khánh'],
  [WITHOUT_SCRIPT, 'Đinh Gia Phúc'],
] as const)(
  'a parent acts for a child once an official has seen the papers, and the child can end it: $1',
  async ([kind, name], { house }) => {
    const { db } = house.world
    const child = await addPerson(db, { name, bornOn: '2010-06-01' })
    const parent = await enter(house, kind)
    const { page, open, whereabouts, expectAccessible } = parent
    await signIn(parent, 'Trần Thị Bình', '/tai-khoan')
    await declareChild(parent, child)
    await expectAccessible()
    const code = await shownCode(page)

    const officer = await official(house, kind, 'Ngô Văn Một')
    await officer.open('/can-bo/dai-dien')
    await officer.expectAccessible()
    await officer.page.getByLabel('Mã khai báo').fill(code)
    await officer.page.getByRole('button', { name: 'Mở khai báo' }).click()
    await officer.expectAccessible()
    await officer.page.locator('[name="giay-to"]').fill('Giấy khai sinh 12/2016, bản chính')
    await officer.page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await officer.page.getByRole('heading', { name: 'Đã xác nhận' }).waitFor()
    await officer.expectAccessible()
    officer.expectNothingBroken()
    await officer.leave()

    await open('/tai-khoan/uy-quyen')
    await page.getByRole('link', { name: child.name }).first().click()
    await expectAccessible()
    await page.getByRole('button', { name: 'Bắt đầu làm thay' }).click()
    expect(whereabouts()).toBe('/tai-khoan/lam-thay')
    await expectAccessible()
    await open('/')
    await page.getByText('Bạn đang làm thay cho').waitFor()
    await expectAccessible()

    await endedByChild(house, kind, child.accountId)
    await open('/tai-khoan/uy-quyen')
    expect(whereabouts()).toContain('/dang-nhap')
    await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
    expect(whereabouts()).toBe('/tai-khoan/uy-quyen')
    expect(await page.getByText('Bạn đang làm thay cho').count()).toBe(0)
    expect(await page.getByText('Đã chấm dứt').count()).toBeGreaterThan(0)
    parent.expectNothingBroken()
    await parent.leave()
  },
)

/** The person represented sees who acts for them, and what was done, and ends it. */
async function endedByChild(house: House, kind: VisitorKind, accountId: string): Promise<void> {
  const child = await enter(house, kind)
  const value = await sessionOf(house.world, accountId)
  await child.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  await child.open('/tai-khoan/uy-quyen')
  await child.page.getByRole('link', { name: 'Trần Thị Bình' }).first().click()
  await child.expectAccessible()
  await child.page.getByRole('button', { name: 'Chấm dứt' }).click()
  await child.page.getByText('Đã chấm dứt').first().waitFor()
  await child.open('/tai-khoan/ai-da-xem')
  await child.expectAccessible()
  child.expectNothingBroken()
  await child.leave()
}

test.for(KINDS)(
  'two officials of a commune give an account back to somebody without a phone ($name)',
  async (kind, { house }) => {
    const person = await addPerson(house.world.db, { name: 'Bùi Thị Xuân' })
    const first = await official(house, kind, 'Ngô Văn Một')
    const { page } = first
    await first.open('/can-bo/khoi-phuc')
    await first.expectAccessible()
    await page.getByRole('button', { name: 'Lập yêu cầu' }).click()
    await page.getByText('Có nội dung cần sửa').waitFor()
    await first.expectAccessible()
    await page.getByLabel('Số định danh cá nhân').fill(person.personalId)
    await fillDay(page, person.bornOn)
    await page.getByLabel('Giấy tờ đã xem').fill('Thẻ căn cước, cấp ngày 12/3/2024')
    await page.getByLabel('Lý do').fill('Mất điện thoại, chưa làm lại SIM')
    await page.getByLabel('Có mặt trước tôi').check()
    await page.getByRole('button', { name: 'Lập yêu cầu' }).click()
    await page.getByText('Một cán bộ khác của cơ quan').waitFor()
    await first.expectAccessible()

    const second = await official(house, kind, 'Ngô Văn Hai')
    await second.open(first.whereabouts())
    await second.expectAccessible()
    await second.page.getByLabel('Tôi tự mình xem giấy tờ').check()
    await second.page.getByRole('button', { name: 'Xác nhận và cấp mã' }).click()
    await second.expectAccessible()
    const code = await shownCode(second.page)
    await second.open('/can-bo/khoi-phuc')
    await second.expectAccessible()

    const citizen = await enter(house, kind)
    await citizen.open('/khoi-phuc')
    await citizen.expectAccessible()
    await citizen.page.getByLabel('Mã trên giấy').fill(code)
    await citizen.page.getByLabel('Số định danh cá nhân của bạn').fill(person.personalId)
    await citizen.page.getByRole('button', { name: 'Mở tài khoản' }).click()
    await citizen.page.getByRole('heading', { name: 'Tài khoản đã mở' }).waitFor()
    await citizen.expectAccessible()
    await citizen.open('/tai-khoan/ai-da-xem')
    expect(await citizen.page.getByText('Khôi phục tài khoản tại cơ quan').count()).toBeGreaterThan(1)
    await citizen.expectAccessible()
    for (const visitor of [first, second, citizen]) {
      visitor.expectNothingBroken()
      await visitor.leave()
    }
  },
)
