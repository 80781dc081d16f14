import { createPrivateKey } from 'node:crypto'
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { openVault } from '#platform/secret'
import { LAN, PORTAL, signedIn, test } from '../../../test/support/sso.ts'
import {
  ALGORITHMS,
  KEPT_AFTER_RETIREMENT_MS,
  KEY_LIFE_MS,
  keysAreDue,
  loadKeys,
  replaceAllKeys,
  rotateKeys,
} from './keys.ts'

const MINUTE_MS = 60_000
type Portal = { readonly fetcher: (url: string) => Promise<Response> }

async function published({ fetcher }: Portal): Promise<JSONWebKeySet> {
  return (await (await fetcher(`${PORTAL}/oauth2/jwks`)).json()) as JSONWebKeySet
}

const kidsOf = ({ keys }: JSONWebKeySet) => keys.map(({ kid }) => kid)

describe('keys turn over without a break', () => {
  test('the next key is known to everyone before it signs, and the last one long after', async ({
    world,
    portal,
  }) => {
    const rp = await portal.party()
    const before = await published(portal)
    const old = (await rp.signIn(await signedIn(world, LAN))).id_token ?? ''

    await rotateKeys(world.db, world.services.vault, new Date())
    world.setClock(new Date(Date.now() + 2 * MINUTE_MS))
    const after = await published(portal)
    const fresh = (await rp.signIn(await signedIn(world, LAN))).id_token ?? ''

    // Who fetched the keys before the turn reads what is signed after it, and the other way round.
    await jwtVerify(fresh, createLocalJWKSet(before), { audience: rp.id })
    await jwtVerify(old, createLocalJWKSet(after), { audience: rp.id })
    expect(decodeProtectedHeader(fresh).kid).not.toBe(decodeProtectedHeader(old).kid)
    expect(kidsOf(after).filter((kid) => kidsOf(before).includes(kid))).toHaveLength(2 * ALGORITHMS.length)
  })

  test('tokens from before go on working at every endpoint', async ({ world, portal }) => {
    const rp = await portal.party()
    const { access_token: token } = await rp.signIn(await signedIn(world, LAN))
    await rotateKeys(world.db, world.services.vault, new Date())
    world.setClock(new Date(Date.now() + 4 * MINUTE_MS))

    const answer = await portal.post('/oauth2/userinfo', { access_token: token })

    expect(answer.status).toBe(200)
  })

  test('no private part is published, and every key says what it is for', async ({ portal }) => {
    for (const key of (await published(portal)).keys) {
      expect(key).toMatchObject({
        use: 'sig',
        kid: expect.any(String),
        alg: expect.stringMatching(/^(RS|ES)256$/),
      })
      expect(
        Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].includes(name)),
      ).toEqual([])
    }
  })

  test('a retired key goes after a month', async ({ world }) => {
    const { db, services } = world
    const late = new Date(Date.now() + KEPT_AFTER_RETIREMENT_MS + MINUTE_MS)

    await rotateKeys(db, services.vault, late)

    const { count } = await db.one<{ count: number }>(sql`
      select count(*) as count from identity.sso_key where retired_at < ${new Date(Date.now() + MINUTE_MS)}`)
    expect(count).toBe(0)
  })

  test('they are due after three months', async ({ world }) => {
    const signing = new Date(Date.now() + KEPT_AFTER_RETIREMENT_MS + MINUTE_MS)

    expect(await keysAreDue(world.db, signing)).toBe(false)
    expect(await keysAreDue(world.db, new Date(signing.getTime() + KEY_LIFE_MS))).toBe(true)
  })
})

describe('private keys at rest', () => {
  test('are sealed: neither their text nor another installation’s secret opens them', async ({ world }) => {
    const { db } = world
    const rows = await db.many<{ sealed: Buffer }>(sql`select sealed from identity.sso_key order by kid`)

    for (const { sealed } of rows) {
      expect(sealed.includes(Buffer.from('PRIVATE'))).toBe(false)
      expect(() => createPrivateKey({ key: sealed, format: 'der', type: 'pkcs8' })).toThrow()
    }
    const stranger = openVault({ varDir: '', cookieSecret: 'x'.repeat(48) }, 'identity')
    await expect(loadKeys(db, stranger, new Date())).rejects.toThrow(/rotate-sso-keys replace/)
  })

  test('after a theft all of them are gone at once', async ({ world, portal }) => {
    const before = kidsOf(await published(portal))

    await replaceAllKeys(world.db, world.services.vault, new Date())
    world.setClock(new Date(world.services.clock().getTime() + 2 * MINUTE_MS))

    const after = kidsOf(await published(portal))
    expect(after.filter((kid) => before.includes(kid))).toEqual([])
  })

  test('two processes that find none make one set', async ({ world }) => {
    await world.db.run(sql`delete from identity.sso_key where true`)

    const loaded = await Promise.all(
      [1, 2, 3].map(() => loadKeys(world.db, world.services.vault, new Date())),
    )

    expect(new Set(loaded.map(({ version }) => version)).size).toBe(1)
    expect(loaded[0]?.jwks).toHaveLength(2 * ALGORITHMS.length)
  })
})
