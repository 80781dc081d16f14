import { expect } from 'vitest'
import { openIntegrationAccount } from '#sync'
import { communeAgency, fileBirth } from '../support/filing.ts'
import { addOfficial, addPerson, sessionOf } from '../support/people.ts'
import { type House, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK } from './journey.ts'
import { look } from './look.ts'
import { enter, type Visitor, type VisitorKind } from './visitor.ts'

async function asOfficial(house: House, kind: VisitorKind, accountId: string): Promise<Visitor> {
  const visitor = await enter(house, kind)
  const value = await sessionOf(house.world, accountId, { kind: 'official' })
  await visitor.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  return visitor
}

test.for([
  [DESK, 30],
  [WITHOUT_SCRIPT, 31],
] as const)(
  'an officer filters the queue, keeps the view, and writes a result from the template of the agency: from desk $1',
  async ([kind, at], { house }) => {
    const { world } = house
    const agency = await communeAgency(world, at)
    const post = { agency, name: 'Nguyễn Hoàng Thị Bảo Khuyên' }
    const manager = await addOfficial(world.db, { ...post, roles: ['administrator'] })
    const clerk = await addOfficial(world.db, { ...post, roles: ['officer'] })
    const code = await fileBirth(world, await addPerson(world.db), agency)
    await fileBirth(world, await addPerson(world.db), agency)

    const administrator = await asOfficial(house, kind, manager.accountId)
    await administrator.open('/can-bo')
    await administrator.page.getByRole('link', { name: 'Mẫu kết quả' }).click()
    await look(administrator, 'mau-ket-qua')
    await administrator.page.getByLabel('Tên kết quả').fill('Trích lục khai sinh (bản sao) cấp từ sổ hộ tịch')
    await administrator.page.getByLabel('Mã thủ tục').fill('1.001193')
    await administrator.page.getByLabel('Nội dung').fill('Số {{so}}\n\nCấp cho {{ho-ten}}')
    await administrator.page.getByRole('button', { name: 'Lưu mẫu' }).click()
    await administrator.page.getByText('Không có chỗ điền nào tên là ho-ten').first().waitFor()
    await look(administrator, 'mau-ket-qua-sai')
    await administrator.page.getByLabel('Nội dung').fill('Số {{so}}\n\nCấp cho {{tra-loi:child.name}}')
    await administrator.page.getByRole('button', { name: 'Lưu mẫu' }).click()
    await administrator.page.getByText('Đã lưu mẫu').waitFor()
    await look(administrator, 'mau-ket-qua-co')

    const officer = await asOfficial(house, kind, clerk.accountId)
    const { page } = officer
    await officer.open('/mot-cua')
    await page.getByText('Lọc và cách xem đã lưu').click()
    await page.getByLabel('Người xử lý').selectOption('chưa phân công')
    await page.getByLabel('Thủ tục').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Lọc', exact: true }).click()
    await page.getByLabel('Lưu cách xem này với tên').fill('Khai sinh chưa ai nhận')
    await page.getByRole('button', { name: 'Lưu cách xem' }).click()
    await page.getByText('Đã lưu cách xem').waitFor()
    await look(officer, 'hang-doi-loc')
    await page.getByLabel('Bước').selectOption('Phê duyệt')
    await page.getByRole('button', { name: 'Lọc', exact: true }).click()
    await page.getByText('Không có hồ sơ nào khớp bộ lọc').waitFor()
    await look(officer, 'hang-doi-loc-rong')
    await page.getByRole('link', { name: 'Khai sinh chưa ai nhận' }).click()
    await page.getByRole('link', { name: code }).click()

    const press = async (act: string, choice?: string) => {
      const form = page.locator(`form[action$="/${act}"]`)
      if (choice) await form.getByLabel(choice).check()
      else await form.getByRole('radio').first().check()
      await form.getByRole('button').last().click()
      await page.getByText('Đã ghi nhận').waitFor()
    }
    await press('tiep-nhan')
    for (const step of ['Thẩm định', 'Phê duyệt', 'Phát hành kết quả']) await press('chuyen', step)
    await look(officer, 'ho-so-phat-hanh')
    await page.getByText('Soạn kết quả từ mẫu').click()
    await page.getByRole('link', { name: 'Trích lục khai sinh (bản sao)' }).click()
    const body = page.getByLabel('Nội dung')
    expect(await body.inputValue()).toContain('Cấp cho Nguyễn Minh Châu')
    await look(officer, 'soan-ket-qua')
    await body.fill(`${await body.inputValue()}\n\nGhi chú: ……`)
    await page.getByRole('button', { name: 'Phát hành kết quả' }).click()
    await page.getByText('Còn chỗ trống').first().waitFor()
    await look(officer, 'soan-ket-qua-sai')
    await body.fill('Số {{so}}\n\nCấp cho Nguyễn Minh Châu')
    await page.getByRole('button', { name: 'Phát hành kết quả' }).click()
    await page.getByText('Đã ghi nhận').waitFor()
    await officer.open('/can-bo/thong-bao')
    await look(officer, 'nhac-viec')
    for (const visitor of [administrator, officer]) {
      visitor.expectNothingBroken()
      await visitor.leave()
    }
  },
)

test('the board of connected agencies and its reference are read on a phone and at a desk', async ({
  house,
}) => {
  const { world, address } = house
  const password = 'mật khẩu của một hệ thống'
  await openIntegrationAccount(world.db, {
    agency: 'H21',
    username: 'board',
    password,
    by: 'test',
    now: new Date(),
  })
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${address}/mapi/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { session?: string; error_code: string }
  }
  const { session } = await post('login', { username: 'board', password })
  const data = Array.from({ length: 12 }, (_, at) => ({
    MaHoSo: `H21-BOARD-${at}`,
    ChuHoSo: 'Rơ Châm H’Bluih',
    NgayTiepNhan: '20261101080000',
    TrangThaiHoSo: at === 3 ? '12' : '2',
  }))
  await post('g', { session, madonvi: 'H21', service: 'DongBoHoSoMC', isUpdating: 'False', data })
  for (const kind of [DESK, WITHOUT_SCRIPT]) {
    const visitor = await enter(house, kind)
    await visitor.open('/ket-noi')
    await visitor.page.getByText('đang kết nối').first().waitFor()
    await look(visitor, 'ket-noi')
    await visitor.page.getByRole('link', { name: 'Tài liệu kết nối cho hệ thống của cơ quan' }).click()
    await visitor.page.getByRole('heading', { name: 'DongBoHoSoMC' }).waitFor()
    await look(visitor, 'ket-noi-tai-lieu')
    visitor.expectNothingBroken()
    await visitor.leave()
  }
})
