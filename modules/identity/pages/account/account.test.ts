import { expect } from 'vitest'
import { findAccount } from '#identity'
import { actsOn } from '#platform/acts'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { signIn, test, WHO } from '../../../../test/support/vneid.ts'
import { SECTIONS } from '../../account-export.ts'
import { sessionsOf } from '../../queries/sessions.ts'

const MINUTE_MS = 60_000

/** Tables about accounts that the export does not tell of. */
const NOT_EXPORTED: Readonly<Record<string, string>> = {
  sign_in: 'digests alone, gone within half an hour',
  kept_answers: 'gone within half an hour',
  contact_code: 'a digest alone',
  ...Object.fromEntries(
    [
      'official',
      'post',
      'role_grant',
      'invitation',
      'password',
      'totp',
      'passkey',
      'recovery_code',
      'sign_in_step',
      'attempt',
      'used_challenge',
      'sso_client',
      'sso_secret',
    ].map((name) => [name, 'about officials at work']),
  ),
}

test('the account page shows the data, where it came from and when, and leads to everything else', async ({
  browser,
}) => {
  await signIn(browser, WHO.hoa)

  const { body } = await browser.open('/tai-khoan')

  expect(body).toContain('Võ Thị Hoa')
  expect(body).toContain('079148999008')
  expect(body).toContain('Nguồn: VNeID, nhận lúc')
  expect(body).toContain('Chưa có thay đổi nào')
  for (const address of ['/tai-khoan/thiet-bi', '/tai-khoan/xuat', '/tai-khoan/dong', '/dang-xuat'])
    expect(body).toContain(`href="${address}"`)
})

test('a visitor who opens an account page signs in and comes back to it', async ({ browser }) => {
  await browser.open('/tai-khoan/thiet-bi')
  expect(browser.last.url).toBe('http://portal.test/dang-nhap?ve=%2Ftai-khoan%2Fthiet-bi')
  await signIn(browser, WHO.hoa, { back: '/tai-khoan/thiet-bi' })

  expect(browser.last.url).toBe('http://portal.test/tai-khoan/thiet-bi')
})

test('an organization has an account page too', async ({ browser }) => {
  await signIn(browser, WHO.port)

  const { body } = await browser.open('/tai-khoan?lang=en')

  expect(body).toContain('Legal representative')
  expect(body).toContain('Business')
})

test('my devices are listed, and one can be signed out from another', async ({ portal }) => {
  const phone = new BrowserLike(portal.app)
  const desk = new BrowserLike(portal.app, {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
  })
  await signIn(phone, WHO.ut)
  await signIn(desk, WHO.ut)

  await phone.open('/tai-khoan/thiet-bi')
  expect(phone.last.body).toContain('Firefox, Windows')
  expect(phone.last.body).toContain('Thiết bị này')
  await phone.submit('/tai-khoan/thiet-bi')

  expect(phone.last.body).toContain('Thiết bị đó đã được đăng xuất')
  expect((await desk.open('/tai-khoan')).url).toContain('/dang-nhap')
  expect((await phone.open('/tai-khoan')).status).toBe(200)
})

test('nobody ends the session of somebody else', async ({ portal }) => {
  const [mine, theirs] = [new BrowserLike(portal.app), new BrowserLike(portal.app)]
  await signIn(mine, WHO.hoa)
  await signIn(mine, WHO.hoa, { back: '/tai-khoan/thiet-bi' })
  await signIn(theirs, WHO.an)
  const [target] = await sessionsOf(portal.db, WHO.an, portal.services.clock())
  await mine.open('/tai-khoan/thiet-bi')

  await mine.submit('/dang-xuat', { noi: 'nowhere' })
  await mine.open('/tai-khoan/thiet-bi')
  const form = new URLSearchParams({
    _csrf: tokenOf(mine.last.body),
    phien: target?.key.toString('base64url') ?? '',
  })
  await mine.ask('POST', '/tai-khoan/thiet-bi', form.toString())

  expect(mine.last.status).toBe(303)
  expect((await theirs.open('/tai-khoan')).status).toBe(200)
})

test('signing out here ends this session, then leads to VNeID, which ends its own and leads back', async ({
  portal,
}) => {
  const [here, there] = [new BrowserLike(portal.app), new BrowserLike(portal.app)]
  await signIn(here, WHO.lan)
  await signIn(there, WHO.lan)
  const token = here.cookie('phien') ?? ''

  await here.open('/dang-xuat')
  await here.submit('/dang-xuat', { noi: 'day' })
  expect(here.last.body).toContain('Đăng xuất VNeID')
  await here.submit(/\/session\/end\/confirm$/, { logout: 'yes' })

  expect(here.last.url).toBe('http://portal.test/dang-xuat/xong')
  expect(here.cookie('phien')).toBeUndefined()
  here.setCookie('phien', token)
  expect((await here.open('/tai-khoan')).url).toContain('/dang-nhap')
  expect((await there.open('/tai-khoan')).status).toBe(200)
  await here.open('/dang-nhap/vneid')
  expect(here.last.body).toContain('Chọn người để đăng nhập')
})

test('a talkative ID token is not sent along at sign-out: nothing personal stands in an address', async ({
  browser,
  vneid,
}) => {
  await vneid.turn({ talkativeIdToken: true })
  await signIn(browser, WHO.lan)
  await browser.open('/dang-xuat')
  const form = new URLSearchParams({ _csrf: tokenOf(browser.last.body), noi: 'day' })

  const { headers } = await browser.ask('POST', '/dang-xuat', form.toString())

  await vneid.turn()
  const url = new URL(headers['location'] ?? '')
  expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri'])
})

test('signing out everywhere ends every session of the account', async ({ portal }) => {
  const [here, there] = [new BrowserLike(portal.app), new BrowserLike(portal.app)]
  await signIn(here, WHO.lan)
  await signIn(there, WHO.lan)

  await here.open('/dang-xuat')
  await here.submit('/dang-xuat', { noi: 'moi-noi' })

  expect((await there.open('/tai-khoan')).url).toContain('/dang-nhap')
  expect(await sessionsOf(portal.db, WHO.lan, portal.services.clock())).toEqual([])
})

test('signing out works while VNeID is down', async ({ portal, vneid, browser }) => {
  await signIn(browser, WHO.lan)
  await browser.open('/dang-xuat')
  await vneid.turn({ down: true })
  const now = portal.services.clock()
  portal.setClock(new Date(now.getTime() + 11 * MINUTE_MS))

  await browser.submit('/dang-xuat', { noi: 'day' })

  portal.setClock(now)
  await vneid.turn()
  expect(browser.last.url).toBe('http://portal.test/dang-xuat/xong')
  expect(browser.last.body).toContain('Bạn đã đăng xuất')
})

test('a session ends half an hour after the last sign of life, and may be extended until then', async ({
  portal,
  browser,
}) => {
  const start = new Date()
  portal.setClock(start)
  await signIn(browser, WHO.binh)
  const at = (minutes: number) => portal.setClock(new Date(start.getTime() + minutes * MINUTE_MS))

  at(25)
  const extended = await browser.ask('POST', '/phien/gia-han')
  at(50)
  const alive = await browser.ask('GET', '/tai-khoan')
  at(85)
  const over = await browser.ask('GET', '/tai-khoan')
  const tooLate = await browser.ask('POST', '/phien/gia-han')

  portal.setClock(start)
  expect(JSON.parse(extended.body)).toEqual({ left: 30 * MINUTE_MS })
  expect(alive.status).toBe(200)
  expect(over.headers['location']).toBe('/dang-nhap?ve=%2Ftai-khoan')
  expect(tooLate.status).toBe(401)
})

test('a page elsewhere extends no session', async ({ portal, browser }) => {
  await signIn(browser, WHO.binh)

  const answer = await portal.app.inject({
    method: 'POST',
    url: '/phien/gia-han',
    headers: { cookie: `phien=${browser.cookie('phien')}`, 'sec-fetch-site': 'cross-site' },
  })

  expect(answer.statusCode).toBe(403)
})

test('a session ends after twelve hours, however busy', async ({ portal, browser }) => {
  const start = new Date()
  portal.setClock(start)
  await signIn(browser, WHO.binh)

  let last = 200
  for (let minutes = 0; minutes < 13 * 60; minutes += 20) {
    portal.setClock(new Date(start.getTime() + minutes * MINUTE_MS))
    last = (await browser.ask('GET', '/tai-khoan')).status
    if (last !== 200) break
    expect(minutes).toBeLessThan(12 * 60)
  }

  portal.setClock(start)
  expect(last).toBe(302)
})

test('everything that is held about an account can be downloaded as JSON', async ({ browser, portal }) => {
  await signIn(browser, WHO.hoa)
  const page = await browser.open('/tai-khoan/xuat')
  expect(page.body).toContain('href="/tai-khoan/xuat/du-lieu.json"')

  const { headers, body } = await browser.open('/tai-khoan/xuat/du-lieu.json')

  const file = JSON.parse(body) as Record<string, unknown>
  expect(headers['content-disposition']).toMatch(/^attachment; filename="mot-cua-\d{4}-\d\d-\d\d\.json"$/)
  expect(headers['cache-control']).toBe('no-store')
  expect(file['account']).toMatchObject({ id: WHO.hoa, kind: 'person' })
  expect(file['data']).toMatchObject({ personalId: '079148999008', name: 'Võ Thị Hoa' })
  expect(file['sessions']).not.toEqual([])
  expect(body).not.toContain(browser.cookie('phien') ?? 'none')
  expect(body).not.toContain('idToken')
  const [act] = await actsOn(portal.db, `account:${WHO.hoa}`)
  expect(act?.verb).toBe('identity.exported')
})

test('no table about accounts is left out of the export, but for those that say why', async ({ portal }) => {
  const rows = await portal.db.many<{ name: string }>(sql`
    select distinct c.conrelid::regclass::text as name
      from pg_constraint c
     where c.contype = 'f' and c.confrelid = 'identity.account'::regclass
     order by 1`)

  const named = rows.map(({ name }) => name.replace('identity.', ''))
  const told = SECTIONS.flatMap(({ tables }) => tables)
  expect(named.filter((name) => !told.includes(name) && !(name in NOT_EXPORTED))).toEqual([])
})

test('closing an account asks for a reason and a tick, and shows the form again without them', async ({
  browser,
}) => {
  await signIn(browser, WHO.haruka, { back: '/tai-khoan/dong' })
  await browser.open('/tai-khoan/dong')

  await browser.submit('/tai-khoan/dong', { ghi_them: 'Tôi về nước.' })

  expect(browser.last.status).toBe(422)
  expect(browser.last.body).toContain('<title>Lỗi:')
  expect(browser.last.body).toContain('href="#ly_do"')
  expect(browser.last.body).toContain('href="#chac"')
  expect(browser.last.body).toContain('Tôi về nước.')
})

test('a closed account is signed out everywhere and never opened again', async ({ portal }) => {
  const [here, there] = [new BrowserLike(portal.app), new BrowserLike(portal.app)]
  await signIn(here, WHO.haruka)
  await signIn(there, WHO.haruka)
  await here.open('/tai-khoan/dong')

  await here.submit('/tai-khoan/dong', { ly_do: 'not_needed', chac: 'co' })

  expect(await findAccount(portal.db, WHO.haruka)).toMatchObject({ closedWhy: 'not_needed' })
  expect((await there.open('/tai-khoan')).url).toContain('/dang-nhap')
  await signIn(there, WHO.haruka)
  expect(there.last.status).toBe(403)
  expect(there.last.body).toContain('Tài khoản này đã đóng')
  const [act] = await actsOn(portal.db, `account:${WHO.haruka}`)
  expect(act).toMatchObject({ verb: 'identity.account_closed', reason: 'not_needed' })
})

function tokenOf(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
}
