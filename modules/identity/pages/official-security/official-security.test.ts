import { expect } from 'vitest'
import { sql } from '#platform/db'
import { passkeyOptions, SoftAuthenticator } from '../../../../test/support/authenticator.ts'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import {
  codeAt,
  codesOn,
  firstAdministrator,
  PASSWORD,
  secretOn,
} from '../../../../test/support/officials.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'

const SECURITY = '/can-bo/bao-mat'
const SIGN_IN = '/dang-nhap/can-bo'
const EMAIL = 'thai.vu@trungtam.example'
const MINUTE_MS = 60_000
const NEW_PASSWORD = 'gà trống gáy lúc trăng lặn'

let now = NOW
const wait = (world: World, ms: number) => {
  now = new Date(now.getTime() + ms)
  world.setClock(now)
}

const it = test.extend('official', { scope: 'file' }, ({ world }) => firstAdministrator(world, now))
const key = new SoftAuthenticator()

async function confirmed(browser: BrowserLike, password = PASSWORD) {
  await browser.open(`${SECURITY}/xac-nhan`)
  return browser.submit(`${SECURITY}/xac-nhan`, { password })
}

it('the page shows posts, rights and ways to sign in, in both languages', async ({ official }) => {
  const page = await official.browser.open(SECURITY)
  expect(page.body).toContain('Quản trị, Văn phòng Chính phủ')
  expect(page.body).toContain('Còn 10 trong 10 mã.')
  expect((await official.browser.open(`${SECURITY}?lang=en`)).body).toContain('10 of 10 codes are left.')
  await official.browser.open(`${SECURITY}?lang=vi`)
})

it('a quarter of an hour after signing in, changes ask again who sits there, under a new id', async ({
  world,
  official,
}) => {
  const { browser } = official
  expect((await browser.open(`${SECURITY}/ung-dung`)).body).toContain('Thiết lập ứng dụng xác thực')
  wait(world, 16 * MINUTE_MS)
  const before = browser.cookie('phien')
  const asked = await browser.open(`${SECURITY}/ung-dung`)
  expect(asked.url).toContain('/xac-nhan?ve=')
  expect((await browser.submit(`${SECURITY}/xac-nhan`, { password: 'không phải đâu nhé' })).status).toBe(422)

  const inside = await browser.submit(`${SECURITY}/xac-nhan`, { password: PASSWORD })
  expect(inside.url).toMatch(/ung-dung$/)
  expect(browser.cookie('phien')).not.toBe(before)
  const stolen = new BrowserLike(world.app)
  stolen.setCookie('phien', before ?? '')
  expect((await stolen.ask('GET', SECURITY)).status).not.toBe(200)
})

it('a passkey is added, renamed, used and removed, and the last factor stays', async ({
  world,
  official,
}) => {
  const { browser } = official
  await confirmed(browser)
  const page = await browser.open(`${SECURITY}/khoa`)
  const answer = key.create(passkeyOptions(page.body, 'create'))
  const added = await browser.submit(`${SECURITY}/khoa`, { answer, name: 'Điện thoại cũ' })
  expect(added.body).toContain('Đã thêm khóa truy cập')

  await browser.open(/href="([^"]*khoa\/ten[^"]*)"/.exec(added.body)?.[1] ?? '')
  expect((await browser.submit(/ten$/, { name: 'Khóa màu xanh' })).body).toContain('Khóa màu xanh')

  const other = new BrowserLike(world.app)
  await other.open(SIGN_IN)
  await other.submit(`${SIGN_IN}/khoa`, { answer: key.get(passkeyOptions(other.last.body, 'get')) })
  expect(other.cookie('phien')).toBeDefined()

  await browser.open(SECURITY)
  expect((await browser.submit(`${SECURITY}/ung-dung/bo`)).body).toContain('Đã bỏ ứng dụng xác thực')
  expect(browser.last.body).not.toContain(`${SECURITY}/khoa/bo`)
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  const { id } = await world.db.one<{ id: string }>(sql`select credential_id as id from identity.passkey`)
  const last = await browser.ask(
    'POST',
    `${SECURITY}/khoa/bo`,
    String(new URLSearchParams({ _csrf: token, khoa: id })),
  )
  expect(last.status).toBe(409)
  expect(last.body).toContain('cách xác thực thứ hai duy nhất')
})

it('presence can be confirmed by the passkey, and another registered one is told apart', async ({
  world,
  official,
}) => {
  const { browser } = official
  wait(world, 16 * MINUTE_MS)
  const page = await browser.open(`${SECURITY}/xac-nhan`)
  const done = await browser.submit(`${SECURITY}/xac-nhan`, {
    answer: key.get(passkeyOptions(page.body, 'get')),
  })
  expect(done.status).toBe(200)
  expect(done.url).toMatch(/bao-mat$/)

  const again = await browser.open(`${SECURITY}/khoa`)
  const twice = await browser.submit(`${SECURITY}/khoa`, {
    answer: key.create(passkeyOptions(again.body, 'create')),
    name: '',
  })
  expect(twice.status).toBe(422)
})

it('one of two passkeys is removed, and the other goes on', async ({ world, official }) => {
  const { browser } = official
  const keys = async () =>
    (await world.db.many<{ id: string }>(sql`select credential_id as id from identity.passkey`)).map(
      ({ id }) => id,
    )
  const [kept] = await keys()
  const page = await browser.open(`${SECURITY}/khoa`)
  const answer = new SoftAuthenticator().create(passkeyOptions(page.body, 'create'))
  await browser.submit(`${SECURITY}/khoa`, { answer, name: 'Khóa dự phòng' })
  const spare = (await keys()).find((id) => id !== kept) ?? ''
  const token = /name="_csrf" value="([^"]+)"/.exec((await browser.open(SECURITY)).body)?.[1] ?? ''

  await browser.ask('POST', `${SECURITY}/khoa/bo`, String(new URLSearchParams({ _csrf: token, khoa: spare })))

  expect(await keys()).toEqual([kept])
})

it('a new app takes the place of the old one once its code is right', async ({ world, official }) => {
  const { browser } = official
  const page = await browser.open(`${SECURITY}/ung-dung`)
  const secret = secretOn(page.body)
  const wrong = await browser.submit(`${SECURITY}/ung-dung`, { code: '123456' })
  expect(wrong.status).toBe(422)
  expect(secretOn(wrong.body)).toBe(secret)
  expect(wrong.body).toMatch(/<svg role="img" aria-label="Mã QR[^"]*"/)

  await browser.submit(`${SECURITY}/ung-dung`, { code: codeAt(secret, now) })
  expect(browser.last.body).toContain('Đã thiết lập ứng dụng xác thực')
  const other = new BrowserLike(world.app)
  await other.open(SIGN_IN)
  await other.submit(SIGN_IN, { email: EMAIL, password: PASSWORD })
  expect((await other.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(secret, now) })).status).toBe(422)
  wait(world, 30_000)
  await other.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(secret, now) })
  expect(other.cookie('phien')).toBeDefined()
})

it('new recovery codes end the old ones', async ({ world, official }) => {
  const { browser } = official
  await browser.open(SECURITY)
  const page = await browser.submit(`${SECURITY}/ma-khoi-phuc`)
  expect(page.headers['cache-control']).toBe('no-store')
  const codes = codesOn(page.body)
  expect(codes).toHaveLength(10)

  const other = new BrowserLike(world.app)
  await other.open(SIGN_IN)
  await other.submit(SIGN_IN, { email: EMAIL, password: PASSWORD })
  expect(
    (await other.submit(`${SIGN_IN}/buoc-hai/khoi-phuc`, { recovery: official.codes[0] ?? '' })).status,
  ).toBe(422)
  const inside = await other.submit(`${SIGN_IN}/buoc-hai/khoi-phuc`, { recovery: codes[0] ?? '' })
  expect(inside.body).toContain('Bạn vừa dùng một mã khôi phục')
  expect(inside.body).toContain('Còn 9 trong 10 mã.')
})

it('a new password ends every other session and keeps this one under a new id', async ({
  world,
  official,
}) => {
  const { browser } = official
  const other = new BrowserLike(world.app)
  await other.open(SIGN_IN)
  await other.submit(`${SIGN_IN}/khoa`, { answer: key.get(passkeyOptions(other.last.body, 'get')) })
  expect((await other.open(SECURITY)).status).toBe(200)

  await browser.open(`${SECURITY}/mat-khau`)
  const form = { current: PASSWORD, password: NEW_PASSWORD, again: NEW_PASSWORD }
  for (const [change, status] of [
    [{ current: 'không phải đâu nhé' }, 422],
    [{ again: 'khác đi' }, 422],
    [{ password: 'matkhau123456', again: 'matkhau123456' }, 422],
  ] as const)
    expect((await browser.submit(`${SECURITY}/mat-khau`, { ...form, ...change })).status).toBe(status)
  const before = browser.cookie('phien')
  const done = await browser.submit(`${SECURITY}/mat-khau`, form)

  expect(done.body).toContain('Đã đổi mật khẩu')
  expect(browser.cookie('phien')).not.toBe(before)
  expect((await other.ask('GET', SECURITY)).status).not.toBe(200)
  const { open } = await world.db.one<{ open: number }>(sql`
    select count(*) as open from identity.session where ended_at is null`)
  expect(open).toBe(1)
})
