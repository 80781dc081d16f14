import { expect } from 'vitest'
import { FAULTY, journey } from './journey.ts'

journey('an address that leads nowhere offers a search and other ways on', async (visitor) => {
  const { page } = visitor
  await visitor.open('/khong-co-trang-nay')
  await page.getByRole('heading', { name: 'Không tìm thấy trang' }).waitFor()
  await page.locator('#search').fill('hộ chiếu')
  await page.locator('#search').press('Enter')
  await page.waitForURL(/\/thu-tuc\?q=/)

  await page.goBack()
  await page.getByRole('link', { name: 'Về trang chủ' }).click()
  await page.waitForURL('/')
})

journey('a procedure code with a digit missing leads to the codes that are near', async (visitor) => {
  const { page } = visitor
  await visitor.open('/thu-tuc/1.00119')
  await page.getByText('Có thể bạn muốn mở').waitFor()
  await page.getByRole('link', { name: /1\.001193/ }).click()
  await page.waitForURL('/thu-tuc/1.001193')
})

journey(
  'a fault of ours is said plainly, with a number to quote and without its insides',
  async (visitor) => {
    const { page } = visitor
    await visitor.open(FAULTY)
    await page.getByRole('heading', { name: 'Hệ thống gặp sự cố' }).waitFor()
    const said = (await page.getByRole('main').textContent()) ?? ''
    expect(said).toMatch(/Mã sự cố: \S{8,}/)
    expect(said).not.toMatch(/A fault that|Error|\.ts/)
  },
)
