import { request as httpRequest } from 'node:http'
import { decodeJwt } from 'jose'
import { describe, expect } from 'vitest'
import { LAN, MINH, PORTAL, type RelyingParty, signedIn, test, travel } from '../../../test/support/sso.ts'
import type { World } from '../../../test/support/world.ts'

/** As an existing provincial portal is registered: two addresses, one with a query of its own. */
const CALLBACK = 'https://dichvucong.tinh.gov.vn/sso/callback?module=dvc&buoc=2'
const LEGACY = {
  isLegacy: true,
  redirectUris: ['https://dichvucong.tinh.gov.vn/sso/callback', CALLBACK],
  signOutUris: ['https://dichvucong.tinh.gov.vn/trang-chu'],
  scopes: ['openid', 'dinh_danh', 'lien_he', 'to_chuc'],
} as const
/** Base64 of `auth|mapping|create@<url>`, with its padding unescaped. */
const STATE = Buffer.from('auth@https://dichvucong.tinh.gov.vn/ho-so?x=~~~').toString('base64')

/** What such a client sends when somebody presses "sign in": nothing is escaped. */
const signInUrl = (rp: RelyingParty, end = `&state=${STATE}`) =>
  `/oauth2/authorize?response_type=code&client_id=${rp.id}&redirect_uri=${CALLBACK}&scope=openid&acr_values=LoA1${end}`

/** Byte by byte what was written, over a socket: no library tidies it up. */
function send(
  { here }: { here: string },
  { path, headers, body }: { path: string; headers: Record<string, string>; body: string },
) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port: new URL(here).port,
        method: 'POST',
        path,
        headers: { 'content-length': Buffer.byteLength(body), ...headers },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

type Here = { readonly world: World; readonly portal: { readonly here: string } }

const FORM = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }
/** What Java's own client says that it accepts. */
const JAVA = { accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' }

async function tokensFor({ world, portal }: Here, rp: RelyingParty, someone = LAN) {
  const browser = await signedIn(world, someone)
  const { left } = await travel(browser, `${PORTAL}${signInUrl(rp)}`)
  const code = left?.searchParams.get('code') ?? ''
  const body = `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(CALLBACK)}&client_id=${rp.id}&client_secret=${rp.secret}&scope=openid`
  const answer = await send(portal, { path: '/oauth2/token', headers: { ...FORM, ...JAVA }, body })
  return { browser, left, answer, tokens: JSON.parse(answer.body) as Record<string, string> }
}

describe('an existing agency client, byte by byte', () => {
  test('signs somebody in with an unescaped address and state, and finds both as they were', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party(LEGACY)

    const { left } = await tokensFor({ world, portal }, rp)

    expect(left?.href.startsWith(CALLBACK)).toBe(true)
    expect(left?.searchParams.get('state')).toBe(STATE)
    expect(left?.searchParams.get('buoc')).toBe('2')
  })

  test('may leave the state out', async ({ world, portal }) => {
    const rp = await portal.party(LEGACY)

    const { left } = await travel(await signedIn(world, LAN), `${PORTAL}${signInUrl(rp, '')}`)

    expect(left?.searchParams.get('code')).toBeTruthy()
    expect(left?.searchParams.has('state')).toBe(false)
  })

  test('gets the six fields that it reads, with its secret in the form and no PKCE', async ({
    world,
    portal,
  }) => {
    const { answer, tokens } = await tokensFor({ world, portal }, await portal.party(LEGACY))

    expect(answer.status).toBe(200)
    expect(Object.keys(tokens).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'refresh_token',
      'scope',
      'token_type',
    ])
    expect(tokens['token_type']).toBe('Bearer')
    expect(decodeJwt(tokens['id_token'] ?? '')).toMatchObject({ sub: LAN.accountId, TechID: LAN.accountId })
  })

  test('reads userinfo by an empty POST that calls itself JSON', async ({ world, portal }) => {
    const { tokens } = await tokensFor({ world, portal }, await portal.party(LEGACY))
    const headers = {
      authorization: `Bearer ${tokens['access_token']}`,
      'content-type': 'application/json',
      ...JAVA,
    }

    const answer = await send(portal, { path: '/oauth2/userinfo', headers, body: '' })

    expect(answer.status).toBe(200)
    const claims = JSON.parse(answer.body) as Record<string, unknown>
    expect(claims).toMatchObject({
      TechID: LAN.accountId,
      LoaiTaiKhoan: 1,
      SoDinhDanh: '001190000017',
      HoVaTen: 'Nguyễn Thị Lan',
      NgayThangNamSinh: '19900412',
      GioiTinh: 2,
      ThuDienTu: 'lan@example.vn',
      SoDienThoai: '0901234567',
      loAs: 'LoA2',
    })
    expect(claims).not.toHaveProperty('ThuongTru')
  })

  test('introspects with the token as its own credential', async ({ world, portal }) => {
    const rp = await portal.party(LEGACY)
    const { tokens } = await tokensFor({ world, portal }, rp)
    const token = tokens['access_token'] ?? ''
    const ask = (body: string) =>
      send(portal, {
        path: '/oauth2/introspect',
        headers: { ...FORM, authorization: `Bearer ${token}` },
        body,
      })

    const known = JSON.parse((await ask(`token=${token}&state=0`)).body) as Record<string, unknown>

    expect(known['client_id']).toBe(rp.id)
    expect(known['exp']).toBeGreaterThan(Date.now() / 1_000)
    expect(known['exp']).toBeLessThan(Date.now() / 1_000 + 3_600)
    expect((await ask(`token=${token}x&state=0`)).status).toBe(400)
  })

  test('revokes by the ID token, with a blank after token_type_hint', async ({ world, portal }) => {
    const rp = await portal.party(LEGACY)
    const [own, other] = [
      await tokensFor({ world, portal }, rp),
      await tokensFor({ world, portal }, rp, MINH),
    ]
    const body = `token=${own.tokens['id_token']}&token_type_hint%20=access_token&client_id=${rp.id}&client_secret=`

    const wrong = await send(portal, { path: '/oauth2/revoke', headers: FORM, body: `${body}wrong` })
    const right = await send(portal, { path: '/oauth2/revoke', headers: FORM, body: `${body}${rp.secret}` })

    expect([wrong.status, right.status]).toEqual([401, 200])
    const userinfo = (token = '') =>
      send(portal, { path: '/oauth2/userinfo', headers: { authorization: `Bearer ${token}` }, body: '' })
    expect((await userinfo(own.tokens['access_token'])).status).toBe(401)
    expect((await userinfo(other.tokens['access_token'])).status).toBe(200)
  })

  test('signs out by a link, without a question, and everything it held is gone', async ({
    world,
    portal,
  }) => {
    const { browser, tokens } = await tokensFor({ world, portal }, await portal.party(LEGACY))
    const [uri] = LEGACY.signOutUris

    const answer = await browser.ask(
      'GET',
      `/oidc/logout?id_token_hint=${tokens['id_token']}&post_logout_redirect_uri=${uri}`,
    )

    expect(answer.headers['location']).toBe(uri)
    const headers = { authorization: `Bearer ${tokens['access_token']}` }
    expect((await send(portal, { path: '/oauth2/userinfo', headers, body: '' })).status).toBe(401)
  })

  test('refreshes, with the secret in the form', async ({ world, portal }) => {
    const rp = await portal.party(LEGACY)
    const { tokens } = await tokensFor({ world, portal }, rp)
    const body = `grant_type=refresh_token&refresh_token=${tokens['refresh_token']}&client_id=${rp.id}&client_secret=${rp.secret}`

    const answer = await send(portal, { path: '/oauth2/token', headers: FORM, body })

    expect(answer.status).toBe(200)
  })
})

describe('nobody else is let off the rules', () => {
  test.for([
    ['an address that only begins like a registered one', `${CALLBACK}&buoc=3`],
    ['a path below it', 'https://dichvucong.tinh.gov.vn/sso/callback/../../x'],
    ['another host with it inside', `https://evil.example/?u=${CALLBACK}`],
  ] as const)('%s is not redirected to', async ([, address], { world, portal }) => {
    const rp = await portal.party(LEGACY)
    const url = signInUrl(rp).replace(CALLBACK, address)

    const { left, page } = await travel(await signedIn(world, LAN), `${PORTAL}${url}`, 'stop')

    const isRegistered =
      left === undefined || left.href.startsWith('https://dichvucong.tinh.gov.vn/sso/callback?')
    expect(isRegistered).toBe(true)
    if (!left) expect([200, 400]).toContain(page.status)
  })

  test('a client that is not registered as existing has to escape, and to bring PKCE', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party({ ...LEGACY, isLegacy: false })
    const browser = await signedIn(world, LAN)

    const unescaped = await travel(browser, `${PORTAL}${signInUrl(rp)}`)
    const without = await travel(
      browser,
      (
        await rp.start({
          redirect_uri: CALLBACK,
          code_challenge: undefined,
          code_challenge_method: undefined,
        })
      ).url,
    )

    expect([unescaped.left, unescaped.page.status]).toEqual([undefined, 400])
    expect(without.left?.searchParams.get('error')).toBe('invalid_request')
  })

  test('a new client cannot introspect by the token, nor revoke by the ID token', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { access_token: token, id_token = '' } = await rp.signIn(await signedIn(world, LAN))
    const bearer = { authorization: `Bearer ${token}` }

    const introspection = await send(portal, {
      path: '/oauth2/introspect',
      headers: { ...FORM, ...bearer },
      body: `token=${token}&state=0`,
    })
    const revocation = await send(portal, {
      path: '/oauth2/revoke',
      headers: FORM,
      body: `token=${id_token}&client_id=${rp.id}&client_secret=${rp.secret}`,
    })

    expect([introspection.status, revocation.status]).toEqual([400, 400])
    expect((await send(portal, { path: '/oauth2/userinfo', headers: bearer, body: '' })).status).toBe(200)
  })
})
