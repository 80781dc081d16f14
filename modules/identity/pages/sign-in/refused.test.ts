import { expect } from 'vitest'
import { findAccount } from '#identity'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { signIn, test, WHO } from '../../../../test/support/vneid.ts'

const ANSWER = /^http:\/\/portal\.test\/dang-nhap\/vneid\/tra-loi\?/

const known = new WeakSet<BrowserLike>()

/** Goes to VNeID and back, and stops just before the portal sees the answer. Answers its address. */
async function answerFor(browser: BrowserLike, who: string = WHO.an): Promise<URL> {
  // VNeID knows them from then on, and asks nothing more.
  if (!known.has(browser)) await signIn(browser, who)
  known.add(browser)
  const started = await browser.ask('GET', '/dang-nhap/vneid?ve=/tra-cuu')
  let step = await browser.ask('GET', started.headers['location'] ?? '')
  while (!ANSWER.test(step.headers['location'] ?? '')) {
    if (!step.headers['location']) throw new Error(`VNeID did not answer: ${step.status} ${step.body}`)
    step = await browser.ask('GET', new URL(step.headers['location'], step.url).href)
  }
  return new URL(step.headers['location'] ?? '')
}

/** Whoever comes back to the portal must not be signed in by that answer. */
async function refused(browser: BrowserLike, url: URL | string) {
  const before = browser.cookie('phien')
  const answer = await browser.open(String(url))
  expect(browser.cookie('phien')).toBe(before)
  return answer
}

test('an answer of VNeID counts once', async ({ browser, portal }) => {
  const url = await answerFor(browser)
  await browser.open(url.href)
  expect(browser.last.url).toBe('http://portal.test/tra-cuu')

  const { status, body } = await refused(browser, url)

  expect(status).toBe(409)
  expect(body).toContain('đã được dùng một lần')
  expect(portal.logged.filter((line) => line.includes('identity.sign_in_used'))).toHaveLength(1)
})

test('of two copies of an answer that arrive together one wins', async ({ browser }) => {
  const url = await answerFor(browser)

  const answers = await Promise.all([browser.ask('GET', url.href), browser.ask('GET', url.href)])

  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([302, 409])
})

test('an answer in another browser is refused, and still counts in its own', async ({ browser, portal }) => {
  const url = await answerFor(browser)
  const other = new BrowserLike(portal.app)

  const { status, body } = await refused(other, url)
  await browser.open(url.href)

  expect(status).toBe(400)
  expect(body).toContain('bắt đầu ở trình duyệt khác')
  expect(browser.last.url).toBe('http://portal.test/tra-cuu')
})

test('another browser with a secret of its own is refused too', async ({ browser, portal }) => {
  const url = await answerFor(browser)
  const other = new BrowserLike(portal.app)
  await other.ask('GET', '/dang-nhap/vneid')

  const { status } = await refused(other, url)

  expect(status).toBe(400)
})

test.for([
  [
    'a state that nobody gave out',
    (url: URL) => url.searchParams.set('state', 'x'.repeat(43)),
    'không bắt đầu từ đây',
  ],
  ['no state', (url: URL) => url.searchParams.delete('state'), 'không bắt đầu từ đây'],
  ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43)), 'không đúng như đã hẹn'],
  ['no code', (url: URL) => url.searchParams.delete('code'), 'không đúng như đã hẹn'],
  ['no issuer', (url: URL) => url.searchParams.delete('iss'), 'không đúng như đã hẹn'],
  [
    'another issuer',
    (url: URL) => url.searchParams.set('iss', 'https://vneid.example.com'),
    'không đúng như đã hẹn',
  ],
] as const)('an answer with %s is refused', async ([, change, words], { browser }) => {
  const url = await answerFor(browser)
  change(url)

  const { status, body } = await refused(browser, url)

  expect(status).toBe(400)
  expect(body).toContain(words)
  expect(body).toContain('Đăng nhập lại')
})

test('the code of one sign-in does not fit another', async ({ browser }) => {
  const first = await answerFor(browser)
  const second = await answerFor(browser)
  second.searchParams.set('code', first.searchParams.get('code') ?? '')

  const { status } = await refused(browser, second)

  expect(status).toBe(400)
})

test.for([
  ['another nonce', { wrongNonce: true }, 'không đúng như đã hẹn'],
  ['another issuer in the token', { wrongIssuer: true }, 'không đúng như đã hẹn'],
  ['a token that was changed', { tamperIdToken: true }, 'không đúng như đã hẹn'],
  ['a token that has ended', { expiredToken: true }, 'lệch nhau quá 2 phút'],
  ['a level that does not exist', { claimsLevel: 'LoA9' }, 'không đúng như đã hẹn'],
  ['a clock ten minutes ahead', { clockSkewSeconds: 600 }, 'lệch nhau quá 2 phút'],
  ['a clock ten minutes behind', { clockSkewSeconds: -600 }, 'lệch nhau quá 2 phút'],
  ['a clock three minutes behind', { clockSkewSeconds: -180 }, 'lệch nhau quá 2 phút'],
] as const)(
  'VNeID answers with %s: refused in words, logged, nothing opened',
  async ([, switches, words], { browser, portal, vneid }) => {
    const url = await answerFor(browser)
    const { length } = portal.logged
    await vneid.turn(switches)

    const { status, body } = await refused(browser, url)

    await vneid.turn()
    expect(status).toBe(400)
    expect(body).toContain(words)
    const lines = portal.logged.slice(length).filter((line) => line.includes('a sign-in was refused'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('001085999001')
  },
)

test('a clock that is 90 seconds wrong is forgiven', async ({ browser, vneid }) => {
  for (const clockSkewSeconds of [90, -90]) {
    const url = await answerFor(browser)
    await vneid.turn({ clockSkewSeconds })

    await browser.open(url.href)

    await vneid.turn()
    expect(browser.last.url).toBe('http://portal.test/tra-cuu')
  }
})

test('VNeID names another issuer to the browser (RFC 9207): refused', async ({ browser, vneid }) => {
  await vneid.turn({ mixedUpIssuer: true })
  const url = await answerFor(browser)

  const { status, body } = await refused(browser, url)

  await vneid.turn()
  expect(url.searchParams.get('iss')).toBe('https://vneid.example.com')
  expect(status).toBe(400)
  expect(body).toContain('không đúng như đã hẹn')
})

test('level 2 was asked for, and VNeID says that level 1 was reached: refused', async ({
  browser,
  vneid,
}) => {
  await vneid.turn({ claimsLevel: 'LoA1' })

  await signIn(browser, WHO.hoa, { level: 2 })

  await vneid.turn()
  expect(browser.last.status).toBe(403)
  expect(browser.cookie('phien')).toBeUndefined()
})

test.for([
  ['a number that is a placeholder', { SoDinhDanh: '000000000001' }],
  ['a number of nine digits', { SoDinhDanh: '123456789' }],
  ['a number with letters', { SoDinhDanh: '07914800O008' }],
  ['a number of another year of birth', { SoDinhDanh: '079150999008' }],
  ['a number of the other sex', { SoDinhDanh: '079048999008' }],
  ['a number of somebody not yet born', { SoDinhDanh: '079399999008', NgayThangNamSinh: '20990519' }],
] as const)('VNeID sends %s: no account is opened', async ([, claims], { browser, portal, vneid }) => {
  await vneid.turn({ changedClaims: { [WHO.hoa]: claims } })

  await signIn(browser, WHO.hoa)

  await vneid.turn()
  expect(browser.last.status).toBe(422)
  expect(browser.last.body).toContain('không thể có thật')
  expect(await findAccount(portal.db, WHO.hoa)).toBeUndefined()
  expect(portal.logged.join('')).not.toContain(claims.SoDinhDanh)
})

test.for([
  ['no number at all', { SoDinhDanh: '' }],
  ['no name', { HoVaTen: ' ' }],
  ['no id of the account', { TechID: 'nobody' }],
  ['an unknown kind of account', { LoaiTaiKhoan: 9 }],
] as const)('VNeID sends %s: refused', async ([, claims], { browser, vneid }) => {
  await vneid.turn({ changedClaims: { [WHO.hoa]: claims } })

  await signIn(browser, WHO.hoa)

  await vneid.turn()
  expect(browser.last.status).toBe(422)
  expect(browser.last.body).toContain('không gửi đủ dữ liệu')
})

test('a number that belongs to another account is refused', async ({ browser, portal, vneid }) => {
  await signIn(new BrowserLike(portal.app), WHO.an)
  const claims = { SoDinhDanh: '001085999001', NgayThangNamSinh: '19850312', GioiTinh: 1 }
  await vneid.turn({ changedClaims: { [WHO.hoa]: claims } })

  await signIn(browser, WHO.hoa)

  await vneid.turn()
  expect(browser.last.status).toBe(409)
  expect(browser.last.body).toContain('đang thuộc một tài khoản khác')
})

test('whoever stops at VNeID comes back to a page that says so, and may begin again', async ({ browser }) => {
  await browser.open('/dang-nhap/vneid?ve=/tra-cuu')

  await browser.submit(/\/abort$/)

  expect(browser.last.body).toContain('Bạn đã dừng đăng nhập ở VNeID')
  expect(browser.last.body).toContain('href="/dang-nhap?ve=%2Ftra-cuu"')
  expect(browser.last.body).not.toContain('<title>Lỗi:')
})

test('whoever takes longer than a quarter of an hour begins again', async ({ browser, portal }) => {
  const url = await answerFor(browser)
  const now = portal.services.clock()
  portal.setClock(new Date(now.getTime() + 16 * 60_000))

  const { status, body } = await browser.open(url.href)

  portal.setClock(now)
  expect(status).toBe(400)
  expect(body).toContain('quá 15 phút')
})

test('VNeID is down: a page says so at once, and what still works', async ({ browser, portal, vneid }) => {
  const url = await answerFor(browser)
  await vneid.turn({ down: true })

  const { status, body } = await refused(browser, url)

  await vneid.turn()
  expect(status).toBe(503)
  expect(body).toContain('VNeID không trả lời')
  expect(body).toContain('href="/tra-cuu"')
  expect(portal.logged.filter((line) => line.includes('identity.vneid_away')).length).toBeGreaterThan(0)
  await browser.open('/thu-tuc')
  expect(browser.last.status).toBe(200)
})

test('VNeID takes seven seconds: nobody waits longer than five for the page that says so', async ({
  browser,
  vneid,
}) => {
  const url = await answerFor(browser)
  await vneid.turn({ slowMs: 7_000 })
  const start = performance.now()

  const { status, body } = await refused(browser, url)

  const tookMs = performance.now() - start
  await vneid.turn()
  expect(status).toBe(503)
  expect(body).toContain('VNeID không trả lời')
  expect(tookMs).toBeLessThan(6_500)
})
