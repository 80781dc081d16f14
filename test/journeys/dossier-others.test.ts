import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { openSession } from '#identity'
import { sql } from '#platform/db'
import { picture } from '../support/filing.ts'
import { addOrganization, addPerson, type TestPerson } from '../support/people.ts'
import { type House, test, WITHOUT_SCRIPT } from './house.ts'
import { DESK, PHONE } from './journey.ts'
import { look } from './look.ts'
import { enter, type Visitor, type VisitorKind } from './visitor.ts'

const PLACE = 'Xã Ia Hrung, Tỉnh Gia Lai'
const CLAIMS = { SoDienThoai: '0912345678', NoiOHienNay: PLACE }
const MOST_TABS = 150

type Who = {
  readonly accountId: string
  readonly kind?: 'person' | 'organization'
  readonly delegationId?: string
}

/** Somebody who is signed in already. */
async function signedIn(house: House, kind: VisitorKind, who: Who): Promise<Visitor> {
  const { accountId, kind: accountKind = 'person', delegationId = null } = who
  const session = {
    accountId,
    accountKind,
    delegationId,
    assurance: 2,
    device: 'Chrome',
    means: 'vneid',
  } as const
  const value = await house.world.db.transaction((tx) => openSession(tx, { ...session, now: new Date() }))
  const visitor = await enter(house, kind)
  await visitor.page.context().addCookies([{ name: 'phien', value, url: house.address }])
  return visitor
}

const by = (page: Page, name: string) => page.locator(`[name="${name}"]`)

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).last().click()
}

async function begin({ page, open }: Visitor, procedure: string): Promise<void> {
  await open(`/nop-ho-so/${procedure}?noi=${encodeURIComponent(PLACE)}`)
  const agency = page.getByRole('radio').first()
  if (!(await agency.isChecked())) await agency.check()
  await page.getByRole('button', { name: 'Bắt đầu soạn hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Các phần của hồ sơ' }).waitFor()
}

async function fillDate(
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  await by(page, `${name}-day`).fill(day)
  await by(page, `${name}-month`).fill(month)
  await by(page, `${name}-year`).fill(year)
}

async function finishAndFile(visitor: Visitor): Promise<string> {
  const { page, expectAccessible } = visitor
  await page.getByLabel('Tại nơi nộp hồ sơ').check()
  await next(page)
  await page.getByRole('checkbox').check()
  await next(page)
  await page.getByRole('heading', { name: 'Kiểm tra hồ sơ trước khi nộp' }).waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.getByText('Đã nộp hồ sơ').waitFor()
  return (await page.locator('.notice .code').innerText()).trim()
}

/** Chứng thực bản sao of two papers, from the place to the receipt; answers the code. */
async function askForCopies(visitor: Visitor): Promise<string> {
  const { page, expectAccessible } = visitor
  await begin(visitor, '2.000815')
  await page.getByRole('link', { name: 'Người yêu cầu' }).click()
  if ((await by(page, 'applicant.bornOn-day').inputValue()) === '')
    await fillDate(page, 'applicant.bornOn', ['12', '3', '1985'])
  for (const [name, value] of [
    ['applicant.residence.unit', PLACE],
    ['applicant.phone', '0912345678'],
  ] as const) {
    if ((await by(page, name).inputValue()) === '') await by(page, name).fill(value)
  }
  await next(page)
  await by(page, 'documents[0].title').fill('Giấy chứng nhận đăng ký doanh nghiệp')
  await by(page, 'documents[0].pages').fill('2')
  await by(page, 'documents[0].copies').fill('3')
  await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await by(page, 'documents[1].title').fill('Điều lệ công ty')
  await expectAccessible()
  await by(page, 'documents[1].pages').fill('40')
  await by(page, 'documents[1].copies').fill('1')
  await next(page)
  await next(page)
  await by(page, 'originals')
    .last()
    .setInputFiles({ name: 'điều lệ.jpg', mimeType: 'image/jpeg', buffer: await picture('#00aa00') })
  await next(page)
  return finishAndFile(visitor)
}

test.for([PHONE, WITHOUT_SCRIPT])(
  'a company asks for certified copies of several papers ($name)',
  async (kind, { house }) => {
    const { db } = house.world
    const representative = await addPerson(db, { name: 'Nguyễn Thị Kim Oanh' })
    const company = await addOrganization(db, { name: 'Công ty Cảng Mẫu Phương Đông', representative })
    const visitor = await signedIn(house, kind, { accountId: company, kind: 'organization' })
    const { page, open } = visitor
    const code = await askForCopies(visitor)

    await open('/ho-so')
    expect(await page.getByRole('main').innerText()).toContain(code)
    const dossier = await db.one<{ kind: string; name: string }>(sql`
    select applicant_kind as kind, applicant_name as name from register.dossier where code = ${code}`)
    expect(dossier).toEqual({ kind: 'organization', name: 'Công ty Cảng Mẫu Phương Đông' })
    visitor.expectNothingBroken()
    await visitor.leave()
  },
)

/** A parent who acts for a child by what VNeID says. */
async function parentOf(house: House, child: TestPerson): Promise<Visitor> {
  const { db } = house.world
  const parent = await addPerson(db, { name: 'Đinh Thị Hạnh', claims: CLAIMS })
  const id = randomUUID()
  await db.run(sql`
    insert into identity.delegation (id, kind, subject, actor, purpose, procedures, basis, offered_by, offered_at, starts_at, ends_at)
    values (${id}, 'parent', ${child.accountId}, ${parent.accountId}, 'Cha mẹ thay con', '{}', 'vneid', ${parent.accountId}, now(),
            now() - interval '1 hour', now() + interval '1 year')`)
  return signedIn(house, PHONE, { accountId: parent.accountId, delegationId: id })
}

test('a parent files for a child, whose dossier it is, and the child sees who did it', async ({ house }) => {
  const child = await addPerson(house.world.db, {
    name: 'Đinh Gia Hân',
    bornOn: '2012-04-05',
    claims: CLAIMS,
  })
  const parent = await parentOf(house, child)
  const { page } = parent
  const code = await askForCopies(parent)
  await page.getByText('Bạn đang làm thay cho').waitFor()
  expect(await page.getByRole('main').innerText()).toContain('Đinh Gia Hân')
  const filed = await house.world.db.one<{ owner: string; actor: string; behalf: string }>(sql`
    select d.owner, e.actor_id as actor, e.on_behalf_of as behalf
      from register.dossier d
      join register.event e on e.dossier_code = d.code and e.sequence = 1
     where d.code = ${code}`)
  expect(filed).toMatchObject({ owner: child.accountId, behalf: child.accountId })
  expect(filed.actor).not.toBe(child.accountId)

  const childs = await signedIn(house, DESK, child)
  await childs.open('/ho-so')
  expect(await childs.page.getByRole('main').innerText()).toContain(code)
  for (const visitor of [parent, childs]) {
    visitor.expectNothingBroken()
    await visitor.leave()
  }
})

/** Presses Tab until something is reached, as somebody without a mouse does. */
async function tabTo(page: Page, what: { name?: string; text?: string; value?: string }): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!element) return {}
      return {
        name: element.getAttribute('name'),
        value: element.getAttribute('value'),
        text: element.textContent?.trim(),
        type: element.getAttribute('type'),
      }
    })
    const isNamed = what.name === undefined || at.name === what.name
    const isSaid = what.text === undefined || at.text?.startsWith(what.text) === true
    const isValued = what.value === undefined || at.value === what.value
    if (isNamed && isSaid && isValued) return
  }
  throw new Error(`Tab never reached ${JSON.stringify(what)} on ${page.url()}`)
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, { name })
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** The first of a group is reached by Tab, the others by the arrows. */
async function choose(page: Page, name: string, steps: number): Promise<void> {
  await tabTo(page, { name })
  await page.keyboard.press('Space')
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
}

async function press(page: Page, text: string): Promise<void> {
  await tabTo(page, { text })
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
}

test('with the keyboard alone, from the place to the receipt', async ({ house }) => {
  const person = await addPerson(house.world.db, { name: 'Lê Thị Phím', claims: CLAIMS })
  const visitor = await signedIn(house, DESK, person)
  const { page, open } = visitor
  await open('/nop-ho-so/1.004873')
  await type(page, 'noi', PLACE)
  await page.keyboard.press('Enter')
  await page.waitForURL(/noi=/)
  await press(page, 'Bắt đầu soạn hồ sơ')
  await press(page, 'Người yêu cầu')
  await press(page, 'Lưu và tiếp tục')
  await choose(page, 'status', 0)
  await choose(page, 'purpose', 2)
  await press(page, 'Lưu và tiếp tục')
  await press(page, 'Lưu và tiếp tục')
  await choose(page, 'resultBy', 1)
  await press(page, 'Lưu và tiếp tục')
  await tabTo(page, { name: 'declaration' })
  await page.keyboard.press('Space')
  await press(page, 'Lưu và tiếp tục')
  await press(page, 'Nộp hồ sơ')

  expect(await page.getByText('Đã nộp hồ sơ').count()).toBe(1)
  visitor.expectNothingBroken()
  await visitor.leave()
})

test('what is typed is kept without a button, a question comes with the choice it hangs on, and another device goes on', async ({
  house,
}) => {
  const person = await addPerson(house.world.db, { name: 'Hồ Văn Dở', claims: CLAIMS })
  const phone = await signedIn(house, PHONE, person)
  await begin(phone, '1.004873')
  const address = `${new URL(phone.page.url()).pathname}/result`
  await phone.open(address)
  const place = by(phone.page, 'postalAddress.unit')

  expect(await place.isVisible()).toBe(false)
  await phone.page.getByLabel('Qua bưu chính').check()
  await place.waitFor()
  await place.fill(PLACE)
  await phone.page.evaluate(() => {
    // The page is put aside: a call comes in, another app is opened.
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await phone.page.getByText('Đã tự lưu lúc').waitFor()
  await phone.expectAccessible()
  phone.expectNothingBroken()
  await phone.leave()

  const desk = await signedIn(house, DESK, person)
  await desk.open(address)
  expect(await by(desk.page, 'postalAddress.unit').inputValue()).toBe(PLACE)
  await desk.page.getByLabel('Tại nơi nộp hồ sơ').check()
  await by(desk.page, 'postalAddress.unit').waitFor({ state: 'hidden' })
  await next(desk.page)
  expect(new URL(desk.page.url()).pathname).not.toBe(address)
  desk.expectNothingBroken()
  await desk.leave()
})

test('a large file is sent while the rest is filled in, goes on after the connection was lost, and is filed', {
  timeout: 120_000,
}, async ({ house }) => {
  const person = await addPerson(house.world.db, { name: 'Lò Thị Sa', claims: CLAIMS })
  const phone = await signedIn(house, PHONE, person)
  const { page } = phone
  await begin(phone, '1.001193')
  const address = `${new URL(page.url()).pathname}/papers`
  await phone.open(address)
  let parts = 0
  let lost = 0
  await page.route('**/tep-dang-tai/*', async (route) => {
    if (route.request().method() === 'PATCH') parts += 1
    const isCut = route.request().method() === 'PATCH' && parts > 2 && lost < 2
    if (isCut) lost += 1
    return isCut ? route.abort('internetdisconnected') : route.continue()
  })
  const large = await largePicture()
  const input = page.locator('input[type="file"][name="birthProofFiles"]')
  await input.setInputFiles({
    name: 'Giấy chứng sinh chụp ban đêm ở bệnh viện huyện.jpg',
    mimeType: 'image/jpeg',
    buffer: large,
  })
  await page.getByText('mất kết nối').waitFor()
  await look(phone, 'tep-mat-ket-noi')
  await page.getByText('đã tải lên').waitFor()
  await look(phone, 'tep-da-tai')
  const isLeft = await input.evaluate((element) => (element as HTMLInputElement).files?.length)
  await page.getByLabel('Giấy chứng sinh', { exact: true }).check()
  await next(page)
  await phone.open(address)

  expect(large.length).toBeGreaterThan(1_000_000)
  expect(lost).toBe(2)
  // Only what had not arrived was sent again.
  expect(parts).toBe(Math.ceil(large.length / 262_144) + 2)
  expect(isLeft).toBe(0)
  expect(await page.getByText('chụp ban đêm').count()).toBeGreaterThan(0)
  await phone.leave()
})

/** Grain does not compress: as large as what a good telephone takes. */
function largePicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 1400, height: 1400, channels: 3, background: '#ffffff', noise } })
    .jpeg({ quality: 92 })
    .toBuffer()
}
