import * as oauth from 'oauth4webapi'
import { describe, expect } from 'vitest'
import { faultOf, LAN, MINH, signedIn, test } from '../../../test/support/sso.ts'

describe('a refresh token', () => {
  const offline = { scope: 'openid dinh_danh offline_access', prompt: 'consent' }

  test('is given for offline_access alone, and only after consent was asked', async ({ world, portal }) => {
    const rp = await portal.party()

    const plain = await rp.signIn(await signedIn(world, LAN))
    const silent = await rp.signIn(await signedIn(world, LAN), { scope: offline.scope })
    const asked = await rp.signIn(await signedIn(world, LAN), offline)

    expect([plain.refresh_token, silent.refresh_token]).toEqual([undefined, undefined])
    expect(asked.refresh_token).toBeTruthy()
  })

  test('brings new tokens and a new one of its kind', async ({ world, portal }) => {
    const rp = await portal.party()
    const first = await rp.signIn(await signedIn(world, LAN), offline)

    const response = await oauth.refreshTokenGrantRequest(
      rp.as,
      rp.client,
      rp.auth,
      first.refresh_token ?? '',
      rp.options,
    )
    const next = await oauth.processRefreshTokenResponse(rp.as, rp.client, response)

    expect(next.access_token).not.toBe(first.access_token)
    expect(next.refresh_token).not.toBe(first.refresh_token)
    expect(oauth.getValidatedIdTokenClaims(next)?.sub).toBe(LAN.accountId)
  })

  test('that comes a second time ends everything that came from it', async ({ world, portal }) => {
    const rp = await portal.party()
    const first = await rp.signIn(await signedIn(world, LAN), offline)
    const form = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' }
    const next = (await (await portal.post('/oauth2/token', form, rp.basic)).json()) as Record<string, string>

    const again = await portal.post('/oauth2/token', form, rp.basic)

    expect(await faultOf(again)).toEqual([400, 'invalid_grant'])
    const newest = { ...form, refresh_token: next['refresh_token'] ?? '' }
    expect(await faultOf(await portal.post('/oauth2/token', newest, rp.basic))).toEqual([
      400,
      'invalid_grant',
    ])
    const userinfo = await oauth.userInfoRequest(rp.as, rp.client, next['access_token'] ?? '', rp.options)
    expect(userinfo.status).toBe(401)
  })

  test('can ask for less, and never for more', async ({ world, portal }) => {
    const rp = await portal.party()
    const { refresh_token = '' } = await rp.signIn(await signedIn(world, LAN), offline)
    const form = { grant_type: 'refresh_token', refresh_token }

    const more = await portal.post('/oauth2/token', { ...form, scope: 'openid lien_he' }, rp.basic)
    const less = await portal.post('/oauth2/token', { ...form, scope: 'openid' }, rp.basic)

    expect(await faultOf(more)).toEqual([400, 'invalid_scope'])
    expect(((await less.json()) as { scope: string }).scope).toBe('openid')
  })

  test('is worth nothing to another client', async ({ world, portal }) => {
    const [rp, other] = [await portal.party(), await portal.party()]
    const { refresh_token = '' } = await rp.signIn(await signedIn(world, MINH), offline)
    const form = { grant_type: 'refresh_token', refresh_token }

    expect(await faultOf(await portal.post('/oauth2/token', form, other.basic))).toEqual([
      400,
      'invalid_grant',
    ])
    expect((await portal.post('/oauth2/token', form, rp.basic)).status).toBe(200)
  })
})
