import { expect } from 'vitest'
import { sql } from '#platform/db'
import { test } from '../../test/support/world.ts'

test('a procedure is found without accents, and the page leads to it', async ({ world }) => {
  const page = await world.app.inject('/thu-tuc?q=lam+giay+khai+sinh')

  expect(page.statusCode).toBe(200)
  const [first] = page.body.match(/href="\/thu-tuc\/\d\.\d{6}"/) ?? []
  expect(first).toBe('href="/thu-tuc/1.001193"')
})

test('a filter narrows the list, shows itself, and can be taken off', async ({ world }) => {
  const page = await world.app.inject('/thu-tuc?linh-vuc=ho-tich&cap=xa')

  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Lĩnh vực: Hộ tịch')
  expect(page.body).toContain('href="/thu-tuc?cap=xa"')
  expect(page.body).not.toContain('Đăng ký thường trú</a>')
})

test('filters and refusals speak the language of the page', async ({ world }) => {
  const event = await world.db.one<{ slug: string; nameVi: string; nameEn: string }>(sql`
    select slug, name_vi, name_en
      from catalogue.life_event
     order by position
     limit 1`)

  const english = await world.app.inject(`/thu-tuc?su-kien=${event.slug}&lang=en`)
  const vietnamese = await world.app.inject(`/thu-tuc?su-kien=${event.slug}`)
  const refused = await world.app.inject(`/thu-tuc?sau=${'a'.repeat(301)}`)

  expect(english.body).toContain(event.nameEn)
  expect(vietnamese.body).toContain(event.nameVi)
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('sau: dài quá 300 ký tự')
})

test('a question that nothing fits is answered with near matches and other ways, never with an error', async ({
  world,
}) => {
  for (const q of [
    'zzzzqqq',
    '🙂🙂',
    '"',
    '\\',
    '%00',
    'a'.repeat(3_000),
    '<script>alert(1)</script>',
    "' or 1=1 --",
  ]) {
    const page = await world.app.inject(`/thu-tuc?q=${encodeURIComponent(q)}`)

    expect(page.statusCode, q.slice(0, 20)).toBe(200)
    expect(page.body).not.toContain('<script>alert')
  }
})

test('a page link that is not ours is refused in plain words', async ({ world }) => {
  const page = await world.app.inject('/thu-tuc?sau=khong-phai')
  const api = await world.app.inject('/api/v1/procedures?cursor=abc')

  expect(page.statusCode).toBe(400)
  expect(page.body).toContain('Hãy tìm lại từ đầu')
  expect(api.json()).toMatchObject({ status: 400, code: 'catalogue.bad_cursor' })
})

test('pages of the whole list, one after another, show each procedure once', async ({ world }) => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { items, nextCursor } = (await world.app.inject(`/api/v1/procedures?limit=7${cursor}`)).json()
    seen.push(...items.map((item: { code: string }) => item.code))
    cursor = nextCursor ? `&cursor=${nextCursor}` : ''
  } while (cursor)

  const { count } = await world.db.one<{ count: number }>(sql`
    select count(*) from catalogue.procedure where status = 'public' and not is_internal`)
  expect(seen).toHaveLength(count)
  expect(new Set(seen).size).toBe(count)
})

test('the page of a procedure says who, how long, how much, which papers, where and under which decision', async ({
  world,
}) => {
  const page = await world.app.inject('/thu-tuc/1.004222')

  expect(page.statusCode).toBe(200)
  for (const words of [
    'Đăng ký thường trú',
    '1523/QĐ-BCA-C06',
    '7 ngày làm việc',
    'Công dân Việt Nam',
    'Mẫu',
    '10.000 ₫',
  ]) {
    expect(page.body).toContain(words)
  }
})

test('an old ward leads to the desk of today, and a name that several places share asks which one', async ({
  world,
}) => {
  const found = await world.app.inject(
    `/thu-tuc/1.001193?noi=${encodeURIComponent('phường Trúc Bạch, Ba Đình, Hà Nội')}`,
  )
  const several = await world.app.inject(`/thu-tuc/1.001193?noi=${encodeURIComponent('xã Tân Tiến')}`)
  const unknown = await world.app.inject(`/thu-tuc/1.001193?noi=${encodeURIComponent('qqqqzzzz')}`)

  expect(found.body).toMatch(/Ủy ban nhân dân [Pp]hường Ba Đình/)
  expect(several.body).toContain('Tên này ứng với nhiều nơi')
  expect(unknown.body).toContain('Không nhận ra tên này')
})

test('a code typed badly leads to the right one, an unknown one to what is near', async ({ world }) => {
  const spaced = await world.app.inject('/thu-tuc/%201.001193%20')
  const joined = await world.app.inject('/thu-tuc/1001193')
  const local = await world.app.inject('/thu-tuc/1.001193.000.00.00.H34')
  const api = await world.app.inject('/api/v1/procedures/1001193')

  expect([spaced.statusCode, spaced.headers.location]).toEqual([301, '/thu-tuc/1.001193'])
  expect(joined.statusCode).toBe(404)
  expect(joined.body).toContain('href="/thu-tuc/1.001193"')
  expect([local.statusCode, local.headers.location]).toEqual([302, '/thu-tuc/1.001193'])
  expect(api.json()).toMatchObject({
    status: 404,
    code: 'catalogue.not_found',
    details: { near: ['/thu-tuc/1.001193 Thủ tục đăng ký khai sinh'] },
  })
})

test('a revision is asked for by its number, and one that never was is not found', async ({ world }) => {
  const first = await world.app.inject('/api/v1/procedures/1.001193?revision=1')
  const never = await world.app.inject('/api/v1/procedures/1.001193?revision=99')
  const wrong = await world.app.inject('/api/v1/procedures/1.001193?revision=0')

  expect(first.json()).toMatchObject({
    code: '1.001193',
    revision: { number: 1 },
    content: { field: { name: 'Hộ tịch' } },
  })
  expect(never.json()).toMatchObject({ status: 404, code: 'catalogue.no_such_revision' })
  expect(wrong.json()).toMatchObject({ status: 400, errors: [{ field: 'revision' }] })
})

test('suggestions come as one types, with words and with the first letters of words', async ({ world }) => {
  const { suggestions } = (await world.app.inject('/goi-y?q=dang%20ky%20kh')).json()
  const nothing = await world.app.inject('/goi-y')

  expect(suggestions.length).toBeGreaterThan(0)
  expect(suggestions[0]).toMatchObject({ href: expect.stringMatching(/^\/(thu-tuc|su-kien)\//) })
  expect(nothing.statusCode).toBe(200)
})

test('opening a procedure is counted, and what is opened most stands on the home page', async ({ world }) => {
  for (let times = 0; times < 200; times += 1) await world.app.inject('/thu-tuc/1.000656')
  await world.services.views.flush()

  const home = await world.app.inject('/')

  const row = await world.db.one(
    sql`select views from catalogue.view_count where procedure_code = '1.000656'`,
  )
  expect(row).toEqual({ views: 200 })
  expect(home.body).toContain('href="/thu-tuc/1.000656"')
})

test('a life event is a path of procedures that the catalogue holds', async ({ world }) => {
  const events = await world.app.inject('/su-kien')
  const slug = /href="\/su-kien\/([a-z0-9-]+)"/.exec(events.body)?.[1] ?? ''
  const event = await world.app.inject(`/su-kien/${slug}`)
  const unknown = await world.app.inject('/su-kien/khong-co')

  expect(event.statusCode).toBe(200)
  const codes = [...event.body.matchAll(/href="\/thu-tuc\/(\d\.\d{6})"/g)].map((match) => match[1])
  const { count } = await world.db.one<{ count: number }>(sql`
    select count(*) from catalogue.procedure where code = any(${codes})`)
  expect(count).toBe(new Set(codes).size)
  expect(unknown.statusCode).toBe(404)
})

test('every page of the catalogue speaks English when asked to', async ({ world }) => {
  for (const path of [
    '/',
    '/thu-tuc?q=khai+sinh',
    '/thu-tuc/1.001193',
    '/thu-tuc/1.001193/nop',
    '/linh-vuc',
    '/su-kien',
  ]) {
    const page = await world.app.inject(`${path}${path.includes('?') ? '&' : '?'}lang=en`)

    expect(page.statusCode, path).toBe(200)
    expect(page.body).toContain('<html lang="en"')
  }
})
