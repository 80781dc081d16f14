import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { openLine } from './support/line.ts'
import { openWorld, test, type World } from './support/world.ts'

describe('a fault', () => {
  test('shows people a reference and nothing else, and the log knows the whole story under it', async ({
    server,
  }) => {
    const world = await openWorld(server)
    world.app.get('/may-in/:code', { config: { access: 'anyone' } }, () => {
      throw new Error('the paper jammed', { cause: new Error('no toner') })
    })

    const answer = await world.app.inject({
      url: '/may-in/H01-79?so=079300001234',
      headers: { cookie: 'lang=vi; secret=1', 'user-agent': 'a telling browser' },
    })

    const reference = String(answer.headers['x-request-id'])
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain(reference)
    expect(answer.body).toContain('<h1')
    expect(answer.body).not.toMatch(/paper jammed|toner|\.ts:\d|at .*\(|node_modules/)
    const line = world.logged.find((text) => text.includes('paper jammed')) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      reqId: reference,
      route: '/may-in/:code',
      err: {
        type: 'Error',
        message: 'the paper jammed',
        stack: expect.stringContaining('answers.test.ts'),
        cause: { message: 'no toner' },
      },
    })
    expect(world.logged.join()).not.toMatch(/079300001234|H01-79|127\.0\.0\.1|secret=1|telling browser/)
    await world.close()
  })

  test('tells programs the same as problem details', async ({ server }) => {
    const world = await openWorld(server)
    world.app.get('/api/v1/broken', { config: { access: 'anyone', isApi: true } }, () => {
      throw new Error('the paper jammed')
    })

    const answer = await world.app.inject('/api/v1/broken')

    expect(answer.json()).toEqual({
      type: 'about:blank',
      status: 500,
      code: 'http.500',
      title: 'Cổng dịch vụ gặp sự cố.',
      reference: answer.headers['x-request-id'],
    })
    await world.close()
  })

  test('of the database tells the log no values and no connection', async ({ server }) => {
    const world = await openWorld(server)
    const { db } = world
    world.app.get('/broken', { config: { access: 'anyone' } }, () =>
      db.transaction(async (tx) => {
        await tx.run(
          sql`insert into platform.seeded (name, digest) values ('Nguyễn Thị Lan', 'x'), ('Nguyễn Thị Lan', 'y')`,
        )
      }),
    )

    const { statusCode } = await world.app.inject('/broken')

    expect(statusCode).toBe(500)
    expect(world.logged.join()).toContain('seeded_pkey')
    expect(world.logged.join()).not.toMatch(/Lan\)|"detail"|"client"|"password"|postgres:\/\//)
    await world.close()
  })
})

describe('a page that is not there', () => {
  test('says so in Vietnamese, and leads on', async ({ world }) => {
    const { statusCode, body } = await world.app.inject('/khong-co-trang-nay?a=1')

    expect(statusCode).toBe(404)
    expect(body).toContain('<html lang="vi">')
    expect(body).toContain('Không tìm thấy trang')
    expect(body).toMatch(/<a href="\/su-kien"/)
  })

  test('says so in English to who reads English', async ({ world }) => {
    const { statusCode, body } = await world.app.inject({
      url: '/khong-co-trang-nay',
      cookies: { lang: 'en' },
    })

    expect(statusCode).toBe(404)
    expect(body).toContain('<html lang="en">')
    expect(body).toContain('Page not found')
  })

  test("an address that cannot be read is answered in the reader's language as well", async ({ world }) => {
    const page = await world.app.inject({ url: '/thu-tuc/%E0%A4%A', headers: { cookie: 'a=b; lang=en' } })
    const data = await world.app.inject('/api/v1/procedures/%E0%A4%A')

    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('<html lang="en">')
    expect(data.json()).toMatchObject({ status: 400, code: 'http.400' })
    expect(data.body).not.toContain('%E0%A4%A')
  })

  test('a program that reads JSON gets JSON, wherever it asks', async ({ world }) => {
    const { headers } = await world.app.inject({ url: '/khong-co', headers: { accept: 'application/json' } })

    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('an address that is there, but not for this method, names those that are', async ({ world }) => {
    const page = await world.app.inject({ method: 'POST', url: '/thu-tuc/1.001193' })
    const data = await world.app.inject({ method: 'DELETE', url: '/api/v1/procedures/1.001193' })
    const nothing = await world.app.inject({ method: 'POST', url: '/khong-co' })
    const asset = await world.app.inject('/assets/khong-co.js')

    expect(page).toMatchObject({ statusCode: 405, headers: { allow: 'GET, HEAD' } })
    expect(data.json()).toMatchObject({ status: 405, code: 'http.405' })
    expect([nothing.statusCode, asset.statusCode]).toEqual([404, 404])
  })
})

describe('the language', () => {
  test('is Vietnamese until somebody chooses, and then remembered', async ({ world }) => {
    const first = await world.app.inject('/')
    const chosen = await world.app.inject('/?lang=en')
    const later = await world.app.inject({ url: '/', cookies: { lang: 'en' } })

    expect(first.body).toContain('<html lang="vi">')
    expect(chosen.body).toContain('<html lang="en">')
    expect(chosen.headers['set-cookie']).toBe('lang=en; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax')
    expect(later.body).toContain('<html lang="en">')
  })

  test.for([
    ['/thu-tuc?q=a%3Fb?c&linh-vuc=x', '/thu-tuc?q=a%3Fb?c&amp;linh-vuc=x&amp;lang=en'],
    ['/thu-tuc?q=c%26d&lang=vi&cap=xa', '/thu-tuc?q=c%26d&amp;cap=xa&amp;lang=en'],
    ['/thu-tuc?lang=vi', '/thu-tuc?lang=en'],
    ['/khong-co?slang=1', '/khong-co?slang=1&amp;lang=en'],
  ] as const)('%s is switched at %s', async ([url, switched], { world }) => {
    const { body } = await world.app.inject(url)

    expect(body).toContain(`href="${switched}"`)
  })

  test('a language that nobody speaks here, or a parameter that only looks like it, changes nothing', async ({
    world,
  }) => {
    const unknown = await world.app.inject({ url: '/?lang=fr', cookies: { lang: 'en' } })
    const similar = await world.app.inject({ url: '/khong-co?slang=vi', cookies: { lang: 'en' } })

    expect(unknown.body).toContain('<html lang="en">')
    expect(unknown.headers).not.toHaveProperty('set-cookie')
    expect(similar.body).toContain('<html lang="en">')
  })
})

describe('what may be kept', () => {
  test('a page only by its reader, and only to ask again', async ({ world }) => {
    const first = await world.app.inject('/')
    const again = await world.app.inject({
      url: '/',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    const english = await world.app.inject({
      url: '/',
      headers: { 'if-none-match': String(first.headers.etag) },
      cookies: { lang: 'en' },
    })

    expect(first.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^W\/"/),
    })
    expect(String(first.headers.vary).split(', ')).toContain('cookie')
    expect(again).toMatchObject({ statusCode: 304, body: '' })
    expect(again.headers['cache-control']).toBe('private, no-cache')
    expect(english.statusCode).toBe(200)
  })

  test('public data by anyone, for a minute', async ({ world }) => {
    const first = await world.app.inject('/api/v1/units?limit=1')
    const again = await world.app.inject({
      url: '/api/v1/units?limit=1',
      headers: { 'if-none-match': String(first.headers.etag) },
    })

    expect(first.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300')
    expect(again.statusCode).toBe(304)
  })

  test('a style for a year, because its name changes with it', async ({ world }) => {
    const page = await world.app.inject('/')
    const [, style = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(page.body) ?? []

    const { statusCode, headers } = await world.app.inject({
      url: style,
      headers: { 'accept-encoding': 'br' },
    })

    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    })
  })

  test('a refusal, a fault and a check of health by nobody', async ({ world }) => {
    const answers = await Promise.all(
      ['/khong-co', '/api/v1/units?limit=0', '/healthz', '/readyz'].map((url) => world.app.inject(url)),
    )

    const kept = answers.map(({ headers }) => headers['cache-control'])
    expect(kept).toEqual(['no-store', 'no-store', 'private, no-cache', 'private, no-cache'])
  })

  test('the same bytes, packed as the reader can unpack them', async ({ world }) => {
    const plain = await world.app.inject('/')
    const brotli = await world.app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
    const gzip = await world.app.inject({ url: '/', headers: { 'accept-encoding': 'gzip' } })

    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(String(brotli.headers.vary).split(', ').sort()).toEqual(['accept-encoding', 'cookie'])
    expect(brotli.headers.etag).toBe(plain.headers.etag)
  })

  test('the head of an answer says what the whole would', async ({ world }) => {
    const whole = await world.app.inject('/')
    const head = await world.app.inject({ method: 'HEAD', url: '/' })

    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    expect(head.headers['content-length']).toBe(whole.headers['content-length'])
  })
})

describe('whoever watches', () => {
  test('finds a living and ready portal', async ({ world }) => {
    const alive = await world.app.inject('/healthz')
    const ready = await world.app.inject('/readyz')

    expect(alive.json()).toEqual({ isAlive: true })
    expect(ready).toMatchObject({ statusCode: 200 })
    expect(ready.json()).toEqual({ isReady: true, database: true, warm: true })
  })

  test('sees figures by route and by state of jobs, and never an address', async ({ world }) => {
    await world.app.inject('/thu-tuc/1.001193?q=secret')
    world.signIn({ id: 'prometheus', kind: 'monitor' })

    const { statusCode, headers, body } = await world.app.inject('/metrics')

    expect(statusCode).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/plain; version=/)
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/thu-tuc/:code",status="200"}',
    )
    expect(body).toContain('jobs{state="dead"} 0')
    expect(body).toMatch(/database_connections\{state="open"\} \d/)
    expect(body).not.toMatch(/secret|1\.001193/)
  })

  test('learns that the database is gone, while everything else goes on, and that it is back', async ({
    server,
  }) => {
    const line = await openLine(server.url)
    const world = await openWorld({ ...server, url: line.url })
    const ask = (url: string) => world.app.inject(url)
    await ask('/')
    world.signIn({ id: 'prometheus', kind: 'monitor' })

    await line.cut()
    const [alive, ready, figures] = [await ask('/healthz'), await ask('/readyz'), await ask('/metrics')]
    const [page, data, suggestions] = [
      await ask('/don-vi-hanh-chinh/00004'),
      await ask('/api/v1/units'),
      await ask('/goi-y?q=khai'),
    ]
    await line.mend()

    expect(alive.statusCode).toBe(200)
    expect(ready.statusCode).toBe(503)
    expect(ready.json()).toEqual({ isReady: false, database: false, warm: true })
    expect(figures.statusCode).toBe(200)
    expect(figures.body.split('\n').filter((line) => line.startsWith('jobs{'))).toEqual([])
    expect(page).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '5', 'cache-control': 'no-store' },
    })
    expect(page.body).toContain('<h1')
    expect(data.json()).toMatchObject({ status: 503, code: 'http.503', reference: expect.any(String) })
    expect(suggestions.statusCode).toBe(200)
    expect((await ask('/readyz')).statusCode).toBe(200)
    expect((await ask('/api/v1/units')).statusCode).toBe(200)
    await world.close()
    await line.cut()
  })
})

describe('a caller that speaks no HTTP', () => {
  test.for([
    ['a method that does not exist', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'length and pieces',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
  ] as const)('%s is told so in a word, and the line is closed', async ([, words, status], { world }) => {
    const answer = await talk(await portOf(world), words)

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).not.toMatch(/\.ts:\d|at .*\(|aaaa/)
  })
})

async function portOf({ app }: World): Promise<number> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Says something on a new line, and hears everything until the other side hangs up. */
async function talk(port: number, words: string): Promise<string> {
  const line = connect(port, '127.0.0.1')
  line.write(words)
  return text(line)
}
