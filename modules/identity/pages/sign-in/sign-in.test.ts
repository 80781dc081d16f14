import { expect } from 'vitest'
import { signIn, test, WHO } from '../../../../test/support/vneid.ts'

test('a citizen signs in with VNeID for the first time, and sees what the account was made from', async ({
  browser,
  portal,
}) => {
  await browser.open('/dang-nhap?ve=%2Ftra-cuu')
  expect(browser.last.body).toContain('Đăng nhập bằng VNeID')

  await signIn(browser, WHO.an, { back: '/tra-cuu' })

  expect(browser.last.url).toBe('http://portal.test/dang-nhap/lan-dau?ve=%2Ftra-cuu')
  expect(browser.last.status).toBe(200)
  expect(browser.last.body).toContain('001085999001')
})
