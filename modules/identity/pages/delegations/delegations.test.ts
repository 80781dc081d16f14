import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { codeOf, DELEGATIONS, grant, grantFields } from '../../../../test/support/delegations.ts'
import { addOfficial, addPerson, browserOf } from '../../../../test/support/people.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'

const LIST = DELEGATIONS

/** A daughter who may act for her mother. */
async function family(world: World) {
  const [mother, daughter] = await Promise.all([
    addPerson(world.db, { name: 'Trần Thị Mai', bornOn: '1955-02-03' }),
    addPerson(world.db, { name: 'Nguyễn Thu Lan' }),
  ])
  const [mothers, daughters] = await Promise.all([
    browserOf(world, mother.accountId),
    browserOf(world, daughter.accountId),
  ])
  const given = await grant(mothers, await codeOf(daughters))
  const address = new URL(given.url).pathname
  return { mother, daughter, mothers, daughters, address }
}

async function actingFamily(world: World) {
  const all = await family(world)
  await all.daughters.open(all.address)
  await all.daughters.submit(`${all.address}/nhan`)
  await all.daughters.submit('/tai-khoan/lam-thay')
  return all
}

describe('a power of attorney', () => {
  test('is given to whoever read out a code, and both sides see it', async ({ world }) => {
    const { mothers, daughters, address } = await family(world)

    const seen = await mothers.open(address)
    expect(seen.body).toContain('Nguyễn Thu Lan')
    expect(seen.body).toContain('Chờ người nhận đồng ý')
    const list = await daughters.open(LIST)
    expect(list.body).toContain('Trần Thị Mai')
    expect(list.body).toContain('01/07/2026')
  })

  test('shows the name behind the code before anything is given', async ({ world }) => {
    const [giver, other] = await Promise.all([
      addPerson(world.db),
      addPerson(world.db, { name: 'Phạm Văn Đức' }),
    ])
    const givers = await browserOf(world, giver.accountId)
    const code = await codeOf(await browserOf(world, other.accountId))

    await givers.open(`${LIST}/moi`)
    const check = await givers.submit(`${LIST}/moi`, grantFields(code))

    expect(check.body).toContain('Phạm Văn Đức')
    const { count } = await world.db.one<{ count: number }>(sql`
      select count(*) from identity.delegation where subject = ${giver.accountId}`)
    expect(count).toBe(0)
  })

  test('allows nothing before it is accepted', async ({ world }) => {
    const { daughters, address } = await family(world)

    const page = await daughters.open(address)
    expect(page.body).not.toContain('/tai-khoan/lam-thay"')
    const id = address.split('/').at(-1) ?? ''
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const forced = await daughters.ask(
      'POST',
      '/tai-khoan/lam-thay',
      new URLSearchParams({ _csrf: csrf, 'uy-quyen': id }).toString(),
    )
    expect(forced.status).toBe(404)
  })

  test('lets one act, under a new session id, with a band on every page', async ({ world }) => {
    const { daughters, address } = await family(world)
    await daughters.open(address)
    await daughters.submit(`${address}/nhan`)
    const before = daughters.cookie('phien')

    await daughters.submit('/tai-khoan/lam-thay')

    expect(daughters.cookie('phien')).not.toBe(before)
    expect((await daughters.open('/thu-tuc')).body).toMatch(/Bạn đang làm thay cho <strong[^>]*>Trần Thị Mai/)
    await daughters.open('/tai-khoan/lam-thay')
    await daughters.submit('/tai-khoan/lam-thay/thoi')
    expect((await daughters.open('/thu-tuc')).body).not.toContain('Bạn đang làm thay')
  })

  test('records subject and actor, and the represented person reads both', async ({ world }) => {
    const { mother, daughter, mothers, address } = await actingFamily(world)

    const acts = await world.db.many<{ verb: string; actor: string; onBehalfOf: string | null }>(sql`
      select verb, actor, on_behalf_of
        from platform.act
       where thing = ${`delegation:${address.split('/').at(-1)}`}
       order by id`)
    expect(acts).toEqual([
      { verb: 'identity.delegation_granted', actor: mother.accountId, onBehalfOf: null },
      { verb: 'identity.delegation_accepted', actor: daughter.accountId, onBehalfOf: mother.accountId },
      { verb: 'identity.acting_started', actor: daughter.accountId, onBehalfOf: mother.accountId },
    ])
    expect((await mothers.open(address)).body).toContain('Bắt đầu một phiên làm thay')
    const log = await mothers.open('/tai-khoan/ai-da-xem')
    expect(log.body).toContain('Người làm thay')
    expect(log.body).toContain('Nguyễn Thu Lan')
  })

  test('ends at once when the represented person says so, with the session that acts', async ({ world }) => {
    const { mothers, daughters, address } = await actingFamily(world)

    await mothers.open(address)
    const ended = await mothers.submit(`${address}/cham-dut`)

    expect(ended.body).toContain('Người được đại diện chấm dứt')
    const after = await daughters.ask('GET', '/tai-khoan/lam-thay')
    expect(after.status).toBeGreaterThanOrEqual(300)
    expect((await daughters.open('/')).body).not.toContain('Bạn đang làm thay')
  })

  test('runs out on its day: the act is refused, and one is back in one’s own account', async ({ world }) => {
    const { daughters } = await actingFamily(world)
    await world.db.run(sql`update identity.session set idle_until = '2026-08-01', ends_at = '2026-08-01'`)
    world.setClock(new Date('2026-07-02T00:00:01+07:00'))

    const late = await daughters.ask('GET', '/tai-khoan/lam-thay')
    const next = await daughters.open('/thu-tuc')

    world.setClock(NOW)
    expect(late.status).toBe(403)
    expect(late.body).toContain('Việc làm thay đã hết hạn')
    expect(next.body).not.toContain('Bạn đang làm thay')
    expect(next.body).toContain('Nguyễn Thu Lan')
  })

  test('cannot be given on by whoever has it', async ({ world }) => {
    const { daughters } = await actingFamily(world)

    expect((await daughters.ask('GET', `${LIST}/moi`)).status).toBe(403)
    expect((await daughters.ask('GET', LIST)).status).toBe(403)
    expect((await daughters.ask('GET', '/tai-khoan/ai-da-xem')).status).toBe(403)
  })

  test('needs level 2, and to take it back needs nothing but the account', async ({ world }) => {
    const { mother, address } = await family(world)
    const weak = await browserOf(world, mother.accountId, { assurance: 1 })

    const form = await weak.ask('GET', `${LIST}/moi`)
    await weak.open(address)
    const ended = await weak.submit(`${address}/cham-dut`)

    expect([302, 403]).toContain(form.status)
    expect(ended.body).toContain('Đã chấm dứt')
  })

  test('a code is good for one use, and nobody gives a power to themselves', async ({ world }) => {
    const [giver, other] = await Promise.all([addPerson(world.db), addPerson(world.db)])
    const givers = await browserOf(world, giver.accountId)
    const code = await codeOf(await browserOf(world, other.accountId))
    await grant(givers, code)

    await givers.open(`${LIST}/moi`)
    const again = await givers.submit(`${LIST}/moi`, grantFields(code))
    expect(again.status).toBe(422)
    expect(again.body).toContain('Không có ai đang dùng mã này')

    const own = await codeOf(givers)
    await givers.open(`${LIST}/moi`)
    const self = await givers.submit(`${LIST}/moi`, grantFields(own))
    expect(self.status).toBe(422)
    expect(self.body).toContain('việc của chính mình')
  })

  test.for([
    [{ ma: '123' }, 'gồm 12 chữ và số'],
    [{ 'muc-dich': 'x' }, 'Viết mục đích'],
    [{ 'pham-vi': '' }, 'Chọn phạm vi'],
    [{ 'thu-tuc': '1.1 abc' }, 'không phải mã thủ tục'],
    [{ 'den-ngay-year': '2020' }, 'từ hôm nay trở đi'],
    [{ 'den-ngay-year': '2036' }, 'không được sau 11/05/2029'],
    [{ 'den-ngay-day': '31', 'den-ngay-month': '6' }, 'ngày có thật'],
  ] as const)('the form comes back with %j', async ([wrong, words], { world }) => {
    const giver = await browserOf(world, (await addPerson(world.db)).accountId)
    await giver.open(`${LIST}/moi`)

    const answer = await giver.submit(`${LIST}/moi`, grantFields('7K2M-9QXA-03TZ', wrong))

    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('<title>Lỗi:')
  })
})

test('a citizen lets an official at the counter help for an hour', async ({ world }) => {
  const citizen = await addPerson(world.db)
  const official = await addOfficial(world.db, { agency: 'H26', name: 'Đỗ Thị Thu', roles: ['assistant'] })
  const citizens = await browserOf(world, citizen.accountId)
  const officials = await browserOf(world, official.accountId, { kind: 'official' })

  const given = await grant(citizens, await codeOf(officials), { loai: 'assisted', 'pham-vi': 'tat-ca' })
  const address = new URL(given.url).pathname
  await officials.open(address)
  await officials.submit(`${address}/nhan`)
  const acting = await officials.submit('/tai-khoan/lam-thay')

  expect(given.body).toContain('Cán bộ hỗ trợ tại quầy')
  const log = await citizens.open('/tai-khoan/ai-da-xem')
  expect(log.body).toContain('Công chức một cửa')
  expect(log.body).not.toContain('Đỗ Thị Thu')
  expect(acting.body).toContain('10:30 11/05/2026')
})

test('an official without a role at a counter cannot accept to help', async ({ world }) => {
  const official = await addOfficial(world.db, { agency: 'H26', roles: ['auditor'] })
  const citizens = await browserOf(world, (await addPerson(world.db)).accountId)
  const officials = await browserOf(world, official.accountId, { kind: 'official' })
  const given = await grant(citizens, await codeOf(officials), { loai: 'assisted', 'pham-vi': 'tat-ca' })
  const address = new URL(given.url).pathname

  await officials.open(address)
  const answer = await officials.submit(`${address}/nhan`)

  expect(answer.status).toBe(403)
})

test('a stranger finds nothing under the address of a delegation', async ({ world }) => {
  const { address } = await family(world)
  const stranger = await browserOf(world, (await addPerson(world.db)).accountId)

  expect((await stranger.ask('GET', address)).status).toBe(404)
  expect((await stranger.ask('GET', `${LIST}/không-có`)).status).toBe(400)
})
