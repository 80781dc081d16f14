import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { addOfficial, sessionOf } from '../support/people.ts'
import { type House, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK } from './journey.ts'
import { look } from './look.ts'
import { enter, type Visitor, type VisitorKind } from './visitor.ts'

const MOST_TABS = 150
const FORM = 'Tờ khai cấp giấy xác nhận tình trạng hôn nhân'

test.each([DESK, WITHOUT_SCRIPT])(
  'an editor of the centre changes a question, adds one, takes one away and back, looks, and saves: $name',
  async (kind) => {
    const visitor = await asEditor(current, kind)
    const { page } = visitor
    await page.getByRole('link', { name: 'Biểu mẫu điện tử' }).click()
    await look(visitor, 'bieu-mau')
    await page.getByRole('link', { name: FORM }).click()
    await look(visitor, 'bieu-mau-cau-hoi')

    await page.getByRole('button', { name: 'Sửa Ghi rõ mục đích' }).click()
    await page.getByLabel('Câu hỏi, tiếng Việt').fill(`Ghi rõ mục đích sử dụng giấy xác nhận, ${kind.name}`)
    await look(visitor, 'bieu-mau-sua-cau')
    await page.getByRole('button', { name: 'Xong phần này' }).click()
    await page.getByRole('button', { name: 'Thêm sau Ghi rõ mục đích' }).click()
    await page.getByLabel('Câu hỏi, tiếng Việt').fill('Sử dụng ở đâu')
    await page.getByLabel('Câu hỏi, tiếng Anh').fill('Where is it used')
    await page.getByLabel('Loại câu hỏi').selectOption('choice')
    await page.getByRole('button', { name: 'Cập nhật bản đang sửa' }).click()
    await page.getByLabel('Các lựa chọn').fill('inside | Trong nước')
    await page.getByRole('button', { name: 'Xong phần này' }).click()
    await page.getByText('Dòng 1: ghi').first().waitFor()
    await look(visitor, 'bieu-mau-lua-chon-sai')
    await page.getByLabel('Các lựa chọn').fill('inside | Trong nước | At home\nabroad | Nước ngoài | Abroad')
    await page.getByRole('button', { name: 'Xong phần này' }).click()

    await page.getByRole('button', { name: /^Bỏ Ghi rõ mục đích/ }).click()
    expect(await page.getByRole('button', { name: /^Sửa Ghi rõ mục đích/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('button', { name: /^Sửa Ghi rõ mục đích/ }).waitFor()

    await page.getByRole('button', { name: 'Xem trước và so sánh' }).click()
    await page.getByRole('heading', { name: 'Xem trước', exact: true }).waitFor()
    await page.getByText('sửa: status: purposeOther').waitFor()
    await look(visitor, 'bieu-mau-xem-truoc')
    await page.getByLabel('Lý do sửa').fill('Theo góp ý của Ủy ban nhân dân phường về mục đích sử dụng giấy')
    await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click()
    await page.getByText('Đã lưu phiên bản').waitFor()
    await page.getByRole('link', { name: 'Phiên bản 1', exact: true }).click()
    await page.getByRole('heading', { name: 'Bản đang dùng khác gì phiên bản 1' }).waitFor()
    await look(visitor, 'bieu-mau-phien-ban')
    visitor.expectNothingBroken()
    await visitor.leave()
  },
)

test('the same form is written as JSON, and what is wrong is told by its place', async ({ house }) => {
  const visitor = await asEditor(house, DESK)
  const { page } = visitor
  await visitor.open('/quan-tri/bieu-mau/marriage-registration')
  await page.getByRole('button', { name: 'Sửa dạng JSON' }).click()
  const json = page.getByLabel('Nội dung (JSON)')
  const form = await json.inputValue()
  await json.fill(form.replace('"type": "choice"', '"type": "lựa chọn"'))
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click()
  await page.getByText('Chưa dùng được').first().waitFor()
  await look(visitor, 'bieu-mau-sai')
  await json.fill(form)
  await page.getByRole('button', { name: 'Sửa từng câu hỏi' }).click()
  await page.getByRole('heading', { name: 'Các trang và câu hỏi' }).waitFor()
  visitor.expectNothingBroken()
  await visitor.leave()
})

test('a new form is built by keyboard alone', async ({ house }) => {
  const visitor = await asEditor(house, DESK)
  const { page } = visitor
  await visitor.open('/quan-tri/bieu-mau/moi')
  const goTo = async (what: Locator) => {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('The keyboard does not get there')
  }
  const type = async (name: string, text: string) => {
    await goTo(page.locator(`[name="${name}"]`))
    await page.keyboard.type(text)
  }
  const press = async (name: string) => {
    await goTo(page.getByRole('button', { name }))
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
  }
  await type('bm-id', 'noise-complaint')
  await type('bm-thu-tuc', '1.000894')
  await type('bm-vi', 'Đơn đề nghị')
  await type('bm-en', 'Request')
  await press('Thêm trang vào cuối')
  await page.locator('[name="trang-vi"]').waitFor()
  await type('trang-vi', 'Nội dung')
  await type('trang-en', 'Content')
  await press('Xong phần này')
  await press('Sửa question1')
  await page.locator('[name="cau-vi"]').waitFor()
  await type('cau-vi', 'Đề nghị gì')
  await type('cau-en', 'What is asked')
  await press('Lưu phiên bản mới')
  await page.getByText('Đã lưu phiên bản 1').waitFor()
  await look(visitor, 'bieu-mau-moi')
  visitor.expectNothingBroken()
  await visitor.leave()
})

async function asEditor(house: House, kind: VisitorKind): Promise<Visitor> {
  const { accountId } = await addOfficial(house.world.db, {
    agency: 'G22',
    name: 'Nguyễn Hoàng Biên Tập',
    roles: ['administrator'],
  })
  const visitor = await enter(house, kind)
  const value = await sessionOf(house.world, accountId, { kind: 'official' })
  await visitor.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  await visitor.open('/can-bo')
  return visitor
}

let current: House
test.beforeEach(({ house }) => {
  current = house
})
