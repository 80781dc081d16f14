import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { LAN, MINH, signedIn, test, travel } from '../../../../test/support/sso.ts'

describe('the page that asks for consent', () => {
  test('says who asks, what for and what is read, in plain words and both languages', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party({ isTest: true })
    const browser = await signedIn(world, LAN)

    const { page } = await travel(
      browser,
      (await rp.start({ scope: 'openid dinh_danh lien_he' })).url,
      'stop',
    )
    const english = await browser.open(`${page.url}?lang=en`)

    expect(page.body).toContain('Cho phép Một cửa điện tử đọc thông tin của bạn?')
    for (const words of [
      'Văn phòng Chính phủ',
      'Tiếp nhận hồ sơ của bạn',
      'Số định danh cá nhân',
      'Số điện thoại di động',
    ])
      expect(page.body).toContain(words)
    expect(page.body).toContain('Ứng dụng thử nghiệm')
    expect(page.body).not.toContain('dinh_danh')
    expect(page.body).toContain('Nguyễn Thị Lan')
    expect(english.body).toContain('Personal identification number')
    expect(english.body).toContain('Do not agree unless you take part in the test.')
  })

  test('lets its form lead to the application and nowhere else', async ({ world, portal }) => {
    const { page } = await travel(
      await signedIn(world, LAN),
      (await (await portal.party()).start()).url,
      'stop',
    )

    expect(page.headers['content-security-policy']).toMatch(
      /form-action 'self' https:\/\/mcdt\.tinh\.gov\.vn(;|$| )/,
    )
  })

  test('asks only for what is new the second time', async ({ world, portal }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, LAN)
    await rp.signIn(browser)

    const { page } = await travel(
      browser,
      (await rp.start({ scope: 'openid dinh_danh lien_he' })).url,
      'stop',
    )

    const [asked = '', agreed = ''] = page.body.split('Bạn đã đồng ý từ trước')
    expect(asked).toContain('Thông tin liên hệ')
    expect(asked).not.toContain('Số định danh cá nhân')
    expect(agreed).toContain('Số định danh cá nhân')
  })

  test('an answer without the token of the form, or after somebody else has signed in, does nothing', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, LAN)
    const { page } = await travel(browser, (await rp.start()).url, 'stop')
    const path = new URL(page.url).pathname

    const forged = await browser.ask('POST', path, 'tra-loi=dong-y')
    await browser.open(path)
    const other = await signedIn(world, MINH)
    browser.setCookie('phien', other.cookie('phien') ?? '')
    const taken = await browser.submit(path, { 'tra-loi': 'dong-y' })

    expect([forged.status, taken.status]).toEqual([403, 400])
    const { count } = await world.db.one<{ count: number }>(
      sql`select count(*) as count from identity.sso_consent where client_id = ${rp.id}`,
    )
    expect(count).toBe(0)
  })

  test('an address that was made up, or opened in another browser, says that it is over', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { page } = await travel(await signedIn(world, LAN), (await rp.start()).url, 'stop')

    const elsewhere = await (await signedIn(world, LAN)).open(new URL(page.url).pathname)
    const nobody = await new BrowserLike(world.app).open('/xac-nhan/made-up')

    for (const answer of [elsewhere, nobody]) {
      expect(answer.status).toBe(400)
      expect(answer.body).toContain('Yêu cầu kết nối này đã hết hạn')
    }
  })

  test('who agreed to what stands in the acts', async ({ world, portal }) => {
    const rp = await portal.party()

    await rp.signIn(await signedIn(world, LAN))

    const acts = await world.db.many(sql`
      select actor, verb, details
        from platform.act
       where thing = ${`client:${rp.id}`} and verb = 'identity.gave_consent'
       order by id`)
    expect(acts).toEqual([
      { actor: LAN.accountId, verb: 'identity.gave_consent', details: { scopes: ['openid', 'dinh_danh'] } },
    ])
  })
})
