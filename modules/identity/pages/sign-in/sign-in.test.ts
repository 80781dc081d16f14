import { expect } from 'vitest'
import { currentOrganization, currentPerson, findAccount } from '#identity'
import { actsOn } from '#platform/acts'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { passVneid, signIn, test, WHO } from '../../../../test/support/vneid.ts'
import { claimChangesOf } from '../../queries/accounts-history.ts'
import { sessionsOf } from '../../queries/sessions.ts'

test('a citizen signs in for the first time, sees the account made from VNeID, and goes on', async ({
  browser,
  portal,
}) => {
  await browser.open('/dang-nhap?ve=%2Ftra-cuu')
  expect(browser.last.body).toContain('href="/dang-nhap/vneid?ve=%2Ftra-cuu"')

  await signIn(browser, WHO.an, { back: '/tra-cuu' })

  expect(browser.last.url).toBe('http://portal.test/dang-nhap/lan-dau?ve=%2Ftra-cuu')
  expect(browser.last.body).toContain('001085999001')
  expect(browser.last.body).toContain('12/03/1985')
  expect(browser.last.body).toContain('Nguồn: VNeID')
  expect(browser.last.body).toContain('href="/tra-cuu"')
  expect(await currentPerson(portal.db, WHO.an)).toMatchObject({
    personalId: '001085999001',
    name: 'Nguyễn Văn An',
    bornOn: '1985-03-12',
    gender: 'male',
    isForeigner: false,
    assurance: 2,
  })
  const acts = await actsOn(portal.db, `account:${WHO.an}`)
  expect(acts.map(({ verb }) => verb)).toEqual(['identity.signed_in', 'identity.account_opened'])
})

test('the second sign-in leads straight back, with the name in the header and the end of the session below', async ({
  browser,
}) => {
  await signIn(browser, WHO.an)

  await signIn(browser, WHO.an, { back: '/tai-khoan' })

  expect(browser.last.url).toBe('http://portal.test/tai-khoan')
  expect(browser.last.body).toContain('Nguyễn Văn An')
  expect(browser.last.body).toMatch(/bạn sẽ được đăng xuất lúc <strong>\d\d:\d\d<\/strong>/)
})

test('whoever has to prove themselves anew is asked by VNeID, even if it remembers them', async ({
  browser,
}) => {
  await signIn(browser, WHO.an)

  const usual = await browser.ask('GET', '/dang-nhap/vneid?lan=2')
  const anew = await browser.ask('GET', '/dang-nhap/vneid?lan=2&moi=1')

  expect(new URL(usual.headers['location'] ?? '').searchParams.get('prompt')).toBeNull()
  expect(new URL(anew.headers['location'] ?? '').searchParams.get('prompt')).toBe('login')
})

test('a session id is opaque, kept out of the database, and out of the reach of scripts', async ({
  browser,
  portal,
}) => {
  await browser.open('/dang-nhap/vneid')
  await signIn(browser, WHO.an)
  const token = browser.cookie('phien') ?? ''

  const [newest] = await sessionsOf(portal.db, WHO.an, portal.services.clock())

  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(newest?.key.equals(Buffer.from(token, 'base64url'))).toBe(false)
  expect(newest).toMatchObject({ assurance: 1, device: 'Chrome, Android', means: 'vneid' })
})

test('level 2 asked for at sign-in is confirmed at VNeID and kept in the session', async ({
  browser,
  portal,
}) => {
  await signIn(browser, WHO.hoa, { level: 2 })

  const [session] = await sessionsOf(portal.db, WHO.hoa, portal.services.clock())

  expect(browser.last.url).toContain('/dang-nhap/lan-dau')
  expect(session?.assurance).toBe(2)
})

test('stepping up gives the session a new id, and the old one opens nothing any more', async ({
  browser,
  portal,
}) => {
  await signIn(browser, WHO.binh)
  const before = browser.cookie('phien') ?? ''

  await browser.open('/tai-khoan/dong')
  expect(browser.last.url).toContain('/dang-nhap/muc-2?ve=%2Ftai-khoan%2Fdong')
  await signIn(browser, WHO.binh, { level: 2, back: '/tai-khoan/dong' })

  expect(browser.last.url).toBe('http://portal.test/tai-khoan/dong')
  expect(browser.cookie('phien')).not.toBe(before)
  const thief = new BrowserLike(portal.app)
  thief.setCookie('phien', before)
  await thief.open('/tai-khoan')
  expect(thief.last.url).toBe('http://portal.test/dang-nhap?ve=%2Ftai-khoan')
  const acts = await actsOn(portal.db, `account:${WHO.binh}`)
  expect(acts[0]).toMatchObject({ verb: 'identity.stepped_up', details: { level: 2 } })
})

test('nobody steps up as somebody else', async ({ browser }) => {
  await signIn(browser, WHO.binh)
  const session = browser.cookie('phien')
  await browser.open('/dang-nhap/vneid?muc=2')
  await browser.submit(/\/other$/)

  await passVneid(browser, WHO.an)

  expect(browser.last.status).toBe(409)
  expect(browser.last.body).toContain('VNeID xác thực tài khoản khác')
  expect(browser.cookie('phien')).toBe(session)
})

test('an account of level 1 cannot step up, and is told where to go', async ({ browser }) => {
  await signIn(browser, WHO.lan)

  await browser.open('/dang-nhap/vneid?muc=2')
  await browser.submit(/\/login$/, { who: WHO.lan })
  await browser.submit(/\/unmet$/)

  expect(browser.last.status).toBe(403)
  expect(browser.last.body).toContain('Tài khoản của bạn chưa đạt mức đó')
  await browser.open('/tai-khoan')
  expect(browser.last.status).toBe(200)
})

test('a child, a foreigner, somebody without a day of birth, a company and a cooperative get accounts of their own', async ({
  portal,
}) => {
  for (const who of [WHO.chau, WHO.haruka, WHO.ut, WHO.port, WHO.cooperative])
    await signIn(new BrowserLike(portal.app), who)

  const { db } = portal
  expect(await currentPerson(db, WHO.chau)).toMatchObject({
    bornOn: '2016-06-01',
    gender: 'female',
    assurance: 1,
    claims: { Cha: 'Nguyễn Văn An', SoDinhDanhCha: '001085999001', SoDinhDanhMe: '036187999002' },
  })
  expect(await currentPerson(db, WHO.haruka)).toMatchObject({ isForeigner: true, personalId: null })
  expect(await currentPerson(db, WHO.ut)).toMatchObject({ bornOn: null, personalId: '096065999025' })
  expect(await currentOrganization(db, WHO.port)).toMatchObject({
    name: 'Công ty trách nhiệm hữu hạn Cảng Mẫu Phương Đông',
    representativeName: 'Nguyễn Thị Kim Oanh',
    representativeId: '031183999019',
  })
  expect(await findAccount(db, WHO.cooperative)).toMatchObject({ kind: 'organization', closedAt: null })
})

test('what VNeID says anew is taken over at the next sign-in, and what it said before is kept', async ({
  browser,
  portal,
  vneid,
}) => {
  await signIn(browser, WHO.lan)
  const changed = { SoDienThoai: '0900000999', ThuDienTu: 'lan@example.com' }
  await vneid.turn({ changedClaims: { [WHO.lan]: changed } })

  await signIn(browser, WHO.lan, { back: '/tai-khoan' })

  await vneid.turn()
  const changes = await claimChangesOf(portal.db, WHO.lan)
  expect(changes.map(({ claim, before, after }) => [claim, before, after])).toEqual([
    ['ThuDienTu', null, 'lan@example.com'],
    ['SoDienThoai', '0900000010', '0900000999'],
  ])
  expect(browser.last.body).toContain('0900000010')
  expect(browser.last.body).toContain('lan@example.com')
})

test('in English', async ({ browser }) => {
  await browser.open('/dang-nhap?lang=en')

  expect(browser.last.body).toContain('Sign in with VNeID')
  expect(browser.last.body).toContain('Officials sign in here')
})

test('whoever comes by another name of the portal is first sent to the one that VNeID knows', async ({
  portal,
}) => {
  const answer = await portal.app.inject({ url: 'http://localhost:3000/dang-nhap/vneid?ve=/tra-cuu' })

  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toBe('http://portal.test/dang-nhap/vneid?ve=%2Ftra-cuu&muc=1&lan=2')
})
