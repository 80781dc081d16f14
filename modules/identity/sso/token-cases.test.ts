import * as oauth from 'oauth4webapi'
import { afterEach, describe, expect, vi } from 'vitest'
import { sql } from '#platform/db'
import {
  CALLBACK,
  faultOf,
  LAN,
  type RelyingParty,
  signedIn,
  test,
  travel,
} from '../../../test/support/sso.ts'
import type { World } from '../../../test/support/world.ts'
import { addSecret } from './client-acts.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** The wall clock of the provider and the portal alike, from here on. */
function later(world: World, seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 })
  world.setClock(new Date())
}

async function codeFor(world: World, rp: RelyingParty, change: Readonly<Record<string, string>> = {}) {
  const started = await rp.start(change)
  const { left } = await travel(await signedIn(world, LAN), started.url)
  if (!left) throw new Error('No code was given')
  return { started, callback: left, code: left.searchParams.get('code') ?? '' }
}

describe('the token endpoint', () => {
  test('an answer with tokens is kept by no cache', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)

    const response = await rp.exchange(callback, started)

    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toContain('application/json')
  })

  test('a client may show its secret in the form', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)

    const response = await rp.exchange(callback, started, oauth.ClientSecretPost(rp.secret))

    expect(response.status).toBe(200)
  })

  test('a client on people’s devices has PKCE and no secret', async ({ world, portal }) => {
    const rp = await portal.party({ authentication: 'none' })

    const tokens = await rp.signIn(await signedIn(world, LAN))

    expect(tokens.access_token).toBeTruthy()
  })

  test('a client that asked for ES256 gets its ID tokens so', async ({ world, portal }) => {
    const rp = await portal.party({ algorithm: 'ES256' })
    rp.client.id_token_signed_response_alg = 'ES256'
    const { started, callback } = await codeFor(world, rp)
    const response = await rp.exchange(callback, started)

    await oauth.processAuthorizationCodeResponse(rp.as, rp.client, response, { expectedNonce: started.nonce })

    await oauth.validateApplicationLevelSignature(rp.as, response, rp.options)
  })

  test('two secrets work while one replaces the other', async ({ world, portal }) => {
    const rp = await portal.party()
    const now = world.services.clock()
    const endsAt = new Date(now.getTime() + 3_600_000)
    const fresh = await world.db.transaction((tx) =>
      addSecret(tx, { by: 'machine', clientId: rp.id, now, endsAt }),
    )

    for (const secret of [rp.secret, fresh]) {
      const { started, callback } = await codeFor(world, rp)
      const response = await rp.exchange(callback, started, oauth.ClientSecretBasic(secret))
      expect(response.status).toBe(200)
    }
  })
})

describe('a code opens nothing', () => {
  test('when it comes a second time, and what it opened before is taken back', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)
    const first = (await (await rp.exchange(callback, started)).json()) as { access_token: string }

    const second = await rp.exchange(callback, started)

    expect(await faultOf(second)).toEqual([400, 'invalid_grant'])
    const userinfo = await oauth.userInfoRequest(rp.as, rp.client, first.access_token, rp.options)
    expect(userinfo.status).toBe(401)
  })

  test('for more than one of those who come at the same moment', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)

    const answers = await Promise.all(Array.from({ length: 6 }, () => rp.exchange(callback, started)))

    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(await faultOf(answer)).toEqual([400, 'invalid_grant'])
  })

  test('after a minute', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)
    later(world, 75)

    expect(await faultOf(await rp.exchange(callback, started))).toEqual([400, 'invalid_grant'])
  })

  test('with another verifier than the one it was asked with, or with none', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, code } = await codeFor(world, rp)
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK }

    const wrong = await portal.post(
      '/oauth2/token',
      { ...form, code_verifier: `${started.verifier}x` },
      rp.basic,
    )
    const short = await portal.post('/oauth2/token', { ...form, code_verifier: 'short' }, rp.basic)
    const none = await portal.post('/oauth2/token', form, rp.basic)

    expect(await faultOf(wrong)).toEqual([400, 'invalid_grant'])
    expect(await faultOf(short)).toEqual([400, 'invalid_request'])
    expect(await faultOf(none)).toEqual([400, 'invalid_grant'])
  })

  test('with a verifier when it was asked without a challenge', async ({ world, portal }) => {
    const rp = await portal.party({ isLegacy: true })
    const started = await rp.start({ code_challenge: undefined, code_challenge_method: undefined })
    const { left } = await travel(await signedIn(world, LAN), started.url)
    const code = left?.searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK }

    const response = await portal.post(
      '/oauth2/token',
      { ...form, code_verifier: started.verifier },
      rp.basic,
    )

    expect(await faultOf(response)).toEqual([400, 'invalid_grant'])
  })

  test('for another client', async ({ world, portal }) => {
    const [rp, other] = [await portal.party(), await portal.party()]
    const { started, code } = await codeFor(world, rp)
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: started.verifier,
    }

    expect(await faultOf(await portal.post('/oauth2/token', form, other.basic))).toEqual([
      400,
      'invalid_grant',
    ])
  })

  test('with another return address than the one it was sent to', async ({ world, portal }) => {
    const rp = await portal.party({ redirectUris: [CALLBACK, `${CALLBACK}2`] })
    const { started, code } = await codeFor(world, rp)
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${CALLBACK}2`,
      code_verifier: started.verifier,
    }

    expect(await faultOf(await portal.post('/oauth2/token', form, rp.basic))).toEqual([400, 'invalid_grant'])
  })

  test('that nobody was ever given', async ({ portal }) => {
    const rp = await portal.party()
    const form = { grant_type: 'authorization_code', code: 'x'.repeat(43), redirect_uri: CALLBACK }

    expect(await faultOf(await portal.post('/oauth2/token', form, rp.basic))).toEqual([400, 'invalid_grant'])
  })
})

describe('a client that does not prove itself gets nothing', () => {
  test('with a wrong secret: 401, and how to do it right', async ({ world, portal }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)

    const response = await rp.exchange(callback, started, oauth.ClientSecretBasic('wrong'))

    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
    expect(await faultOf(response)).toEqual([401, 'invalid_client'])
  })

  test('with the digest of its secret, which a reader of the database could have', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { started, callback } = await codeFor(world, rp)
    const { digest } = await world.db.one<{ digest: string }>(
      sql`
        select encode(digest, 'hex') as digest from identity.sso_secret where client_id = ${rp.id}`,
    )

    const response = await rp.exchange(callback, started, oauth.ClientSecretBasic(digest))

    expect(await faultOf(response)).toEqual([401, 'invalid_client'])
  })

  test('when it is unknown', async ({ portal }) => {
    const form = {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: CALLBACK,
      client_id: 'nobody',
      client_secret: 'x',
    }

    expect(await faultOf(await portal.post('/oauth2/token', form))).toEqual([401, 'invalid_client'])
  })

  test('in two ways at once', async ({ portal }) => {
    const rp = await portal.party()
    const form = {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: CALLBACK,
      client_secret: rp.secret,
    }

    expect(await faultOf(await portal.post('/oauth2/token', form, rp.basic))).toEqual([
      400,
      'invalid_request',
    ])
  })

  test('in no way at all, though it has a secret', async ({ portal }) => {
    const rp = await portal.party()
    const form = { grant_type: 'authorization_code', code: 'x', redirect_uri: CALLBACK, client_id: rp.id }

    expect(await faultOf(await portal.post('/oauth2/token', form))).toEqual([401, 'invalid_client'])
  })

  test('with a kind of grant that is not given here: password, client credentials, anything', async ({
    portal,
  }) => {
    const rp = await portal.party()
    for (const grant_type of ['password', 'client_credentials', 'urn:x']) {
      const form = { grant_type, username: 'lan', password: 'x' }
      expect(await faultOf(await portal.post('/oauth2/token', form, rp.basic))).toEqual([
        400,
        'unsupported_grant_type',
      ])
    }
  })

  test('by GET, and with a body that is no form', async ({ portal }) => {
    const rp = await portal.party()

    const get = await portal.fetcher('http://portal.test/oauth2/token', { headers: rp.basic })
    const json = await portal.fetcher('http://portal.test/oauth2/token', {
      method: 'POST',
      headers: { ...rp.basic, 'content-type': 'application/json' },
      body: '{"grant_type":"authorization_code"}',
    })

    expect(get.status).toBe(405)
    expect(await faultOf(json)).toEqual([400, 'invalid_request'])
  })
})
