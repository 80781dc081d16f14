import { describe, expect } from 'vitest'
import { CALLBACK, LAN, signedIn, test, travel } from '../../../test/support/sso.ts'
import { suspendClientRow } from '../queries/sso-clients.ts'

describe('a request that cannot be trusted with an address is answered to the person alone', () => {
  const STRANGERS = [
    'https://evil.example/callback',
    `${CALLBACK}/x`,
    'https://mcdt.tinh.gov.vn/x/../callback',
    `${CALLBACK}?next=1`,
    `${CALLBACK}#x`,
    'https://mcdt.tinh.gov.vn/Callback',
    'http://mcdt.tinh.gov.vn/callback',
    'https://mcdt.tinh.gov.vn@evil.example/callback',
  ]

  test('a return address that differs in anything from the registered one', async ({ world, portal }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, LAN)
    for (const address of STRANGERS) {
      const { left, page } = await travel(browser, (await rp.start({ redirect_uri: address })).url)

      expect([address, left, page.status]).toEqual([address, undefined, 400])
      expect(page.body).toContain('invalid_redirect_uri')
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  test('a request without a return address', async ({ world, portal }) => {
    const rp = await portal.party()

    const { left, page } = await travel(
      await signedIn(world, LAN),
      (await rp.start({ redirect_uri: undefined })).url,
    )

    expect([left, page.status]).toEqual([undefined, 400])
  })

  test('an unknown client, and one that is not approved or suspended', async ({ world, portal }) => {
    const rp = await portal.party()
    await suspendClientRow(world.db, { clientId: rp.id, at: new Date(), why: 'kiểm tra' })
    const browser = await signedIn(world, LAN)
    for (const client_id of ['nobody', rp.id]) {
      const { left, page } = await travel(browser, (await rp.start({ client_id })).url)

      expect([left, page.status]).toEqual([undefined, 400])
      expect(page.body).toContain('invalid_client')
    }
  })

  test('the reasons are said in both languages, and no word of the request is run', async ({ portal }) => {
    const rp = await portal.party()
    const { url } = await rp.start({ client_id: '<script>x</script>', state: '"><script>' })

    const [vi, en] = await Promise.all([portal.fetcher(url), portal.fetcher(`${url}&lang=en`)])

    expect(await vi.text()).toContain('Không kết nối được với ứng dụng')
    const english = await en.text()
    expect(english).toContain('The application could not be connected')
    expect(english).not.toContain('<script>x')
  })
})

describe('a faulty request from a known address is answered there, with the code of the fault', () => {
  const FAULTS: readonly (readonly [string, Readonly<Record<string, string | undefined>>, string])[] = [
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['PKCE with the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a code challenge of a wrong form', { code_challenge: 'short' }, 'invalid_request'],
    ['response_type token', { response_type: 'token' }, 'unsupported_response_type'],
    ['response_type id_token', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['no response_type', { response_type: undefined }, 'invalid_request'],
    ['a scope that the client is not registered for', { scope: 'openid ho_tich' }, 'invalid_scope'],
    ['a request object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ['a request object by address', { request_uri: 'https://evil.example/r' }, 'request_uri_not_supported'],
    ['prompt none beside another', { prompt: 'none login' }, 'invalid_request'],
    ['an unknown prompt', { prompt: 'dance' }, 'invalid_request'],
    ['an id_token_hint that is none', { id_token_hint: 'a.b.c' }, 'invalid_request'],
    ['a max_age that is no number', { max_age: 'x' }, 'invalid_request'],
  ]

  for (const [what, change, code] of FAULTS) {
    test(`refused: ${what}`, async ({ world, portal }) => {
      const rp = await portal.party()
      const started = await rp.start(change)

      const { left } = await travel(await signedIn(world, LAN), started.url)

      // Types that would answer in the fragment get their refusal there.
      const answer = new URLSearchParams(`${left?.search.slice(1)}&${left?.hash.slice(1)}`)
      expect(answer.get('error')).toBe(code)
      expect(answer.get('state')).toBe(started.state)
      expect(answer.has('code') || answer.has('access_token')).toBe(false)
    })
  }

  test('refused: a parameter that stands there twice', async ({ world, portal }) => {
    const rp = await portal.party()
    const { url } = await rp.start()

    const { left } = await travel(await signedIn(world, LAN), `${url}&scope=openid`)

    expect(left?.searchParams.get('error')).toBe('invalid_request')
  })
})
