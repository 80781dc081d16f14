import { expect } from 'vitest'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { openWorld, test } from '../../../../test/support/world.ts'

test('without VNeID set up, the page says so and has no button', async ({ world }) => {
  const browser = new BrowserLike(world.app)

  await browser.open('/dang-nhap')

  expect(browser.last.body).toContain('chưa được nối với VNeID')
  expect(browser.last.body).not.toContain('href="/dang-nhap/vneid"')
  await browser.open('/dang-nhap/vneid')
  expect(browser.last.status).toBe(503)
})

test('with a VNeID that nobody answers at, signing in leads to the page about what still works', async ({
  server,
}) => {
  const world = await openWorld(server, {
    VNEID_ISSUER: 'http://127.0.0.1:9',
    VNEID_CLIENT_ID: 'motcua',
    VNEID_CLIENT_SECRET: 'secret',
  })
  const browser = new BrowserLike(world.app)

  await browser.open('/dang-nhap/vneid?ve=/thu-tuc')

  expect(browser.last.status).toBe(503)
  expect(browser.last.body).toContain('Bạn vẫn làm được những việc này')
  expect(browser.last.body).toContain('href="/dang-nhap?ve=%2Fthu-tuc"')
  await world.close()
})
