import { decodeJwt } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterEach, describe, expect, vi } from 'vitest'
import { sql } from '#platform/db'
import {
  COMPANY,
  LAN,
  MINH,
  PORTAL,
  type RelyingParty,
  signedIn,
  test,
  travel,
} from '../../../test/support/sso.ts'
import { endSession, keyOf } from '../session.ts'

afterEach(() => {
  vi.useRealTimers()
})

const offline = { scope: 'openid dinh_danh offline_access', prompt: 'consent' }

describe('userinfo', () => {
  test('tells what the scopes name under the national names, and nothing else', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, LAN))

    const response = await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)
    const claims = await oauth.processUserInfoResponse(rp.as, rp.client, LAN.accountId, response)

    expect(claims).toEqual({
      sub: LAN.accountId,
      TechID: LAN.accountId,
      LoaiTaiKhoan: 1,
      loAs: 'LoA2',
      SoDinhDanh: '001190000017',
      HoVaTen: 'Nguyễn Thị Lan',
      NgayThangNamSinh: '19900412',
      GioiTinh: 2,
      QuocTich: 'Việt Nam',
    })
  })

  test('tells an organization by its tax code, and not its representative’s number', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party({ scopes: ['openid', 'dinh_danh', 'to_chuc'] })
    const { access_token } = await rp.signIn(await signedIn(world, COMPANY), {
      scope: 'openid dinh_danh to_chuc',
    })

    const response = await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)

    expect(await response.json()).toEqual({
      sub: COMPANY.accountId,
      TechID: COMPANY.accountId,
      LoaiTaiKhoan: 2,
      loAs: 'LoA2',
      MaSoThue: '0100109106',
      MaSoDoanhNghiep: '0100109106',
      TenDoanhNghiep: 'Công ty Cổ phần Sao Mai',
      NguoiDaiDien: 'Phạm Quốc Hùng',
    })
  })

  test('tells standard names to clients that ask for them, and never calls an address verified', async ({
    world,
    portal,
  }) => {
    const scopes = ['openid', 'profile', 'email', 'phone'] as const
    const rp = await portal.party({ scopes })
    const { access_token } = await rp.signIn(await signedIn(world, LAN), { scope: scopes.join(' ') })

    const response = await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)

    expect(await response.json()).toMatchObject({
      name: 'Nguyễn Thị Lan',
      birthdate: '1990-04-12',
      gender: 'female',
      email: 'lan@example.vn',
      email_verified: false,
      phone_number_verified: false,
    })
  })

  test('every answer stands in the access log of the person', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, MINH))

    await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)

    const entries = await world.db.many(sql`
      select reader_kind, reader, purpose, data
        from identity.access_entry
       where subject = ${MINH.accountId}
       order by place desc
       limit 1`)
    expect(entries).toEqual([
      { readerKind: 'agency', reader: rp.id, purpose: 'sign_in_elsewhere', data: ['account', 'identity'] },
    ])
  })

  test('takes the token from the header or the form, not from the address, and not from both', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, LAN))
    const bearer = { authorization: `Bearer ${access_token}` }

    const inForm = await portal.post('/oauth2/userinfo', { access_token })
    const inAddress = await portal.fetcher(`${PORTAL}/oauth2/userinfo?access_token=${access_token}`)
    const inBoth = await portal.post('/oauth2/userinfo', { access_token }, bearer)

    expect([inForm.status, inAddress.status, inBoth.status]).toEqual([200, 400, 400])
  })

  test('without a token it says how to bring one, and names no fault', async ({ portal }) => {
    const response = await portal.fetcher(`${PORTAL}/oauth2/userinfo`)

    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
    expect(response.headers.get('www-authenticate')).not.toContain('error=')
  })

  test('an unknown token, and one that has run out, are invalid', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, LAN))
    const unknown = await oauth.userInfoRequest(rp.as, rp.client, 'x'.repeat(43), rp.options)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 })

    const late = await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)

    for (const response of [unknown, late]) {
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
  })

  test('a token dies with the session of the portal, unless it was to last', async ({ world, portal }) => {
    const rp = await portal.party()
    const [short, long] = [await signedIn(world, LAN), await signedIn(world, LAN)]
    const [bound, lasting] = [await rp.signIn(short), await rp.signIn(long, offline)]

    for (const browser of [short, long])
      await endSession(world.db, keyOf(browser.cookie('phien') ?? ''), 'signed_out', new Date())

    const userinfo = (token: string) => oauth.userInfoRequest(rp.as, rp.client, token, rp.options)
    expect([
      (await userinfo(bound.access_token)).status,
      (await userinfo(lasting.access_token)).status,
    ]).toEqual([401, 200])
  })
})

describe('pairwise subjects', () => {
  test('two hosts know one person by two names, one host by one, and none by TechID', async ({
    world,
    portal,
  }) => {
    const pairwise = { subjectType: 'pairwise', scopes: ['openid'] } as const
    const [first, second] = [await portal.party(pairwise), await portal.party(pairwise)]
    const address = 'https://thue.example.vn/ve'
    const elsewhere = await portal.party({ ...pairwise, redirectUris: [address] })
    const subjectAt = async (rp: RelyingParty) => {
      const tokens = await rp.signIn(await signedIn(world, LAN), { scope: 'openid' })
      const userinfo = await oauth.userInfoRequest(rp.as, rp.client, tokens.access_token, rp.options)
      expect(((await userinfo.json()) as { sub: string }).sub).toBe(
        oauth.getValidatedIdTokenClaims(tokens)?.sub,
      )
      return oauth.getValidatedIdTokenClaims(tokens)
    }
    const started = await elsewhere.start({ scope: 'openid', redirect_uri: address })
    const { left } = await travel(await signedIn(world, LAN), started.url)
    const form = {
      grant_type: 'authorization_code',
      code: left?.searchParams.get('code') ?? '',
      redirect_uri: address,
      code_verifier: started.verifier,
    }
    const answer = await portal.post('/oauth2/token', form, elsewhere.basic)

    const [a, again] = [await subjectAt(first), await subjectAt(second)]
    const other = decodeJwt(((await answer.json()) as { id_token: string }).id_token)

    expect(a?.sub).toBe(again?.sub)
    expect(new Set([a?.sub, other.sub, LAN.accountId]).size).toBe(3)
    for (const claims of [a, other]) expect(claims).not.toHaveProperty('TechID')
  })
})

describe('introspection', () => {
  test('a client learns about its own tokens', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token, refresh_token = '' } = await rp.signIn(await signedIn(world, LAN), offline)

    const response = await oauth.introspectionRequest(rp.as, rp.client, rp.auth, access_token, rp.options)
    const about = await oauth.processIntrospectionResponse(rp.as, rp.client, response)
    const refresh = await oauth.introspectionRequest(rp.as, rp.client, rp.auth, refresh_token, rp.options)

    expect(about).toMatchObject({ active: true, client_id: rp.id, sub: LAN.accountId, token_type: 'Bearer' })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await refresh.json()).toMatchObject({ active: true, client_id: rp.id })
  })

  test('of a token that is unknown, or another client’s, it learns that it is not active and nothing else', async ({
    world,
    portal,
  }) => {
    const [rp, other] = [await portal.party(), await portal.party()]
    const { access_token } = await rp.signIn(await signedIn(world, LAN))
    const ask = (token: string) =>
      oauth.introspectionRequest(other.as, other.client, other.auth, token, other.options)

    expect(await (await ask(access_token)).json()).toEqual({ active: false })
    expect(await (await ask('x'.repeat(43))).json()).toEqual({ active: false })
  })

  test('whoever does not prove to be a client learns nothing', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, LAN))

    const without = await portal.post('/oauth2/introspect', { token: access_token })
    const byItself = await portal.post(
      '/oauth2/introspect',
      { token: access_token },
      { authorization: `Bearer ${access_token}` },
    )
    const wrong = await portal.post('/oauth2/introspect', {
      token: access_token,
      client_id: rp.id,
      client_secret: 'x',
    })

    expect([without.status, byItself.status, wrong.status]).toEqual([400, 400, 401])
  })
})

describe('revocation', () => {
  test('a withdrawn access token opens nothing', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token } = await rp.signIn(await signedIn(world, LAN))

    const response = await oauth.revocationRequest(rp.as, rp.client, rp.auth, access_token, rp.options)

    await oauth.processRevocationResponse(response)
    expect((await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)).status).toBe(401)
  })

  test('with a refresh token go the access tokens that came from it', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token, refresh_token = '' } = await rp.signIn(await signedIn(world, LAN), offline)

    await oauth.processRevocationResponse(
      await oauth.revocationRequest(rp.as, rp.client, rp.auth, refresh_token, {
        ...rp.options,
        additionalParameters: { token_type_hint: 'refresh_token' },
      }),
    )

    expect((await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)).status).toBe(401)
  })

  test('an unknown token is answered like one that is gone; another client’s stays', async ({
    world,
    portal,
  }) => {
    const [rp, other] = [await portal.party(), await portal.party()]
    const { access_token } = await rp.signIn(await signedIn(world, LAN))

    const unknown = await portal.post('/oauth2/revoke', { token: 'x'.repeat(43) }, other.basic)
    const foreign = await portal.post('/oauth2/revoke', { token: access_token }, other.basic)
    const nobody = await portal.post('/oauth2/revoke', {
      token: access_token,
      client_id: rp.id,
      client_secret: 'x',
    })

    expect([unknown.status, foreign.status, nobody.status]).toEqual([200, 200, 401])
    expect((await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)).status).toBe(200)
  })
})
