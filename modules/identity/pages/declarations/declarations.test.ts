import { expect } from 'vitest'
import { sql } from '#platform/db'
import type { BrowserLike } from '../../../../test/support/browser-like.ts'
import { addOfficial, addPerson, browserOf, type TestPerson } from '../../../../test/support/people.ts'
import { test, type World } from '../../../../test/support/world.ts'

const PATH = '/can-bo/dai-dien'
const COMMUNE = 'ubnd-00004'

function childFields(child: Omit<TestPerson, 'accountId'>, relation = 'parent') {
  const [year = '', month = '', day = ''] = child.bornOn.split('-')
  return {
    'quan-he': relation,
    'giay-to': 'Giấy khai sinh số 12/2016',
    'ho-ten': child.name,
    'so-dinh-danh': child.personalId,
    'ngay-sinh-day': day,
    'ngay-sinh-month': month,
    'ngay-sinh-year': year,
  }
}

async function declare(parents: BrowserLike, child: Omit<TestPerson, 'accountId'>): Promise<string> {
  await parents.open('/tai-khoan/uy-quyen/con')
  const { body } = await parents.submit('/tai-khoan/uy-quyen/con', childFields(child))
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body.slice(body.indexOf('<main')))?.[0] ?? ''
}

async function counter(world: World) {
  const parent = await addPerson(world.db, { name: 'Đinh Thị Yến' })
  const officer = await addOfficial(world.db, { agency: COMMUNE, roles: ['officer'] })
  return {
    parent,
    parents: await browserOf(world, parent.accountId),
    officers: await browserOf(world, officer.accountId, { kind: 'official' }),
  }
}

async function confirm(officers: BrowserLike, code: string, act = 'xac-nhan') {
  await officers.open(PATH)
  await officers.submit(PATH, { ma: code })
  return officers.submit(PATH, { viec: act, 'giay-to': 'Giấy khai sinh 12/2016, bản chính' })
}

test('an official sees the papers, and the parent may act at once', async ({ world }) => {
  const { parents, officers } = await counter(world)
  const child = await addPerson(world.db, { name: 'Đinh Gia Bảo', bornOn: '2016-06-01' })
  const code = await declare(parents, child)

  const confirmed = await confirm(officers, code)

  expect(confirmed.body).toContain('Đã xác nhận')
  await parents.open('/tai-khoan/uy-quyen')
  expect(parents.last.body).toContain('Đinh Gia Bảo')
  expect(parents.last.body).toContain('Đang có hiệu lực')
  expect((await parents.open('/tai-khoan/ai-da-xem')).body).toContain('Xác nhận quan hệ đại diện')
  expect((await (await browserOf(world, child.accountId)).open('/tai-khoan/uy-quyen')).body).toContain(
    'Đinh Thị Yến',
  )
})

test('a child that never signed in is waited for, and what was declared is forgotten afterwards', async ({
  world,
}) => {
  const { parent, parents, officers } = await counter(world)
  const child = await addPerson(world.db, { name: 'Đinh Gia Bảo', bornOn: '2016-06-01' })
  await world.db.run(sql`
    update identity.person set personal_id = '001316999111' where account_id = ${child.accountId}`)
  await confirm(officers, await declare(parents, child))
  expect((await parents.open('/tai-khoan/uy-quyen')).body).toContain('đăng nhập lần đầu')

  await world.db.run(sql`
    update identity.person set personal_id = ${child.personalId} where account_id = ${child.accountId}`)

  expect((await parents.open('/tai-khoan/uy-quyen')).body).toContain('Đang có hiệu lực')
  const kept = await world.db.one(sql`
    select subject, declared
      from identity.delegation
     where actor = ${parent.accountId}`)
  expect(kept).toEqual({ subject: child.accountId, declared: null })
})

test('papers that do not show it are refused, and the parent reads so', async ({ world }) => {
  const { parents, officers } = await counter(world)
  const child = await addPerson(world.db, { bornOn: '2016-06-01' })
  const code = await declare(parents, child)

  const refused = await confirm(officers, code, 'tu-choi')

  expect(refused.body).toContain('Đã từ chối')
  const again = await officers.open(PATH).then(() => officers.submit(PATH, { ma: code }))
  expect(again.status).toBe(422)
  expect((await parents.open('/tai-khoan/uy-quyen')).body).toContain('Đã chấm dứt')
})

test('a number of somebody born on another day cannot be confirmed', async ({ world }) => {
  const { parents, officers } = await counter(world)
  const child = await addPerson(world.db, { bornOn: '2016-06-01' })
  const code = await declare(parents, { ...child, bornOn: '2016-07-01' })

  const answer = await confirm(officers, code)

  expect(answer.status).toBe(422)
  expect(answer.body).toContain('ngày sinh khác')
})

test('an official without the role of a one-stop officer opens nothing', async ({ world }) => {
  const assistant = await addOfficial(world.db, { agency: COMMUNE, roles: ['assistant'] })
  const browser = await browserOf(world, assistant.accountId, { kind: 'official' })

  expect((await browser.ask('GET', PATH)).status).toBe(403)
})

test.for(['', '123', '7K2M-9QXA-03TZ'])(
  'the code %j opens nothing and is asked for again',
  async (code, { world }) => {
    const { officers } = await counter(world)
    await officers.open(PATH)

    expect((await officers.submit(PATH, { ma: code })).status).toBe(422)
  },
)

test('a citizen who is present and agrees is helped for an hour, and reads about it', async ({ world }) => {
  const citizen = await addPerson(world.db, { name: 'Lý Thị Kim' })
  const assistant = await addOfficial(world.db, { agency: COMMUNE, name: 'Tô Văn Sáu', roles: ['assistant'] })
  const officials = await browserOf(world, assistant.accountId, { kind: 'official' })
  const [year = '', month = '', day = ''] = citizen.bornOn.split('-')
  const fields = {
    'so-dinh-danh': citizen.personalId,
    'giay-to': 'Thẻ căn cước',
    'muc-dich': 'Nộp hồ sơ thường trú',
    'ngay-sinh-day': day,
    'ngay-sinh-month': month,
    'ngay-sinh-year': year,
  }

  await officials.open('/can-bo/ho-tro')
  const silent = await officials.submit('/can-bo/ho-tro', fields)
  const started = await officials.submit('/can-bo/ho-tro', { ...fields, 'dong-y': 'co' })

  expect(silent.status).toBe(422)
  expect(started.body).toContain('Bạn đang làm thay cho')
  expect(started.body).toContain('Lý Thị Kim')
  expect((await officials.ask('GET', PATH)).status).toBe(403)
  const citizens = await browserOf(world, citizen.accountId)
  expect((await citizens.open('/tai-khoan/uy-quyen')).body).toContain('Cán bộ hỗ trợ tại quầy')
  const log = await citizens.open('/tai-khoan/ai-da-xem')
  expect(log.body).toContain('Hỗ trợ tại quầy theo đề nghị của bạn')
  expect(log.body).not.toContain('Tô Văn Sáu')
})
