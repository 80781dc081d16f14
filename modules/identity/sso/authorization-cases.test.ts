import * as oauth from 'oauth4webapi'
import { describe, expect } from 'vitest'
import { BrowserLike } from '../../../test/support/browser-like.ts'
import { CALLBACK, LAN, MINH, signedIn, test, travel } from '../../../test/support/sso.ts'

describe('an authorization request is answered', () => {
  test('discovery names the issuer and every endpoint', async ({ portal }) => {
    const { as } = portal

    expect(as.issuer).toBe('http://portal.test')
    expect(as.code_challenge_methods_supported).toEqual(['S256'])
    expect(as.response_types_supported).toEqual(['code'])
    expect(as.authorization_response_iss_parameter_supported).toBe(true)
    expect(as.backchannel_logout_supported).toBe(true)
    for (const endpoint of [
      'authorization',
      'token',
      'userinfo',
      'introspection',
      'revocation',
      'end_session',
    ])
      expect(as[`${endpoint}_endpoint`]).toMatch(/^http:\/\/portal\.test\//)
  })

  test('a code with PKCE becomes tokens, and the ID token verifies with the published keys', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const started = await rp.start()

    const { left } = await travel(await signedIn(world, LAN), started.url)
    const response = await rp.exchange(left as URL, started)
    const tokens = await oauth.processAuthorizationCodeResponse(rp.as, rp.client, response, {
      expectedNonce: started.nonce,
      requireIdToken: true,
    })

    await oauth.validateApplicationLevelSignature(rp.as, response, rp.options)
    expect(tokens.token_type).toBe('bearer')
    expect(tokens.scope).toBe('openid dinh_danh')
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      sub: LAN.accountId,
      TechID: LAN.accountId,
      acr: 'LoA2',
    })
  })

  test('the answer brings the state back unchanged and names its issuer', async ({ world, portal }) => {
    const rp = await portal.party()
    const state = 'a b+c/d=ệ&x'

    const { left } = await travel(await signedIn(world, LAN), (await rp.start({ state })).url)

    expect(left?.searchParams.get('state')).toBe(state)
    expect(left?.searchParams.get('iss')).toBe('http://portal.test')
  })

  test('an error that goes back to the client names its issuer too', async ({ world, portal }) => {
    const rp = await portal.party()

    const { left } = await travel(await signedIn(world, LAN), (await rp.start({ prompt: 'none' })).url)

    expect(left?.searchParams.get('error')).toBe('consent_required')
    expect(left?.searchParams.get('iss')).toBe('http://portal.test')
  })

  test('a mixed-up issuer in the answer is refused by the client', async ({ world, portal }) => {
    const rp = await portal.party()
    const started = await rp.start()
    const { left } = await travel(await signedIn(world, LAN), started.url)
    left?.searchParams.set('iss', 'https://evil.example')

    expect(() => oauth.validateAuthResponse(rp.as, rp.client, left as URL, started.state)).toThrow(/"iss"/)
  })

  test('whoever is signed in and has agreed before is let in without a question, with prompt=none too', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    await rp.signIn(await signedIn(world, LAN))
    const elsewhere = await signedIn(world, LAN)

    const { left } = await travel(elsewhere, (await rp.start({ prompt: 'none' })).url, 'stop')

    expect(left?.searchParams.get('code')).toBeTruthy()
  })

  test('whoever is not signed in gets login_required for prompt=none', async ({ world, portal }) => {
    const rp = await portal.party()

    const { left } = await travel(new BrowserLike(world.app), (await rp.start({ prompt: 'none' })).url)

    expect(left?.searchParams.get('error')).toBe('login_required')
  })

  test('whoever is not signed in is led to the sign-in of the portal, with the way back', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()

    const { page } = await travel(new BrowserLike(world.app), (await rp.start()).url)

    expect(page.url).toMatch(/^http:\/\/portal\.test\/dang-nhap\?ve=%2Fxac-nhan%2F/)
    expect(page.status).toBe(200)
  })

  test('a person who does not agree sends access_denied back', async ({ world, portal }) => {
    const rp = await portal.party()

    const { left } = await travel(await signedIn(world, LAN), (await rp.start()).url, 'khong')

    expect(left?.searchParams.get('error')).toBe('access_denied')
    expect(left?.searchParams.get('code')).toBeNull()
  })

  test('prompt=consent asks again', async ({ world, portal }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, LAN)
    await rp.signIn(browser)

    const { page } = await travel(browser, (await rp.start({ prompt: 'consent' })).url, 'stop')

    expect(page.body).toContain('Đồng ý và tiếp tục')
  })

  test('max_age that has passed asks for a fresh sign-in', async ({ world, portal }) => {
    const rp = await portal.party()
    world.setClock(new Date(Date.now() - 600_000))
    const browser = await signedIn(world, LAN)
    world.setClock(new Date())

    const silent = await travel(browser, (await rp.start({ max_age: '60', prompt: 'none' })).url)
    const asked = await travel(browser, (await rp.start({ max_age: '60' })).url)

    expect(silent.left?.searchParams.get('error')).toBe('login_required')
    expect(asked.page.url).toContain('/dang-nhap/vneid')
  })

  test('the answer by form_post carries code, state and issuer to the client alone', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, LAN)
    await rp.signIn(browser)

    const { page } = await travel(browser, (await rp.start({ response_mode: 'form_post' })).url, 'stop')

    expect(page.body).toContain(`action="${CALLBACK}"`)
    expect(page.body).toMatch(/name="code"[\s\S]*name="iss"/)
    expect(page.headers['content-security-policy']).toMatch(
      /form-action 'self' https:\/\/mcdt\.tinh\.gov\.vn/,
    )
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
  })
})

describe('levels of identification', () => {
  test('acr says the level of the session, and auth_time when it began', async ({ world, portal }) => {
    const rp = await portal.party()
    const before = Math.floor(world.services.clock().getTime() / 1_000)

    const tokens = await rp.signIn(await signedIn(world, { ...LAN, assurance: 2 }), { acr_values: 'LoA2' })

    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ acr: 'LoA2', auth_time: before })
  })

  test('a client that takes either level is content with the first', async ({ world, portal }) => {
    const rp = await portal.party()

    const tokens = await rp.signIn(await signedIn(world, MINH), { acr_values: 'LoA2 LoA1' })

    expect(oauth.getValidatedIdTokenClaims(tokens)?.['acr']).toBe('LoA1')
  })

  test('level 2 is not answered by a session of level 1', async ({ world, portal }) => {
    const rp = await portal.party()
    const browser = await signedIn(world, MINH)

    const silent = await travel(browser, (await rp.start({ acr_values: 'LoA2', prompt: 'none' })).url)
    const asked = await travel(browser, (await rp.start({ acr_values: 'LoA2' })).url)

    expect(silent.left?.searchParams.get('error')).toBe('unmet_authentication_requirements')
    expect(asked.page.url).toContain('/dang-nhap/muc-2?ve=%2Fxac-nhan%2F')
  })

  test('a client registered for level 2 needs not say so', async ({ world, portal }) => {
    const rp = await portal.party({ level: 2 })

    const { page } = await travel(await signedIn(world, MINH), (await rp.start()).url)

    expect(page.url).toContain('/dang-nhap/muc-2')
  })
})
