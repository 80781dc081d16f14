import { describe, expect, inject } from 'vitest'
import { openWorld, type World, test as worldTest } from './support/world.ts'

const EVERY_KIND: readonly (readonly [string, object | string, number])[] = [
  ['a page', '/', 200],
  ['data', '/api/v1/units?limit=1', 200],
  ['a page that is not there', '/khong-co', 404],
  ['data that is not there', '/api/v1/khong-co', 404],
  ['a style that is not there', '/assets/khong-co.css', 404],
  ['a refusal', '/metrics', 403],
  ['a parameter that is wrong', '/api/v1/units?limit=0', 400],
  ['an address that cannot be read', '/thu-tuc/%E0%A4%A', 400],
  ['a code without end', `/thu-tuc/${'1'.repeat(500)}`, 414],
  ['an address without end', `/thu-tuc?q=${'a'.repeat(9_000)}`, 414],
  ['a redirection', '/api', 302],
  ['health', '/healthz', 200],
  ['only the head', { method: 'HEAD', url: '/' }, 200],
  ['another method', { method: 'DELETE', url: '/' }, 405],
  ['a form without its token', { method: 'POST', url: '/form', payload: {} }, 403],
  ['a fault', '/fault', 500],
]

/** A portal with a form and a page that breaks, besides all that it has. */
async function openPortal(settings: Record<string, string>, server = inject('server')): Promise<World> {
  const world = await openWorld(server, settings)
  const anyone = { config: { access: 'anyone' } } as const
  world.app.get('/form', anyone, (_request, reply) => reply.send({ token: reply.generateCsrf() }))
  world.app.post('/form', anyone, (request) => ({ got: request.body }))
  world.app.post('/api/v1/form', { config: { access: 'anyone', isApi: true } }, (request) => ({
    got: request.body,
  }))
  world.app.get('/fault', anyone, () => {
    throw new Error('the secret of line 42', { cause: new Error('select * from platform.event') })
  })
  return world
}

/** A test with such a portal at hand. */
const test = worldTest.extend('portal', { scope: 'file' }, async ({ server }, { onCleanup }) => {
  const portal = await openPortal({}, server)
  onCleanup(portal.close)
  return portal
})

describe('every answer is guarded', () => {
  test.for(EVERY_KIND)('%s', async ([, request, status], { portal }) => {
    const { statusCode, headers } = await portal.app.inject(request)

    expect(statusCode).toBe(status)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})

test('no page has a script, a style or a handler in its own text, or anything from elsewhere', async ({
  portal,
}) => {
  const addresses = portal.app.routeList
    .filter(({ method, url }) => method === 'GET' && url !== '/assets/*')
    .map(({ url }) =>
      url
        .replace(':code/nop', '1.001193/nop')
        .replace('/thu-tuc/:code', '/thu-tuc/1.001193')
        .replace(/:\w+/, '01'),
    )
  const pages = await Promise.all(
    addresses.map((url) => portal.app.inject({ url, query: { q: '"><img onerror=1>' } })),
  )
  const html = pages.filter(({ headers }) => String(headers['content-type']).startsWith('text/html'))

  expect(html.length).toBeGreaterThan(15)
  for (const { body } of html) {
    expect(body).not.toMatch(
      /<style|<script(?![^>]* src="\/)|\sstyle=|<[^>]+\son[a-z]+=|javascript:|<img onerror/,
    )
    expect(body).not.toMatch(/(?:src|action)="(?:https?:)?\/\//)
  }
})

test('over https, browsers are told to stay there, and cookies travel only so', async () => {
  const world = await openPortal({ PUBLIC_URL: 'https://dichvucong.example' })

  const page = await world.app.inject('/')
  const form = await world.app.inject('/form')

  expect(page.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
  expect(form.headers['set-cookie']).toMatch(/^form=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  await world.close()
})

describe('a form is taken only from our own page', () => {
  async function openForm({ app }: World) {
    const answer = await app.inject('/form')
    const [cookie] = answer.cookies
    return { token: String(answer.json().token), cookies: { form: cookie?.value ?? '' } }
  }
  const send = ({ app }: World, form: { token?: string; cookies?: Record<string, string> }) =>
    app.inject({
      method: 'POST',
      url: '/form',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ name: 'Lan', ...(form.token && { _csrf: form.token }) }).toString(),
      ...(form.cookies && { cookies: form.cookies }),
    })

  test('with token and cookie it is taken', async ({ portal }) => {
    const answer = await send(portal, await openForm(portal))

    expect(answer.statusCode).toBe(200)
    expect(answer.json().got).toMatchObject({ name: 'Lan' })
  })

  test('without the token, the cookie, or with those of somebody else it is not', async ({ portal }) => {
    const mine = await openForm(portal)
    const other = await openForm(portal)

    const answers = await Promise.all([
      send(portal, {}),
      send(portal, { cookies: mine.cookies }),
      send(portal, { token: mine.token }),
      send(portal, { token: other.token, cookies: mine.cookies }),
      send(portal, { token: 'made up', cookies: mine.cookies }),
      send(portal, { token: mine.token, cookies: { form: 'made up.signature' } }),
    ])

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403, 403])
    expect(answers[0]?.body).toContain('Biểu mẫu này đã quá hạn')
  })

  test('a token in the address or as a list is none', async ({ portal }) => {
    const { token, cookies } = await openForm(portal)

    const inAddress = await portal.app.inject({
      method: 'POST',
      url: `/form?_csrf=${token}`,
      payload: {},
      cookies,
    })
    const asList = await portal.app.inject({
      method: 'POST',
      url: '/form',
      payload: { _csrf: [token] },
      cookies,
    })

    expect([inAddress.statusCode, asList.statusCode]).toEqual([403, 403])
  })

  test('a program without cookies needs no token', async ({ portal }) => {
    const answer = await portal.app.inject({ method: 'POST', url: '/api/v1/form', payload: { name: 'Lan' } })

    expect(answer.json()).toEqual({ got: { name: 'Lan' } })
  })
})

describe('what is too much is refused politely', () => {
  const post = (payload: string, type: string) => ({
    method: 'POST' as const,
    url: '/api/v1/form',
    headers: { 'content-type': type },
    payload,
  })

  test.for([
    [
      'a body that is too large',
      post(JSON.stringify({ a: 'a'.repeat(65_536) }), 'application/json'),
      413,
      'http.413',
    ],
    ['a type that nobody reads', post('<a/>', 'application/xml'), 415, 'http.415'],
    ['a body that is no JSON', post('{"a":', 'application/json'), 400, 'http.400'],
    ['an empty body that says it is JSON', post('', 'application/json'), 400, 'http.400'],
    [
      'a body that reaches for the prototype',
      post('{"__proto__":{"a":1}}', 'application/json'),
      400,
      'http.400',
    ],
    ['an address without end', { url: `/api/v1/units?q=${'a'.repeat(9_000)}` }, 414, 'http.414'],
  ] as const)('%s', async ([, request, status, code], { portal }) => {
    const answer = await portal.app.inject(request)

    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toMatchObject({
      type: 'about:blank',
      status,
      code,
      title: expect.stringMatching(/\.$/),
    })
  })

  test('too many requests of one address in a minute, for a person and for a program', async () => {
    const world = await openPortal({ READS_PER_MINUTE: '2', RATE_EXEMPT: 'none' })
    const ask = (url: string, remoteAddress = '203.0.113.7') => world.app.inject({ url, remoteAddress })
    await ask('/')
    await ask('/')

    const page = await ask('/')
    const data = await ask('/api/v1/units')
    const neighbour = await ask('/', '203.0.113.8')

    expect(page.statusCode).toBe(429)
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
    expect(page.body).toContain('Bạn gửi quá nhiều yêu cầu')
    expect(data.json()).toMatchObject({ status: 429, code: 'request.too_many' })
    expect(neighbour.statusCode).toBe(200)
    await world.close()
  })

  test('an address that is exempt reads freely, and writes within the limit', async () => {
    const world = await openPortal({
      READS_PER_MINUTE: '1',
      WRITES_PER_MINUTE: '1',
      RATE_EXEMPT: '203.0.113.7',
    })
    const ask = (method: 'GET' | 'POST') =>
      world.app.inject({ method, url: method === 'GET' ? '/' : '/api/v1/form', remoteAddress: '203.0.113.7' })

    const statuses = [await ask('GET'), await ask('GET'), await ask('POST'), await ask('POST')].map(
      (one) => one.statusCode,
    )

    expect(statuses).toEqual([200, 200, 200, 429])
    await world.close()
  })

  test('what a caller says of itself in X-Forwarded-For does not make it another one', async () => {
    const world = await openPortal({ READS_PER_MINUTE: '1', TRUST_PROXY: '1' })
    const ask = (forwarded: string) =>
      world.app.inject({ url: '/', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } })
    await ask('203.0.113.7')

    const again = await ask('127.0.0.1, 203.0.113.7')
    const neighbour = await ask('203.0.113.7, 203.0.113.8')

    expect(again.statusCode).toBe(429)
    expect(neighbour.statusCode).toBe(200)
    await world.close()
  })

  test('pages that do not exist count as well', async () => {
    const world = await openPortal({ READS_PER_MINUTE: '2', RATE_EXEMPT: 'none' })
    const ask = () => world.app.inject({ url: `/${Math.random()}`, remoteAddress: '203.0.113.7' })

    const statuses = [await ask(), await ask(), await ask()].map(({ statusCode }) => statusCode)

    expect(statuses).toEqual([404, 404, 429])
    await world.close()
  })
})
