import { expect } from 'vitest'
import { sql } from '#platform/db'
import { findDossier, timelineOf } from '#register'
import type { BrowserLike } from '../../test/support/browser-like.ts'
import { codeOf, grant } from '../../test/support/delegations.ts'
import { addOrganization, addPerson, browserOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'

const PLACE = 'Phường Cầu Giấy, Thành phố Hà Nội'

/** Somebody who acts for the giver in birth registrations alone. */
async function acting(world: World) {
  const giver = await addPerson(world.db, { name: 'Bùi Thị Lan' })
  const actor = await addPerson(world.db, { name: 'Trần Văn Tám' })
  const [givers, actors] = [await browserOf(world, giver.accountId), await browserOf(world, actor.accountId)]
  const given = await grant(givers, await codeOf(actors))
  const { pathname } = new URL(given.url)
  await actors.open(pathname)
  await actors.submit(`${pathname}/nhan`)
  await actors.submit('/tai-khoan/lam-thay')
  return { giver, actor, givers, actors }
}

async function begin(browser: BrowserLike, procedure: string): Promise<string> {
  await browser.open(`/nop-ho-so/${procedure}?noi=${encodeURIComponent(PLACE)}`)
  const handle = /name="coQuan"[^>]*value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  if (handle === '') return `${browser.last.status}`
  await browser.submit(`/nop-ho-so/${procedure}/bat-dau`, { coQuan: handle })
  return new URL(browser.last.url).pathname
}

test('whoever acts for another files in their name, leaves their own, and does nothing that the power does not cover', async ({
  world,
}) => {
  const { giver, actor, givers, actors } = await acting(world)

  const path = await begin(actors, '1.001193')
  const applicant = await actors.open(`${path}/applicant`)
  const elsewhere = await begin(actors, '1.000656')
  const mine = await givers.open('/ho-so')

  expect(applicant.body).toContain(`value="${giver.name}"`)
  expect(applicant.body).toContain('Bạn đang làm thay cho')
  expect(elsewhere).toBe('403')
  expect(mine.body).toContain('Thủ tục đăng ký khai sinh')
  const draft = await world.db.one<{ owner: string; actor: string }>(sql`
    select owner, actor from filing.draft where id = ${path.split('/').at(-1) ?? ''}`)
  expect(draft).toEqual({ owner: giver.accountId, actor: actor.accountId })
})

test('a company files as itself, with what its account knows', async ({ world }) => {
  const representative = await addPerson(world.db, { name: 'Nguyễn Thị Kim Oanh' })
  const company = await addOrganization(world.db, { name: 'Công ty Cảng Mẫu Phương Đông', representative })
  const browser = await browserOf(world, company, { kind: 'organization' })
  const path = await begin(browser, '2.000815')
  const applicant = await browser.open(`${path}/applicant`)
  await browser.submit(`${path}/applicant`, {
    'applicant.name': representative.name,
    'applicant.personalId': representative.personalId,
    'applicant.bornOn-day': '12',
    'applicant.bornOn-month': '3',
    'applicant.bornOn-year': '1985',
    'applicant.residence.unit': PLACE,
    'applicant.phone': '0912345678',
  })
  await browser.open(`${path}/documents`)
  const more = await browser.submit(`${path}/documents`, { _them: 'documents' })
  await browser.submit(`${path}/documents`, {
    'documents-count': '2',
    'documents[0].title': 'Giấy chứng nhận đăng ký doanh nghiệp',
    'documents[0].pages': '2',
    'documents[0].copies': '3',
    'documents[1].title': 'Điều lệ',
    'documents[1].pages': '40',
    'documents[1].copies': '1',
  })
  await browser.submit(`${path}/summary`, {})
  const { picture } = await import('../../test/support/filing.ts')
  await browser.open(`${path}/papers`)
  await browser.submitFiles(`${path}/papers`, {}, [
    { field: 'originals', name: 'điều lệ.jpg', bytes: await picture() },
  ])
  await browser.submit(`${path}/result`, { resultBy: 'counter' })
  await browser.submit(`${path}/declaration`, { declaration: 'yes' })
  const check = await browser.open(`${path}/kiem-tra`)
  const receipt = await browser.submit(`${path}/nop`)

  expect(applicant.body).toContain(`value="${representative.name}"`)
  expect(more.body).toContain('name="documents[1].title"')
  expect(check.body).toContain('Điều lệ')
  const code = /\/ho-so\/([^/]+)\//.exec(receipt.url)?.[1] ?? ''
  expect(await findDossier(world.db, code)).toMatchObject({
    applicant: { kind: 'organization', name: 'Công ty Cảng Mẫu Phương Đông', owner: company },
  })
  expect((await timelineOf(world.db, code))[0]?.by).toMatchObject({ kind: 'applicant', id: company })
})
