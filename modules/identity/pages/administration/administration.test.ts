import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import {
  acceptWithApp,
  codeAt,
  firstAdministrator,
  linkOn,
  oneStepLater,
  PASSWORD,
  secretOn,
  type TestOfficial,
} from '../../../../test/support/officials.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'

const SIGN_IN = '/dang-nhap/can-bo'
const UNTIL = '31/12/2026'

type Invitation = Readonly<Record<string, string>>
const OFFICER: Invitation = {
  name: 'Rơ Châm H’Lan',
  email: 'hlan@gialai.example',
  title: 'Chuyên viên một cửa',
  agency: 'H21.05',
  role: 'officer',
  until: UNTIL,
  reason: 'Quyết định 12/QĐ-SCT',
}

const idOf = async ({ db }: World, email: string) =>
  (await db.one<{ accountId: string }>(sql`select account_id from identity.official where email = ${email}`))
    .accountId

const it = test
  .extend('centre', { scope: 'file' }, ({ world }) => firstAdministrator(world, NOW))
  .extend('province', { scope: 'file' }, async ({ world, centre }): Promise<TestOfficial> => {
    const email = 'quantri@gialai.example'
    await centre.browser.open('/quan-tri/moi')
    const page = await centre.browser.submit('/quan-tri/moi', {
      name: 'Ksor Phước',
      email,
      title: 'Quản trị của tỉnh',
      agency: 'H21',
      rightAgency: 'H21',
      role: 'administrator',
      mayGive: 'officer',
      until: UNTIL,
      reason: 'Quyết định 1/QĐ-UBND',
    })
    return acceptWithApp(world, linkOn(page.body), email, NOW)
  })
  .extend('officer', { scope: 'file' }, async ({ world, province }): Promise<TestOfficial> => {
    await province.browser.open('/quan-tri/moi')
    const page = await province.browser.submit('/quan-tri/moi', OFFICER)
    return acceptWithApp(world, linkOn(page.body), OFFICER['email'] ?? '', NOW)
  })

describe('from the centre over the province to the desk', () => {
  it('each invites the next, and each lands on their own page', async ({ centre, province, officer }) => {
    expect((await centre.browser.open('/quan-tri')).body).toContain('Ksor Phước')
    const list = await province.browser.open('/quan-tri')
    expect(list.body).toContain('Rơ Châm H’Lan')
    expect(list.body).not.toContain('Vũ Hồng Thái')
    expect((await officer.browser.open('/can-bo/bao-mat')).body).toContain('Cán bộ một cửa, Sở Công Thương')
  })

  it('an official is no administrator, and a visitor is sent to sign in', async ({ world, officer }) => {
    expect((await officer.browser.open('/quan-tri')).status).toBe(403)
    expect((await new BrowserLike(world.app).ask('GET', '/quan-tri')).status).not.toBe(200)
  })

  it('an administrator is one as long as the right lasts', async ({ world, province }) => {
    expect((await province.browser.open('/quan-tri')).status).toBe(200)
    await world.db.run(sql`
      update identity.role_grant
         set until_at = ${new Date(NOW.getTime() + 1)}
       where role = 'administrator' and agency = 'H21'`)
    world.setClock(new Date(NOW.getTime() + 1))
    expect((await province.browser.open('/quan-tri')).status).toBe(403)
    await world.db.run(sql`
      update identity.role_grant
         set until_at = ${new Date('2027-01-01T00:00:00+07:00')}
       where role = 'administrator' and agency = 'H21'`)
    world.setClock(NOW)
  })

  it('a list is filtered by agency, role and state, and by name without a name in the address', async ({
    centre,
    officer,
  }) => {
    expect(officer).toBeDefined()
    const { browser } = centre
    const filtered = await browser.open('/quan-tri?co-quan=H21.05&vai-tro=officer&tinh-trang=active')
    expect(filtered.body).toContain('Rơ Châm H’Lan')
    expect(filtered.body).not.toContain('Ksor Phước')
    expect((await browser.open('/quan-tri?co-quan=H17')).body).toContain('Không có cán bộ nào khớp')
    await browser.open('/quan-tri')
    const found = await browser.submit('/quan-tri/tim', { name: 'phước' })
    expect(found.body).toContain('Ksor Phước')
    expect(found.body).not.toContain('Rơ Châm H’Lan')
    expect(found.url).toMatch(/\/tim$/)
  })

  it('who gave what to whom and why is recorded', async ({ world, centre, province, officer }) => {
    expect([centre, province, officer]).toHaveLength(3)
    const granted = await world.db.many<{ actor: string; reason: string }>(sql`
      select coalesce(f.email, a.actor) as actor, a.reason
        from platform.act a
        left join identity.official f on f.account_id::text = a.actor
       where a.verb = 'identity.role_granted'
       order by a.id`)
    expect(granted.slice(0, 3)).toEqual([
      { actor: 'machine', reason: 'Quản trị viên đầu tiên' },
      { actor: 'thai.vu@trungtam.example', reason: 'Quyết định 1/QĐ-UBND' },
      { actor: 'quantri@gialai.example', reason: 'Quyết định 12/QĐ-SCT' },
    ])
  })
})

describe('the administrator of a province is refused', () => {
  it.for([
    [
      'an agency of another province',
      { agency: 'H17', email: 'a@gialai.example' },
      'Không có cơ quan nào trong phạm vi',
    ],
    [
      'a role that they may not give',
      { role: 'auditor', email: 'b@gialai.example' },
      'Bạn chỉ cấp hoặc thu hồi được quyền',
    ],
    [
      'an administrator, when they may give officers only',
      { role: 'administrator', email: 'c@gialai.example' },
      'Bạn chỉ cấp',
    ],
    [
      'a day after their own last',
      { until: '01/01/2027', email: 'd@gialai.example' },
      'dài hơn thời hạn quyền của chính bạn',
    ],
    ['more than two years', { until: '11/05/2028', email: 'e@gialai.example' }, 'không quá hai năm'],
    ['yesterday', { until: '10/05/2026', email: 'f@gialai.example' }, 'sau hôm nay'],
    ['no reason', { reason: '   ', email: 'g@gialai.example' }, 'Ghi lý do'],
    ['no name and no e-mail', { name: '', email: 'nobody' }, 'Nhập địa chỉ e-mail'],
    ['an agency that no longer works', { agency: 'H02', email: 'h@gialai.example' }, 'Không có cơ quan'],
    ['themselves', { email: 'quantri@gialai.example', agency: 'H21.06' }, 'Không ai tự cấp'],
  ] as const)('%s', async ([, change, words], { world, province }) => {
    const { browser } = province
    await browser.open('/quan-tri/moi')
    const before = await counted(world)
    const answer = await browser.submit('/quan-tri/moi', { ...OFFICER, ...change })

    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(await counted(world)).toEqual(before)
  })

  it('the page of an official who has nothing to do with the province', async ({ world, province }) => {
    const id = await idOf(world, 'thai.vu@trungtam.example')
    for (const page of ['', '/quyen', '/chuc-vu', '/roi-co-quan', '/dat-lai'])
      expect((await province.browser.open(`/quan-tri/can-bo/${id}${page}`)).status).toBe(404)
  })

  it('the reset of an official who holds more elsewhere, so that no link becomes a way up', async ({
    world,
    centre,
    province,
    officer,
  }) => {
    expect(officer).toBeDefined()
    const id = await idOf(world, 'hlan@gialai.example')
    expect((await province.browser.open(`/quan-tri/can-bo/${id}/dat-lai`)).status).toBe(200)
    await centre.browser.open(`/quan-tri/can-bo/${id}/chuc-vu`)
    await centre.browser.submit(/chuc-vu/, { title: 'Biệt phái', agency: 'G01' })

    expect((await province.browser.open(`/quan-tri/can-bo/${id}/dat-lai`)).status).toBe(403)
    const { postId } = await world.db.one<{ postId: string }>(sql`
      select id as post_id from identity.post where account_id = ${id} and agency = 'G01'`)
    await centre.browser.open(`/quan-tri/can-bo/${id}/roi-co-quan?chuc-vu=${postId}`)
    await centre.browser.submit(/roi-co-quan/, { reason: 'Hết thời hạn biệt phái' })
  })
})

/** What must not change when an act is refused. */
function counted({ db }: World) {
  return db.one(sql`
    select (select count(*) from identity.official) as officials,
           (select count(*) from identity.post) as posts,
           (select count(*) from identity.role_grant) as grants,
           (select count(*) from identity.invitation) as invitations`)
}

describe('an end is an end at once', () => {
  it('a right that is ended opens nothing any more', async ({ world, centre }) => {
    const [email, name] = ['phu@gialai.example', 'Nay Phú']
    await centre.browser.open('/quan-tri/moi')
    const invited = await centre.browser.submit('/quan-tri/moi', {
      ...OFFICER,
      email,
      name,
      agency: 'H21',
      role: 'administrator',
      mayGive: 'officer',
    })
    const second = await acceptWithApp(world, linkOn(invited.body), email, NOW)
    expect((await second.browser.open('/quan-tri')).status).toBe(200)
    const id = await idOf(world, email)
    const { grantId } = await world.db.one<{ grantId: string }>(sql`
      select id as grant_id from identity.role_grant where account_id = ${id}`)

    await centre.browser.open(`/quan-tri/can-bo/${id}/quyen/${grantId}/thu-hoi`)
    const done = await centre.browser.submit(/thu-hoi/, { reason: 'Chuyển công tác khác' })

    expect(done.body).toContain('Đã thu hồi quyền')
    expect((await second.browser.open('/quan-tri')).status).toBe(403)
    expect((await second.browser.open('/can-bo/bao-mat')).status).toBe(200)
  })

  it('a further right is given through a post, and hangs on it', async ({ world, province, officer }) => {
    expect(officer).toBeDefined()
    const id = await idOf(world, OFFICER['email'] ?? '')
    const { postId } = await world.db.one<{ postId: string }>(sql`
      select id as post_id from identity.post where account_id = ${id} and ended_at is null order by since limit 1`)
    const rights = async () =>
      (
        await world.db.one<{ count: number }>(sql`
        select count(*) from identity.role_grant where account_id = ${id} and post_id = ${postId}`)
      ).count
    const before = await rights()

    await province.browser.open(`/quan-tri/can-bo/${id}/quyen`)
    const given = await province.browser.submit(/quyen$/, {
      post: postId,
      role: 'officer',
      rightAgency: 'H21.06',
      until: UNTIL,
      reason: 'Kiêm nhiệm theo Quyết định 15/QĐ-UBND',
    })

    expect(given.status).toBe(200)
    expect(await rights()).toBe(before + 1)
  })

  it('leaving ends post, rights, sessions and every way in, in one act', async ({ world, centre }) => {
    const email = 'roi.di@gialai.example'
    await centre.browser.open('/quan-tri/moi')
    const invited = await centre.browser.submit('/quan-tri/moi', { ...OFFICER, email, name: 'Siu Roi' })
    const leaver = await acceptWithApp(world, linkOn(invited.body), email, NOW)
    const half = new BrowserLike(world.app)
    await half.open(SIGN_IN)
    await half.submit(SIGN_IN, { email, password: PASSWORD })
    const id = await idOf(world, email)

    await centre.browser.open(`/quan-tri/can-bo/${id}/roi-co-quan`)
    const done = await centre.browser.submit(/roi-co-quan/, { reason: 'Nghỉ hưu từ hôm nay' })

    expect(done.body).toContain('Đã rời cơ quan')
    expect((await leaver.browser.ask('GET', '/can-bo/bao-mat')).status).not.toBe(200)
    const step = await half.submit(`${SIGN_IN}/buoc-hai/ma`, {
      code: codeAt(leaver.secret, oneStepLater(NOW)),
    })
    expect(step.url).toMatch(/\/dang-nhap\/can-bo$/)
    const again = new BrowserLike(world.app)
    await again.open(SIGN_IN)
    expect((await again.submit(SIGN_IN, { email, password: PASSWORD })).body).toContain(
      'E-mail hoặc mật khẩu không đúng',
    )
    const left = await world.db.one(sql`
      select (select count(*) from identity.password where account_id = ${id}) as passwords,
             (select count(*) from identity.totp where account_id = ${id}) as apps,
             (select count(*) from identity.role_grant where account_id = ${id} and ended_at is null) as grants,
             (select count(*) from identity.session where account_id = ${id} and ended_at is null) as sessions`)
    expect(left).toEqual({ passwords: 0, apps: 0, grants: 0, sessions: 0 })
  })

  it('nobody ends their own access', async ({ world, centre }) => {
    const id = await idOf(world, 'thai.vu@trungtam.example')
    await centre.browser.open(`/quan-tri/can-bo/${id}/roi-co-quan`)
    expect((await centre.browser.submit(/roi-co-quan/, { reason: 'Tự thôi việc' })).status).toBe(403)
  })
})

describe('a reset', () => {
  it('of the second factor keeps the password, which the link asks for', async ({
    world,
    province,
    officer,
  }) => {
    const id = await idOf(world, officer.email)
    await province.browser.open(`/quan-tri/can-bo/${id}/dat-lai`)
    const page = await province.browser.submit(/dat-lai/, {
      what: 'second_factor',
      reason: 'Mất điện thoại, đã gặp mặt',
    })
    const link = linkOn(page.body)
    expect((await officer.browser.ask('GET', '/can-bo/bao-mat')).status).not.toBe(200)

    const browser = new BrowserLike(world.app)
    await browser.open(SIGN_IN)
    const alone = await browser.submit(SIGN_IN, { email: officer.email, password: PASSWORD })
    expect(alone.body).toContain('chưa có cách xác thực thứ hai')
    await browser.open(link)
    expect((await browser.submit(link, { password: 'không phải mật khẩu' })).status).toBe(422)
    const setUp = await browser.submit(link, { password: PASSWORD })
    const done = await browser.submit(`${SIGN_IN}/thiet-lap/ma`, { code: codeAt(secretOn(setUp.body), NOW) })
    expect(done.body).toContain('Mã khôi phục của bạn')
    expect((await browser.open('/can-bo/bao-mat')).status).toBe(200)
    expect((await browser.open(link)).status).toBe(410)
  })

  it('an invitation runs out after 72 hours, and a newer one replaces it', async ({ world, centre }) => {
    await centre.browser.open('/quan-tri/moi')
    const page = await centre.browser.submit('/quan-tri/moi', {
      ...OFFICER,
      email: 'cham@gialai.example',
      name: 'Đinh Chậm',
    })
    const [first, browser] = [linkOn(page.body), new BrowserLike(world.app)]
    const id = await idOf(world, 'cham@gialai.example')
    expect((await browser.open(first)).status).toBe(200)
    await centre.browser.open(`/quan-tri/can-bo/${id}/dat-lai`)
    const second = linkOn((await centre.browser.submit(/dat-lai/, { reason: 'Gửi lại thư mời' })).body)
    expect((await browser.open(first)).status).toBe(410)
    world.setClock(new Date(NOW.getTime() + 72 * 3_600_000))
    expect((await browser.open(second)).status).toBe(410)
    world.setClock(NOW)
  })

  it.for([
    ['mua2026', 'ít nhất 12 ký tự'],
    ['matkhau123456', 'dễ đoán'],
    ['dinh nhanh sở công thương', 'chứa tên, e-mail hoặc cơ quan'],
  ])('a weak password is refused with its reason: %s', async ([password = '', words], { world, centre }) => {
    await centre.browser.open('/quan-tri/moi')
    const email = `yeu.${password.length}@gialai.example`
    const page = await centre.browser.submit('/quan-tri/moi', { ...OFFICER, email, name: 'Đinh Nhanh' })
    const [link, browser] = [linkOn(page.body), new BrowserLike(world.app)]
    await browser.open(link)
    const answer = await browser.submit(link, { password, again: password })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).not.toContain(`value="${password}"`)
  })
})

it('no name, e-mail, code or link is in the log', ({ world, officer }) => {
  const log = world.logged.join('\n')
  for (const secret of [officer.email, 'gialai.example', 'Ksor', PASSWORD, ...officer.codes])
    expect(log).not.toContain(secret)
  expect(log).not.toMatch(/thu-moi\/[\w-]{20}/)
})
