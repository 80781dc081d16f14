import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify, SignJWT } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, onTestFinished } from 'vitest'
import { sql } from '#platform/db'
import {
  LAN,
  MINH,
  openPortalSession,
  PORTAL,
  type RelyingParty,
  signedIn,
  test,
  travel,
} from '../../../test/support/sso.ts'
import type { World } from '../../../test/support/world.ts'
import { endSession, endSessionsOf, findSession, keyOf, rotateSession } from '../session.ts'
import { type SignOutNotice, TELL_SIGN_OUT } from './leave-agencies.ts'
import { tellSignOut } from './tell-sign-out.ts'

const AFTER = 'https://mcdt.tinh.gov.vn/'

function signOutUrl(fields: Readonly<Record<string, string>>): string {
  return `${PORTAL}/oidc/logout?${new URLSearchParams(fields)}`
}

async function entered(world: World, rp: RelyingParty) {
  const browser = await signedIn(world, LAN)
  const tokens = await rp.signIn(browser)
  return { browser, token: browser.cookie('phien') ?? '', tokens, hint: tokens.id_token ?? '' }
}

async function isOver(world: World, token: string): Promise<boolean> {
  return (await findSession(world.db, token, world.services.clock())) === undefined
}

describe('an application asks to sign out', () => {
  test('with the person’s own ID token: it is done at once, and the browser comes back with the state', async ({
    world,
    portal,
  }) => {
    const { browser, token, hint } = await entered(world, await portal.party())

    const answer = await browser.ask(
      'GET',
      signOutUrl({ id_token_hint: hint, post_logout_redirect_uri: AFTER, state: 'á 1' }),
    )

    expect(answer.status).toBe(303)
    expect(new URL(answer.headers['location'] ?? '').searchParams.get('state')).toBe('á 1')
    expect(await isOver(world, token)).toBe(true)
    expect(browser.cookie('phien')).toBeUndefined()
  })

  test('with a form of its own, as old clients send it', async ({ world, portal }) => {
    const { browser, token, hint } = await entered(world, await portal.party())
    const body = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: AFTER }).toString()

    const { left } = await travelOn(browser, await browser.ask('POST', '/oidc/logout', body))

    expect(left).toBe(AFTER)
    expect(await isOver(world, token)).toBe(true)
  })

  test('without a token: the person is asked, and may stay', async ({ world, portal }) => {
    const rp = await portal.party()
    const { browser, token } = await entered(world, rp)
    const page = await browser.open(signOutUrl({ client_id: rp.id, post_logout_redirect_uri: AFTER }))

    expect(page.body).toContain('Đăng xuất khỏi Cổng?')
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://mcdt.tinh.gov.vn")
    expect(await isOver(world, token)).toBe(false)
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const form = { _csrf: csrf, client_id: rp.id, post_logout_redirect_uri: AFTER }
    const send = (answer: string) =>
      browser.ask(
        'POST',
        '/oidc/logout/xac-nhan',
        new URLSearchParams({ ...form, 'tra-loi': answer }).toString(),
      )
    expect((await send('o-lai')).headers['location']).toBe('/')
    expect(await isOver(world, token)).toBe(false)
    expect((await send('dang-xuat')).headers['location']).toBe(AFTER)
    expect(await isOver(world, token)).toBe(true)
  })

  test('with somebody else’s ID token: the person is asked', async ({ world, portal }) => {
    const rp = await portal.party()
    const { hint } = await entered(world, rp)
    const other = await signedIn(world, MINH)

    const page = await other.open(signOutUrl({ id_token_hint: hint, post_logout_redirect_uri: AFTER }))

    expect(page.body).toContain('Đăng xuất khỏi Cổng?')
    expect(await isOver(world, other.cookie('phien') ?? '')).toBe(false)
  })

  test('to an address that is not registered, or with a token that is not ours: nothing happens', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { browser, token, hint } = await entered(world, rp)
    const forged = await new SignJWT({ ...decodeJwt(hint) })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.alloc(32))
    const wrong = [
      { id_token_hint: hint, post_logout_redirect_uri: 'https://evil.example/' },
      { id_token_hint: hint, post_logout_redirect_uri: `${AFTER}x` },
      { id_token_hint: forged, post_logout_redirect_uri: AFTER },
      { id_token_hint: hint, client_id: (await portal.party()).id, post_logout_redirect_uri: AFTER },
      { id_token_hint: 'a.b.c', post_logout_redirect_uri: AFTER },
      { post_logout_redirect_uri: AFTER },
    ]
    for (const fields of wrong) expect((await browser.ask('GET', signOutUrl(fields))).status).toBe(400)
    expect(await isOver(world, token)).toBe(false)
  })

  test('when nobody is signed in any more: the browser goes straight back', async ({ world, portal }) => {
    const { browser, token, hint } = await entered(world, await portal.party())
    await endSession(world.db, keyOf(token), 'signed_out', new Date())

    const answer = await browser.ask(
      'GET',
      signOutUrl({ id_token_hint: hint, post_logout_redirect_uri: AFTER }),
    )

    expect(answer.headers['location']).toBe(AFTER)
  })
})

describe('the back channel', () => {
  test('ending a session tells each application that it opened, by a job', async ({ world, portal }) => {
    const told = await portal.party({ backChannelUri: 'https://mcdt.tinh.gov.vn/bc' })
    const silent = await portal.party()
    const { browser, token } = await entered(world, told)
    await silent.signIn(browser)

    await endSession(world.db, keyOf(token), 'signed_out', new Date())

    expect((await noticesOf(world)).map(({ clientId, accountId }) => [clientId, accountId])).toEqual([
      [told.id, LAN.accountId],
    ])
  })

  test('signing out everywhere tells the others and leaves this one in peace', async ({ world, portal }) => {
    const rp = await portal.party({ backChannelUri: 'https://mcdt.tinh.gov.vn/bc' })
    const [here, there] = [await entered(world, rp), await entered(world, rp)]

    await endSessionsOf(world.db, {
      accountId: LAN.accountId,
      why: 'signed_out_elsewhere',
      now: new Date(),
      keep: keyOf(here.token),
    })

    const sidOf = (tokens: oauth.TokenEndpointResponse) => oauth.getValidatedIdTokenClaims(tokens)?.['sid']
    expect((await noticesOf(world)).map(({ sid }) => sid)).toEqual([sidOf(there.tokens)])
    expect((await oauth.userInfoRequest(rp.as, rp.client, here.tokens.access_token, rp.options)).status).toBe(
      200,
    )
  })

  test('a new id of the session carries along what the old one opened', async ({ world, portal }) => {
    const rp = await portal.party({ backChannelUri: 'https://mcdt.tinh.gov.vn/bc' })
    const { browser, token, tokens } = await entered(world, rp)
    const session = await findSession(world.db, token, world.services.clock())
    if (!session) throw new Error('No session')

    const next = await world.db.transaction((tx) =>
      rotateSession(tx, session, { assurance: 2, now: new Date() }),
    )
    browser.setCookie('phien', next)
    const { left } = await travel(browser, (await rp.start({ prompt: 'none', acr_values: 'LoA2' })).url)

    expect(left?.searchParams.get('code')).toBeTruthy()
    await endSession(world.db, keyOf(next), 'signed_out', new Date())
    expect((await noticesOf(world)).map(({ sid }) => sid)).toEqual([
      oauth.getValidatedIdTokenClaims(tokens)?.['sid'],
    ])
  })

  test('the cookie of single sign-on is worth nothing with another session of the portal', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const { browser } = await entered(world, rp)
    browser.setCookie('phien', await openPortalSession(world, MINH))

    const { left } = await travel(browser, (await rp.start({ prompt: 'none' })).url)

    expect(left?.searchParams.get('error')).toBe('consent_required')
  })

  test('the logout token is what the specification says, and the job fails until it is heard', async ({
    world,
    portal,
  }) => {
    const heard: string[] = []
    let status = 503
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += String(chunk)
      })
      request.on('end', () => {
        heard.push(new URLSearchParams(body).get('logout_token') ?? '')
        response.writeHead(status).end()
      })
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const rp = await portal.party({ isTest: true, backChannelUri: `http://127.0.0.1:${port}/bc` })
    const { token, tokens } = await entered(world, rp)
    await endSession(world.db, keyOf(token), 'signed_out', new Date())
    const [notice] = await noticesOf(world)
    if (!notice) throw new Error('No notice')
    const { db, services } = world
    const parts = { db, vault: services.vault, publicUrl: PORTAL, now: new Date() }

    await expect(tellSignOut(parts, notice)).rejects.toThrow('503')
    status = 200
    await tellSignOut(parts, notice)

    const keys = createRemoteJWKSet(new URL(`${PORTAL}/oauth2/jwks`), {
      [customFetch]: (url) => portal.fetcher(String(url)),
    })
    const options = { issuer: PORTAL, audience: rp.id, typ: 'logout+jwt' }
    const { payload, protectedHeader } = await jwtVerify(heard[1] ?? '', keys, options)
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload).toMatchObject({
      sub: LAN.accountId,
      sid: oauth.getValidatedIdTokenClaims(tokens)?.['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    expect(payload).not.toHaveProperty('nonce')
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(120)
    expect(payload.jti).not.toBe(decodeJwt(heard[0] ?? '').jti)
  })
})

/** The jobs that wait, taken away so that the next test finds its own. */
async function noticesOf({ db }: World): Promise<SignOutNotice[]> {
  const rows = await db.many<{ id: number; payload: SignOutNotice }>(sql`
    select j.id, p.payload
      from graphile_worker.jobs j
      join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = ${TELL_SIGN_OUT}
     order by j.id`)
  await db.many(sql`select graphile_worker.complete_jobs(${rows.map(({ id }) => id)}::bigint[])`)
  return rows.map(({ payload }) => payload)
}

async function travelOn(
  browser: Awaited<ReturnType<typeof signedIn>>,
  first: { headers: Readonly<Record<string, string>> },
) {
  const next = await browser.ask('GET', first.headers['location'] ?? '')
  return { left: next.headers['location'] }
}
