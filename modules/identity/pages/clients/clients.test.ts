import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import type { BrowserLike } from '../../../../test/support/browser-like.ts'
import { addOfficial, browserOf } from '../../../../test/support/people.ts'
import {
  LAN,
  RelyingParty,
  signedIn,
  test as ssoTest,
  type TestClient,
  travel,
} from '../../../../test/support/sso.ts'
import type { World } from '../../../../test/support/world.ts'

const test = ssoTest
  .extend('centre', { scope: 'file' }, ({ world, portal }) => administratorOf(world, portal, 'G22'))
  .extend('province', { scope: 'file' }, ({ world, portal }) => administratorOf(world, portal, 'H21'))

/** Once the portal has set its clock to now: a session counts from there. */
async function administratorOf(
  world: World,
  { here }: { here: string },
  agency: string,
): Promise<BrowserLike> {
  if (!here) throw new Error('The portal does not listen')
  const { accountId } = await addOfficial(world.db, { agency, roles: ['administrator'] })
  return browserOf(world, accountId, { kind: 'official' })
}

const FORM = {
  agency: 'H21.17',
  name: 'Một cửa điện tử Gia Lai',
  purpose: 'Tiếp nhận và trả kết quả hồ sơ của tỉnh.',
  contact: 'MotCua@gialai.example',
  redirectUris: 'https://mcdt.gialai.gov.vn/callback\nhttps://mcdt.gialai.gov.vn/callback2',
  signOutUris: '',
  backChannelUri: '',
  kind: 'web',
  level: '1',
  algorithm: 'ES256',
  scopes: 'dinh_danh',
}

async function register(browser: BrowserLike, change: Readonly<Record<string, string>> = {}) {
  await browser.open('/quan-tri/ung-dung/moi')
  return browser.submit('/quan-tri/ung-dung/moi', { ...FORM, ...change })
}

const idOn = (url: string) => url.split('/').at(-1) ?? ''

async function approved(province: BrowserLike, centre: BrowserLike): Promise<TestClient> {
  const clientId = idOn((await register(province)).url)
  await centre.open(`/quan-tri/ung-dung/${clientId}`)
  await centre.submit(/quyet-dinh/, { 'quyet-dinh': 'duyet' })
  await province.open(`/quan-tri/ung-dung/${clientId}`)
  const page = await province.submit(/khoa/)
  const secret = /<code class="code">([\w-]{43})<\/code>/.exec(page.body)?.[1] ?? ''
  return { clientId, secret }
}

describe('an application comes into being', () => {
  test('whoever registers one at the centre does not approve it themselves', async ({ centre }) => {
    const id = idOn((await register(centre, { agency: 'G22', name: 'Tổng đài của trung tâm' })).url)
    await centre.open(`/quan-tri/ung-dung/${id}`)

    const own = await centre.submit(/quyet-dinh/, { 'quyet-dinh': 'duyet' })

    expect(own.status).toBe(409)
    expect(own.body).toContain('quản trị viên khác')
    expect((await centre.open(`/quan-tri/ung-dung/${id}`)).body).toContain('Chờ duyệt')
  })

  test('a province registers it, the centre approves it, the secret is shown once', async ({
    world,
    province,
    centre,
  }) => {
    const page = await register(province)
    const id = idOn(page.url)
    expect(page.body).toContain('Chờ duyệt')
    expect(page.body).not.toContain('Quyết định của trung tâm')

    await centre.open(`/quan-tri/ung-dung/${id}`)
    const decided = await centre.submit(/quyet-dinh/, { 'quyet-dinh': 'duyet', 'ly-do': 'Đủ điều kiện' })
    expect(decided.body).toContain('Đang dùng')

    await province.open(`/quan-tri/ung-dung/${id}`)
    const shown = await province.submit(/khoa/)
    const secret = /<code class="code">([\w-]{43})<\/code>/.exec(shown.body)?.[1] ?? ''
    expect(secret).toHaveLength(43)
    expect((await province.open(`/quan-tri/ung-dung/${id}`)).body).not.toContain(secret)
    const stored = await world.db.one<{ digest: Buffer }>(
      sql`select digest from identity.sso_secret where client_id = ${id}`,
    )
    expect(stored.digest.toString('utf8')).not.toContain(secret)
    const acts = await world.db.many<{ verb: string }>(
      sql`select verb from platform.act where thing = ${`client:${id}`} order by id`,
    )
    expect(acts.map(({ verb }) => verb)).toEqual([
      'identity.client_registered',
      'identity.client_approved',
      'identity.client_secret_made',
    ])
  })

  test('before that nobody is let in through it, and no secret is made', async ({
    world,
    portal,
    province,
  }) => {
    const id = idOn((await register(province)).url)
    const rp = await portal.party()

    const { left, page } = await travel(await signedIn(world, LAN), (await rp.start({ client_id: id })).url)

    expect([left, page.status]).toEqual([undefined, 400])
    expect(
      (await province.ask('POST', `/quan-tri/ung-dung/${id}/khoa`, `_csrf=${tokenOn(province)}`)).status,
    ).not.toBe(200)
  })

  test('the centre may refuse, with a reason', async ({ province, centre }) => {
    const id = idOn((await register(province)).url)
    await centre.open(`/quan-tri/ung-dung/${id}`)

    const without = await centre.submit(/quyet-dinh/, { 'quyet-dinh': 'khong' })
    const refused = await centre.submit(/quyet-dinh/, {
      'quyet-dinh': 'khong',
      'ly-do': 'Chưa nêu rõ mục đích',
    })

    expect(without.status).toBe(422)
    expect(without.body).toContain('Lỗi:')
    expect(refused.body).toContain('Không duyệt')
    expect(refused.body).toContain('Chưa nêu rõ mục đích')
  })

  test('the same page comes back with what was typed and what is wrong', async ({ province }) => {
    const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ name: ' ' }, 'Hãy điền mục này.'],
      [{ contact: 'nobody' }, 'Hãy nhập một địa chỉ thư điện tử'],
      [{ redirectUris: 'http://mcdt.gialai.gov.vn/callback' }, 'Mỗi dòng là một địa chỉ https'],
      [{ redirectUris: 'https://a.example/x#y' }, 'Mỗi dòng là một địa chỉ https'],
      [{ redirectUris: 'https://a.example/x/../y' }, 'Mỗi dòng là một địa chỉ https'],
      [{ redirectUris: 'https://user@a.example/' }, 'Mỗi dòng là một địa chỉ https'],
      [{ redirectUris: 'javascript:alert(1)' }, 'Mỗi dòng là một địa chỉ https'],
      [{ redirectUris: '' }, 'Hãy điền mục này.'],
      [{ agency: 'H29' }, 'Không có cơ quan đang hoạt động nào với mã này'],
      [{ agency: 'X99' }, 'Không có cơ quan đang hoạt động nào với mã này'],
      [{ kind: 'other' }, 'Hãy điền mục này.'],
      [{ kind: 'legacy', subject: 'pairwise' }, 'không dùng được mã người dùng riêng'],
    ]
    for (const [change, words] of wrong) {
      const page = await register(province, change)
      expect([change, page.status]).toEqual([change, 422])
      expect(page.body).toContain(words)
      expect(page.body).toContain('Tiếp nhận và trả kết quả hồ sơ của tỉnh.')
    }
  })
})

describe('an application is looked after', () => {
  test('a new secret leaves the old one a day, or none when it has leaked', async ({
    world,
    province,
    centre,
  }) => {
    const { clientId } = await approved(province, centre)
    const endsOf = () =>
      world.db.many<{ endsAt: Date | null }>(sql`
        select ends_at from identity.sso_secret where client_id = ${clientId} order by made_at, digest`)

    await province.open(`/quan-tri/ung-dung/${clientId}`)
    await province.submit(/khoa/, { lo: 'co' })

    const ends = (await endsOf()).map(({ endsAt }) => endsAt?.getTime())
    expect(ends.filter((end) => end === undefined)).toHaveLength(1)
    expect(ends.filter((end) => end === world.services.clock().getTime())).toHaveLength(1)
  })

  test('suspending it takes back what it holds; only the centre lets it run again', async ({
    world,
    portal,
    province,
    centre,
  }) => {
    const { clientId, secret } = await approved(province, centre)
    const rp = new RelyingParty(portal.as, { clientId, secret }, portal.fetcher)
    rp.client.id_token_signed_response_alg = 'ES256'
    const address = { redirect_uri: 'https://mcdt.gialai.gov.vn/callback' }
    await travel(await signedIn(world, LAN), (await rp.start(address)).url)

    await province.open(`/quan-tri/ung-dung/${clientId}`)
    const page = await province.submit(/tam-dung/, { 'ly-do': 'Nghi lộ dữ liệu' })

    expect(page.body).toContain('Tạm dừng')
    expect(page.body).not.toContain('Cho chạy lại')
    const { count } = await world.db.one<{ count: number }>(
      sql`select count(*) as count from identity.sso_artifact where client_id = ${clientId}`,
    )
    expect(count).toBe(0)
    await centre.open(`/quan-tri/ung-dung/${clientId}`)
    expect((await centre.submit(/cho-chay/)).body).toContain('Đang dùng')
  })

  test('another province neither sees nor touches it', async ({ world, province, centre }) => {
    const { clientId } = await approved(province, centre)
    const { accountId } = await addOfficial(world.db, { agency: 'H29', roles: ['administrator'] })
    const stranger = await browserOf(world, accountId, { kind: 'official' })

    const list = await stranger.open('/quan-tri/ung-dung')
    await stranger.open('/quan-tri/ung-dung/moi')
    const form = `_csrf=${tokenOn(stranger)}&ly-do=x&quyet-dinh=duyet`
    const answers = await Promise.all(
      ['', '/khoa', '/tam-dung'].map((act) =>
        stranger.ask(act ? 'POST' : 'GET', `/quan-tri/ung-dung/${clientId}${act}`, act ? form : undefined),
      ),
    )
    const decision = await stranger.ask('POST', `/quan-tri/ung-dung/${clientId}/quyet-dinh`, form)

    expect(list.body).not.toContain('Một cửa điện tử Gia Lai')
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(decision.status).toBe(403)
  })
})

function tokenOn(browser: BrowserLike): string {
  return encodeURIComponent(/name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? '')
}
