import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sql } from '#platform/db'
import { picture, settle } from '../support/filing.ts'
import { addOfficial, sessionOf } from '../support/people.ts'
import { type House, signIn, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK, PHONE } from './journey.ts'
import { look } from './look.ts'
import { enter, type Visitor } from './visitor.ts'

const PLACE = 'Xã Ia Hrung, Tỉnh Gia Lai'
/** An officer of the commune that the citizen files for, at their desk. */
async function officerAt(house: House, agency: string): Promise<Visitor> {
  const { accountId } = await addOfficial(house.world.db, {
    agency,
    name: 'Phan Thị Mận',
    roles: ['officer'],
  })
  const visitor = await enter(house, DESK)
  const value = await sessionOf(house.world, accountId, { kind: 'official' })
  await visitor.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  return visitor
}

async function agencyOf({ world }: House, code: string): Promise<string> {
  await settle(world)
  const { agency } = await world.db.one<{ agency: string }>(sql`
    select d.agency from register.dossier d where d.code = ${code}`)
  return agency
}

async function fillDate(
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  await page.locator(`[name="${name}-day"]`).fill(day)
  await page.locator(`[name="${name}-month"]`).fill(month)
  await page.locator(`[name="${name}-year"]`).fill(year)
}

const by = (page: Page, name: string) => page.locator(`[name="${name}"]`)

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).last().click()
}

/** From the procedure's page to the receipt; answers the code. */
async function fileBirth(visitor: Visitor, childName: string, name = 'Trần Thị Bình'): Promise<string> {
  const { page, open } = visitor
  await signIn(visitor, name, '/thu-tuc/1.001193')
  await open('/thu-tuc/1.001193')
  await page.getByRole('main').getByRole('link', { name: 'Nộp hồ sơ' }).first().click()
  await page.getByRole('link', { name: 'Nộp trực tuyến ngay' }).click()
  await page.getByRole('heading', { name: 'Nộp hồ sơ trực tuyến' }).waitFor()
  await by(page, 'noi').fill(PLACE)
  await page.getByRole('button', { name: 'Tìm nơi giải quyết' }).click()
  await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).waitFor()
  await look(visitor, '01-noi-giai-quyet')
  const agency = page.getByRole('radio').first()
  if (!(await agency.isChecked())) await agency.check()
  await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Các phần của hồ sơ' }).waitFor()
  await look(visitor, '02-danh-sach-viec')

  await page.getByRole('link', { name: 'Người yêu cầu' }).click()
  await next(page)
  await page.getByText('Có nội dung cần sửa').waitFor()
  await look(visitor, '03-nguoi-yeu-cau-loi')
  await page.getByLabel('Cha hoặc mẹ').check()
  if ((await by(page, 'applicant.residence.unit').inputValue()) === '')
    await by(page, 'applicant.residence.unit').fill(PLACE)
  for (const field of ['applicant.phone'] as const) {
    if ((await by(page, field).inputValue()) === '') await by(page, field).fill('0912345678')
  }
  await next(page)

  await by(page, 'child.name').fill(childName)
  await fillDate(page, 'child.bornOn', ['5', '11', '2026'])
  await page.getByLabel('Nữ').check()
  await by(page, 'child.ethnicity').fill('Kinh')
  await by(page, 'child.nationality').fill('Việt Nam')
  await by(page, 'child.bornAt').fill('Bệnh viện Đa khoa tỉnh Gia Lai')
  await by(page, 'child.homeland.unit').fill('xã Ia Hrung, huyện Ia Grai, Gia Lai')
  await look(visitor, '04-tre-duoc-khai-sinh')
  await next(page)
  await page.getByLabel('Chỉ có mẹ').check()
  await next(page)
  await by(page, 'mother.name').fill(name)
  await fillDate(page, 'mother.bornOn', ['12', '3', '1985'])
  await by(page, 'mother.nationality').fill('Việt Nam')
  await by(page, 'mother.residence.unit').fill(PLACE)
  await next(page)
  await page.getByLabel('Giấy chứng sinh', { exact: true }).check()
  await by(page, 'birthProofFiles')
    .last()
    .setInputFiles({ name: 'Giấy chứng sinh của cháu.jpg', mimeType: 'image/jpeg', buffer: await picture() })
  await look(visitor, '05-giay-to')
  await next(page)
  await page.getByLabel('Bản điện tử, tải trên cổng này').check()
  await next(page)
  await page.getByRole('checkbox').check()
  await next(page)
  await page.getByRole('heading', { name: 'Kiểm tra hồ sơ trước khi nộp' }).waitFor()
  await look(visitor, '06-kiem-tra')
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.getByText('Đã nộp hồ sơ').waitFor()
  const code = (await page.locator('.notice .code').innerText()).trim()
  await look(visitor, '07-bien-nhan')
  await open('/ho-so')
  await look(visitor, '08-ho-so-cua-toi')
  return code
}

async function act(
  page: Page,
  act: string,
  fill?: (form: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  const form = page.locator(`form[action$="/${act}"]`)
  const folded = form.locator('xpath=ancestor::details[not(@open)]')
  while ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
  await fill?.(form)
  await form.locator('button:not(.hidden)').last().click()
  await page.getByText('Đã ghi nhận').waitFor()
}

test.for([
  [PHONE, 'Lê Minh An'],
  [WITHOUT_SCRIPT, 'Lê Minh Khang'],
] as const)(
  'a birth registration for a commune of another province: filed on a phone, supplemented once from another device, approved, returned, rated: $1',
  { timeout: 180_000 },
  async ([kind, childName], { house }) => {
    const citizen = await enter(house, kind)
    const code = await fileBirth(citizen, childName)
    expect(code).toMatch(/^H21-\d{6}-\d{4}$/)

    const officer = await officerAt(house, await agencyOf(house, code))
    const desk = officer.page
    await officer.open('/mot-cua')
    await look(officer, '10-hang-doi')
    await desk.getByRole('link', { name: code }).click()
    await look(officer, '11-ho-so-o-mot-cua')
    await act(desk, 'tiep-nhan', (form) => form.getByRole('radio').first().check())
    await act(desk, 'bo-sung', async (form) => {
      await form.locator('summary', { hasText: 'Ảnh chụp hoặc bản quét' }).click()
      await form.locator('[name="muc.birthProofFiles"]').fill('Chụp lại đủ bốn góc, đọc rõ số')
      await form.locator('[name="lyDo-bo-sung"]').fill('Ảnh giấy chứng sinh bị mờ')
    })
    await look(officer, '12-da-yeu-cau-bo-sung')

    const other = await enter(house, DESK)
    await signIn(other, 'Trần Thị Bình', '/ho-so')
    await look(other, '13-viec-can-lam')
    await other.page.getByRole('link', { name: `Bổ sung hồ sơ ${code}` }).click()
    await other.page.getByRole('heading', { name: 'Bổ sung hồ sơ' }).waitFor()
    await look(other, '14-bo-sung')
    await by(other.page, 'birthProofFiles').first().waitFor({ state: 'attached' })
    await other.page
      .locator('input[type="file"][name="birthProofFiles"]')
      .setInputFiles({ name: 'rõ hơn.jpg', mimeType: 'image/jpeg', buffer: await picture('#ddeeff') })
    await other.page.getByRole('button', { name: 'Gửi bổ sung' }).last().click()
    await other.page.getByText('Đã gửi bổ sung').waitFor()
    await look(other, '15-da-bo-sung')
    await settle(house.world)

    await officer.open(`/mot-cua/ho-so/${code}`)
    await act(desk, 'chuyen', (form) => form.getByLabel('Thẩm định').check())
    await act(desk, 'chuyen', (form) => form.getByLabel('Phê duyệt').check())
    await act(desk, 'chuyen', (form) => form.getByLabel('Phát hành kết quả').check())
    await look(officer, '16-phat-hanh')
    await act(desk, 'ket-qua', async (form) => {
      await form.locator('[name="ten"]').fill('Giấy khai sinh')
      await form.locator('[name="so"]').fill('12/2026')
      await form.locator('[name="tepKetQua"]').setInputFiles({
        name: 'giấy khai sinh.jpg',
        mimeType: 'image/jpeg',
        buffer: await picture('#fff0f0'),
      })
    })

    await citizen.open(`/ho-so/${code}`)
    await citizen.page.getByRole('link', { name: 'Tải kết quả' }).waitFor()
    await look(citizen, '17-co-ket-qua')
    await act(desk, 'tra-ket-qua')
    await citizen.open(`/ho-so/${code}`)
    await citizen.page.getByLabel('Rất hài lòng').check()
    await citizen.page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await citizen.page.getByText('Cảm ơn bạn đã đánh giá').waitFor()
    await look(citizen, '18-da-danh-gia')
    await citizen.open(`/tra-cuu?ma=${code}`)
    await look(citizen, '19-tra-cuu')
    await settle(house.world)
    await citizen.open('/tai-khoan/thong-bao')
    await look(citizen, '20-thong-bao')
    await citizen.page.getByText('Đã có kết quả giải quyết hồ sơ').first().waitFor()
    await citizen.open('/tai-khoan/ai-da-xem')
    expect(await citizen.page.getByRole('main').innerText()).toContain('Giải quyết thủ tục hành chính')

    for (const visitor of [citizen, other, officer]) {
      visitor.expectNothingBroken()
      await visitor.leave()
    }
  },
)

test('refused, late with an apology, and at the counter: at a desk', { timeout: 120_000 }, async ({
  house,
}) => {
  const citizen = await enter(house, DESK)
  const refused = await fileBirth(citizen, 'Lê Thị Ngọc')
  const agency = await agencyOf(house, refused)
  const officer = await officerAt(house, agency)
  const { page } = officer
  await officer.open(`/mot-cua/ho-so/${refused}`)
  await act(page, 'tu-choi', (form) => form.locator('textarea').fill('Nơi cư trú của mẹ không thuộc xã này'))
  await citizen.open(`/ho-so/${refused}`)
  await citizen.page.getByText('Nơi cư trú của mẹ không thuộc xã này').first().waitFor()
  await look(citizen, '20-tu-choi')

  await officer.open('/mot-cua/tiep-nhan')
  await look(officer, '21-quay')
  await by(page, 'thuTuc').fill('1.004873')
  await page.getByRole('button', { name: 'Mở biểu mẫu' }).click()
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).last().click()
  await page.getByText('Có nội dung cần sửa').waitFor()
  await by(page, '_ten').fill('Trần Văn Dũng')
  await by(page, 'applicant.name').fill('Trần Văn Dũng')
  await by(page, 'applicant.personalId').fill('064085001234')
  await fillDate(page, 'applicant.bornOn', ['1', '2', '1985'])
  await by(page, 'applicant.residence.unit').fill(PLACE)
  await by(page, 'applicant.phone').fill('0987654321')
  await page.getByLabel('Chưa kết hôn lần nào').check()
  await page.getByLabel('Việc làm, du học').check()
  await page.getByLabel('Tại nơi nộp hồ sơ').check()
  await page.getByRole('checkbox').check()
  await page.locator('[name="_thoiHan"]').first().check()
  await look(officer, '22-quay-bieu-mau')
  await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).last().click()
  await page.getByText('Đã ghi nhận').waitFor()
  await page.getByRole('link', { name: 'Giấy tiếp nhận và hẹn trả (mẫu 01)' }).waitFor()
  await act(page, 'gia-han', async (form) => {
    await form.locator('[name="ngayMoi"]').fill('30/12/2026')
    await form.locator('textarea').fill('Chờ xác minh nơi cư trú')
  })
  await look(officer, '23-da-hen-lai')
  for (const visitor of [citizen, officer]) {
    visitor.expectNothingBroken()
    await visitor.leave()
  }
})
