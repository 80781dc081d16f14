import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { codeOf, DELEGATIONS, grant } from '../../../../test/support/delegations.ts'
import { addOrganization, addPerson, browserOf, type TestPerson } from '../../../../test/support/people.ts'
import { test } from '../../../../test/support/world.ts'

const LIST = DELEGATIONS

describe('a parent', () => {
  const papers = { 'quan-he': 'parent', 'giay-to': 'Giấy khai sinh số 12/2016' }

  function childFields({ name, bornOn, personalId }: Omit<TestPerson, 'accountId'>) {
    const [year = '', month = '', day = ''] = bornOn.split('-')
    return {
      ...papers,
      'ho-ten': name,
      'so-dinh-danh': personalId,
      'ngay-sinh-day': day,
      'ngay-sinh-month': month,
      'ngay-sinh-year': year,
    }
  }

  test('acts at once for a child in whose VNeID data they are named', async ({ world }) => {
    const mother = await addPerson(world.db, { name: 'Trần Thị Bình', bornOn: '1987-10-20' })
    const child = await addPerson(world.db, {
      name: 'Nguyễn Minh Châu',
      bornOn: '2016-06-01',
      claims: { Me: mother.name, SoDinhDanhMe: mother.personalId },
    })
    const browser = await browserOf(world, mother.accountId)
    await browser.open(`${LIST}/con`)

    const declared = await browser.submit(`${LIST}/con`, childFields(child))

    expect(declared.url).not.toContain(child.personalId)
    expect(declared.body).toContain('Đang có hiệu lực')
    expect(declared.body).toContain('31/05/2034')
    await browser.submit('/tai-khoan/lam-thay')
    expect((await browser.open('/tai-khoan/ai-da-xem')).body).toContain(
      'Các lần mở dữ liệu của Nguyễn Minh Châu',
    )
  })

  test('waits for an official otherwise, and hears nothing about whether the child has an account', async ({
    world,
  }) => {
    const parent = await browserOf(world, (await addPerson(world.db)).accountId)
    const known = await addPerson(world.db, { bornOn: '2016-06-01' })
    const unknown = { ...known, personalId: `001316${Date.now() % 1_000_000}`.padEnd(12, '0') }

    const answers = []
    for (const child of [known, unknown]) {
      await parent.open(`${LIST}/con`)
      const { status, body } = await parent.submit(`${LIST}/con`, childFields(child))
      answers.push({ status, says: body.includes('Mang giấy tờ đến cơ quan cấp xã') })
    }

    expect(answers).toEqual([
      { status: 200, says: true },
      { status: 200, says: true },
    ])
  })

  test('an adult is not a child, and a number of another year is no number of this person', async ({
    world,
  }) => {
    const parent = await browserOf(world, (await addPerson(world.db)).accountId)
    const adult = await addPerson(world.db, { bornOn: '2005-01-01' })
    await parent.open(`${LIST}/con`)

    const old = await parent.submit(`${LIST}/con`, childFields(adult))
    expect(old.status).toBe(422)
    expect(old.body).toContain('đã đủ 18 tuổi')
    const wrong = await parent.submit(`${LIST}/con`, { ...childFields(adult), 'ngay-sinh-year': '2016' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('phải khớp với năm sinh')
  })
})

describe('a company', () => {
  test('is represented by whom VNeID names, who appoints staff, as long as VNeID names them', async ({
    world,
  }) => {
    const boss = await addPerson(world.db, { name: 'Hoàng Văn Nam' })
    const clerk = await addPerson(world.db, { name: 'Vũ Thị Oanh' })
    const company = await addOrganization(world.db, { name: 'Công ty TNHH Gạo Sạch', representative: boss })
    const [bosses, clerks] = await Promise.all([
      browserOf(world, boss.accountId),
      browserOf(world, clerk.accountId),
    ])
    const code = await codeOf(clerks)

    await bosses.open(LIST)
    await bosses.submit(`${LIST}/to-chuc`)
    await bosses.submit('/tai-khoan/lam-thay')
    const given = await grant(bosses, code)
    expect(given.body).toContain('Người được tổ chức cử')
    const address = new URL(given.url).pathname
    await clerks.open(address)
    await clerks.submit(`${address}/nhan`)
    const acting = await clerks.submit('/tai-khoan/lam-thay')
    expect(acting.body).toContain('Công ty TNHH Gạo Sạch')

    await world.db.run(sql`
      update identity.organization
         set representative_id = ${clerk.personalId}
       where account_id = ${company}`)
    const over = await bosses.ask('GET', '/tai-khoan/lam-thay')
    expect(over.status).toBe(403)
  })

  test('nobody represents a company that names another', async ({ world }) => {
    const boss = await addPerson(world.db)
    const stranger = await browserOf(world, (await addPerson(world.db)).accountId)
    const company = await addOrganization(world.db, { representative: boss })
    const page = await stranger.open(LIST)
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''

    const form = new URLSearchParams({ _csrf: csrf, 'to-chuc': company }).toString()
    const answer = await stranger.ask('POST', `${LIST}/to-chuc`, form)

    expect(answer.status).toBe(403)
    expect(page.body).not.toContain('Công ty')
  })
})
