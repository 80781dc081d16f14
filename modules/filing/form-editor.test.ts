import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { differences, type FormDefinition, seedForms } from '#forms'
import { sql } from '#platform/db'
import { addOfficial, browserOf } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'

const SEEDED_FORMS = fileURLToPath(new URL('../../db/seed/forms/', import.meta.url))

async function editor(world: World, agency = 'G22') {
  const { accountId } = await addOfficial(world.db, { agency, roles: ['administrator'] })
  return browserOf(world, accountId, { kind: 'official' })
}

test('an editor of the centre looks at a change before it is saved, and the next who files gets the new version', async ({
  world,
}) => {
  const browser = await editor(world)
  const list = await browser.open('/quan-tri/bieu-mau')
  const exported = await browser.ask('GET', '/quan-tri/bieu-mau/birth-registration/xuat')
  const form = JSON.parse(exported.body) as FormDefinition
  const [first, ...pages] = form.pages as [FormDefinition['pages'][number], ...FormDefinition['pages']]
  const asked = {
    id: 'reason',
    type: 'text',
    label: { vi: 'Lý do nộp', en: 'Why' },
    isOptional: true,
  } as const
  const changed = { ...form, pages: [{ ...first, fields: [...first.fields, asked] }, ...pages] }
  await browser.open('/quan-tri/bieu-mau/birth-registration')

  const looked = await browser.submit('/quan-tri/bieu-mau/birth-registration', {
    json: JSON.stringify(changed),
    viec: 'xem',
    dang: 'json',
  })
  const before = await world.app.inject('/api/v1/procedures/1.001193/form')
  const saved = await browser.submit('/quan-tri/bieu-mau/birth-registration', {
    json: JSON.stringify(changed),
    lyDo: 'Theo công văn mới',
    viec: 'luu',
    dang: 'json',
  })
  await seedForms(world.db, SEEDED_FORMS, new Date())
  const after = await world.app.inject('/api/v1/procedures/1.001193/form')

  expect(list.body).toContain('birth-registration')
  expect(looked.body).toContain('<strong>thêm</strong>: applicant: reason')
  expect(looked.body).toContain('Lý do nộp')
  expect(before.json<{ version: number }>().version).toBe(1)
  expect(saved.body).toContain('Đã lưu phiên bản 2')
  expect(after.body).toContain('Lý do nộp')
  const acts = await world.db.many<{ reason: string }>(
    sql`select reason from platform.act where thing = 'form:birth-registration'`,
  )
  expect(acts).toEqual([{ reason: 'Theo công văn mới' }])
})

test.each([
  ['{', 'JSON'],
  ['{}', 'id, procedure, title'],
  [
    '{"id":"x","procedure":"1.001193","source":"","title":{"vi":"a","en":"a"},"pages":[{"id":"p","title":{"vi":"a","en":"a"},"fields":[{"id":"A","type":"what","label":{"vi":"","en":""}}]}]}',
    'pages.p.A',
  ],
])('a form that cannot be used is told by place, and stays as it was typed: %s', async (json, place) => {
  const world = current
  const browser = await editor(world)
  await browser.open('/quan-tri/bieu-mau/moi')

  const answer = await browser.submit('/quan-tri/bieu-mau/moi', { json, viec: 'luu', dang: 'json' })

  expect(answer.status).toBe(422)
  expect(answer.body).toContain(place)
  expect(answer.body).toContain('<textarea')
})

let current: World
test.beforeEach(({ world }) => {
  current = world
})

test('administrators of a province and everybody else find the door closed', async ({ world }) => {
  const province = await editor(world, 'H21')

  expect((await province.open('/quan-tri/bieu-mau')).status).toBe(403)
  expect((await province.open('/quan-tri/bieu-mau/birth-registration')).status).toBe(403)
  expect((await world.app.inject('/quan-tri/bieu-mau')).statusCode).toBe(302)
})

test('whoever saves upon a version that came meanwhile is told, and what they wrote is kept', async ({
  world,
}) => {
  const path = '/quan-tri/bieu-mau/marital-status'
  const [first, second] = [await editor(world), await editor(world)]
  const { body } = await first.ask('GET', `${path}/xuat`)
  await first.open(path)
  await second.open(path)

  await first.submit(path, {
    json: body.replace('Ghi rõ mục đích', 'Nêu rõ mục đích'),
    viec: 'luu',
    dang: 'json',
  })
  const late = await second.submit(path, {
    json: body.replace('Ghi rõ mục đích', 'Mục đích gì'),
    viec: 'luu',
    dang: 'json',
  })
  const again = await second.submit(path, {
    json: body.replace('Ghi rõ mục đích', 'Mục đích gì'),
    viec: 'luu',
    dang: 'json',
  })
  const compared = await second.open(`${path}?so-voi=2`)

  expect(late.status).toBe(422)
  expect(late.body).toContain('phiên bản 2 đã được lưu')
  expect(late.body).toContain('Mục đích gì')
  expect(again.body).toContain('Đã lưu phiên bản 3')
  expect(compared.body).toContain('<strong>sửa</strong>: status: purposeOther')
  expect((await second.open(`${path}?so-voi=9`)).status).toBe(404)
})

test('differences are told by place: what came, what changed, what went', () => {
  const text = { vi: 'a', en: 'a' }
  const field = (id: string, label: { vi: string; en: string } = text) =>
    ({ id, type: 'text', label }) as const
  const form = (fields: readonly ReturnType<typeof field>[]): FormDefinition => ({
    id: 'f',
    procedure: '1.001193',
    title: text,
    source: '',
    pages: [{ id: 'p', title: text, fields }],
  })

  expect(
    differences(form([field('a'), field('b')]), form([field('b', { vi: 'b', en: 'b' }), field('c')])),
  ).toEqual([
    { at: 'p: b', what: 'changed' },
    { at: 'p: c', what: 'added' },
    { at: 'p: a', what: 'removed' },
  ])
  // A file from elsewhere has its keys in another order.
  expect(differences(form([field('a')]), form([field('a', { en: 'a', vi: 'a' })]))).toEqual([])
})

test('a new form under a name that is taken is told so, and two who save at once do not write over each other', async ({
  world,
}) => {
  const path = '/quan-tri/bieu-mau/death-registration'
  const [first, second] = [await editor(world), await editor(world)]
  const { body } = await first.ask('GET', `${path}/xuat`)
  await first.open('/quan-tri/bieu-mau/moi')
  const taken = await first.submit('/quan-tri/bieu-mau/moi', { json: body, viec: 'luu', dang: 'json' })
  await first.open(path)
  await second.open(path)
  const both = await Promise.all(
    [first, second].map((browser, at) =>
      browser.submit(path, { json: body.replace('"en": "', `"en": "${at} `), viec: 'luu', dang: 'json' }),
    ),
  )

  expect(taken.status).toBe(422)
  expect(taken.body).toContain('Đã có biểu mẫu mang tên (id) này')
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422])
})
