import { expect } from 'vitest'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { passVneid, signIn, test, WHO } from '../../../../test/support/vneid.ts'

const LATER_MS = 31 * 60_000
const FORM = { ly_do: 'other', ghi_them: 'Tôi chuyển ra nước ngoài & chưa về "ngay".' }

test('answers sent after the session has ended are kept, and go on after signing in', async ({
  browser,
  portal,
}) => {
  const start = new Date()
  portal.setClock(start)
  await signIn(browser, WHO.lan)
  await browser.open('/tai-khoan/dong')
  portal.setClock(new Date(start.getTime() + LATER_MS))

  await browser.submit('/tai-khoan/dong', FORM)
  expect(browser.last.url).toMatch(/\/dang-nhap\?ve=%2Ftiep-tuc%2F[0-9a-f-]{36}$/)
  expect(browser.last.body).toContain('Câu trả lời của bạn đã được giữ lại')
  portal.setClock(new Date())
  const back = new URL(browser.last.url).searchParams.get('ve') ?? ''
  await browser.open(`/dang-nhap/vneid?ve=${encodeURIComponent(back)}`)
  await passVneid(browser, WHO.lan)

  expect(browser.last.url).toBe(`http://portal.test${back}`)
  expect(browser.last.body).toContain('2 câu trả lời')
  await browser.submit('/tai-khoan/dong')
  expect(browser.last.status).toBe(422)
  expect(browser.last.body).toContain('Tôi chuyển ra nước ngoài &amp; chưa về')
  expect(browser.last.body).toMatch(/value="other" checked|checked[^>]*value="other"/)
})

test('kept answers are for the same browser, the same account and half an hour', async ({
  browser,
  portal,
  vneid,
}) => {
  const start = new Date()
  portal.setClock(start)
  await signIn(browser, WHO.ut)
  await browser.open('/tai-khoan/dong')
  portal.setClock(new Date(start.getTime() + LATER_MS))
  await browser.submit('/tai-khoan/dong', FORM)
  const back = new URL(browser.last.url).searchParams.get('ve') ?? ''
  portal.setClock(start)

  const other = new BrowserLike(portal.app)
  await signIn(other, WHO.ut, { back })
  const elsewhere = other.last
  browser.forget(vneid.issuer)
  await signIn(browser, WHO.hoa, { back })
  const somebodyElse = await browser.open(back)

  expect([elsewhere.status, somebodyElse.status]).toEqual([404, 404])
  expect(somebodyElse.body).not.toContain('nước ngoài')
})

test('a form without its token is not kept: it may come from another site', async ({ browser, portal }) => {
  const body = new URLSearchParams(FORM).toString()

  const answer = await browser.ask('POST', '/tai-khoan/dong', body)

  expect(answer.status).toBe(403)
  const { count } = await portal.db.one<{ count: number }>(sql`
    select count(*) as count
      from identity.kept_answers
     where account_id is null`)
  expect(count).toBe(0)
})

test('answers are kept as well on the way to level 2', async ({ browser, vneid }) => {
  await signIn(browser, WHO.hoa, { level: 2 })
  await browser.open('/tai-khoan/dong')
  const page = browser.last
  browser.forget(vneid.issuer)
  await signIn(browser, WHO.hoa, { back: '/tra-cuu' })
  browser.last = page

  await browser.submit('/tai-khoan/dong', { ...FORM, chac: 'co' })

  expect(browser.last.url).toMatch(/\/dang-nhap\/muc-2\?ve=%2Ftiep-tuc%2F/)
  await browser.open(`/dang-nhap/vneid?muc=2&${new URL(browser.last.url).search.slice(1)}`)
  await passVneid(browser, WHO.hoa)
  expect(browser.last.body).toContain('3 câu trả lời')
})
