import { describe, expect, vi } from 'vitest'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { addOfficial, addPerson, browserOf, type TestPerson } from '../../../../test/support/people.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'

const PATH = '/can-bo/khoi-phuc'
const COMMUNE = 'ubnd-00004'
const OTHER_COMMUNE = 'ubnd-00008'

const SEEN = { 'giay-to': 'Thẻ căn cước, cấp ngày 12/3/2024', 'ly-do': 'Mất điện thoại', 'co-mat': 'co' }

function askFields({ personalId, bornOn }: TestPerson) {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return {
    ...SEEN,
    'so-dinh-danh': personalId,
    'ngay-sinh-day': day,
    'ngay-sinh-month': month,
    'ngay-sinh-year': year,
  }
}

/** A person without a phone, and officials of two communes. */
async function counter(world: World) {
  const person = await addPerson(world.db, { name: 'Bùi Thị Xuân' })
  const officers = await Promise.all([
    addOfficial(world.db, { agency: COMMUNE, name: 'Ngô Văn Một', roles: ['officer'] }),
    addOfficial(world.db, { agency: COMMUNE, name: 'Ngô Văn Hai', roles: ['officer'] }),
    addOfficial(world.db, { agency: OTHER_COMMUNE, name: 'Ngô Văn Ba', roles: ['officer'] }),
  ])
  const [first, second, stranger] = await Promise.all(
    officers.map(({ accountId }) => browserOf(world, accountId, { kind: 'official' })),
  )
  if (!first || !second || !stranger) throw new Error('There are three officers')
  await first.open(PATH)
  const asked = await first.submit(PATH, askFields(person))
  return { person, first, second, stranger, address: new URL(asked.url).pathname }
}

async function slip(world: World) {
  const all = await counter(world)
  await all.second.open(all.address)
  const { body } = await all.second.submit(all.address, { 'da-xem': 'co' })
  const code = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(body.slice(body.indexOf('<main')))?.[0] ?? ''
  return { ...all, code, body }
}

async function use(browser: BrowserLike, code: string, personalId: string) {
  await browser.open('/khoi-phuc')
  return browser.submit('/khoi-phuc', { ma: code, 'so-dinh-danh': personalId })
}

describe('recovery without a phone', () => {
  test('two officials, a slip of paper, and the account is open at level 1', async ({ world }) => {
    const { person, code, body } = await slip(world)
    const citizen = new BrowserLike(world.app)

    const opened = await use(citizen, code, person.personalId)

    expect(body).not.toContain(person.personalId)
    expect(opened.body).toContain('Tài khoản đã mở')
    expect(opened.body).toContain('Gắn lại VNeID')
    const session = await world.db.one(sql`
      select assurance, means
        from identity.session
       where account_id = ${person.accountId} and ended_at is null`)
    expect(session).toEqual({ assurance: 1, means: 'recovery' })
    const weak = await citizen.ask('GET', '/tai-khoan/uy-quyen/moi')
    expect([302, 403]).toContain(weak.status)
  })

  test('everything is recorded: both officials, papers, reason; the person sees who opened their data', async ({
    world,
  }) => {
    const { person, code, address } = await slip(world)
    const citizen = new BrowserLike(world.app)
    await use(citizen, code, person.personalId)

    const acts = await world.db.many<{ verb: string; reason: string | null }>(sql`
      select verb, reason
        from platform.act
       where thing = ${`recovery:${address.split('/').at(-1)}`}
       order by id`)
    expect(acts).toEqual([
      { verb: 'identity.recovery_asked', reason: 'Mất điện thoại' },
      { verb: 'identity.recovery_confirmed', reason: 'Mất điện thoại' },
      { verb: 'identity.recovery_used', reason: null },
    ])
    const log = await citizen.open('/tai-khoan/ai-da-xem')
    expect(log.body.match(/Khôi phục tài khoản tại cơ quan/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('signs out whoever has the lost phone', async ({ world }) => {
    const { person, second, address } = await counter(world)
    const thief = await browserOf(world, person.accountId)
    expect((await thief.open('/')).body).toContain('Bùi Thị Xuân')

    await second.open(address)
    await second.submit(address, { 'da-xem': 'co' })

    await vi.waitFor(async () => expect((await thief.open('/')).body).not.toContain('Bùi Thị Xuân'))
  })

  test('the same official cannot be the second one, nor can one of another agency', async ({ world }) => {
    const { first, stranger, address } = await counter(world)
    const page = await first.open(address)
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await first.open(PATH)).body)?.[1] ?? ''

    expect(page.body).not.toContain('Xác nhận và cấp mã')
    const form = new URLSearchParams({ _csrf: csrf, 'da-xem': 'co' }).toString()
    expect((await first.ask('POST', address, form)).status).toBe(403)
    expect((await stranger.ask('GET', address)).status).toBe(404)
    expect((await stranger.open(PATH)).body).not.toContain('Bùi Thị Xuân')
  })

  test('the second official has 30 minutes', async ({ world }) => {
    const { second, address } = await counter(world)
    await second.open(address)
    world.setClock(new Date(NOW.getTime() + 29 * 60_000))
    await second.open(address)
    world.setClock(new Date(NOW.getTime() + 31 * 60_000))

    const late = await second.submit(address, { 'da-xem': 'co' })

    world.setClock(NOW)
    expect(late.status).toBe(409)
    expect(late.body).toContain('30 phút')
  })

  test('a code opens once, within a day, and five wrong numbers void it', async ({ world }) => {
    const citizen = new BrowserLike(world.app)
    const once = await slip(world)
    await use(citizen, once.code, once.person.personalId)
    expect((await use(new BrowserLike(world.app), once.code, once.person.personalId)).status).toBe(422)

    const guessed = await slip(world)
    const stranger = new BrowserLike(world.app)
    const another = await addPerson(world.db)
    for (let time = 0; time < 5; time += 1) await use(stranger, guessed.code, another.personalId)
    const voided = await use(stranger, guessed.code, guessed.person.personalId)
    expect(voided.status).toBe(422)
    expect(voided.body).not.toContain(guessed.person.personalId)
  })

  test('a new slip makes the one before worthless', async ({ world }) => {
    const { person, first } = await slip(world)

    await first.open(PATH)
    await first.submit(PATH, askFields(person))

    const slips = await world.db.many(sql`
      select cancelled_at is not null as is_void, code is not null as has_code
        from identity.recovery
       where subject = ${person.accountId}
       order by is_void desc`)
    expect(slips).toEqual([
      { isVoid: true, hasCode: true },
      { isVoid: false, hasCode: false },
    ])
  })

  test.for([
    [{ 'so-dinh-danh': '001185000000x' }, 'gồm 12 chữ số'],
    [{ 'ngay-sinh-day': '13' }, 'Không tìm thấy tài khoản'],
    [{ 'giay-to': '' }, 'Ghi giấy tờ'],
    [{ 'ly-do': '' }, 'Ghi lý do'],
    [{ 'co-mat': '' }, 'có mặt'],
  ] as const)('the form comes back with %j', async ([wrong, words], { world }) => {
    const { first, person } = await counter(world)
    await first.open(PATH)

    const answer = await first.submit(PATH, { ...askFields(person), ...wrong })

    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
  })

  test('an inspector of the province sees it and cannot confirm; an assistant sees nothing', async ({
    world,
  }) => {
    const { address } = await counter(world)
    const parent = await world.db.one<{ handle: string }>(sql`
      select p.handle
        from directory.agency c
        join directory.agency p on p.id = c.parent_id
       where c.handle = ${COMMUNE}`)
    const inspector = await addOfficial(world.db, { agency: parent.handle, roles: ['auditor'] })
    const assistant = await addOfficial(world.db, { agency: COMMUNE, roles: ['assistant'] })
    const inspectors = await browserOf(world, inspector.accountId, { kind: 'official' })
    const assistants = await browserOf(world, assistant.accountId, { kind: 'official' })

    const seen = await inspectors.open(address)
    expect(seen.body).toContain('Bùi Thị Xuân')
    expect(seen.body).not.toContain('Xác nhận và cấp mã')
    expect((await assistants.ask('GET', address)).status).toBe(403)
  })
})
