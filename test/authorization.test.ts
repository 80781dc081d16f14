import { expect } from 'vitest'
import { KINDS } from '#platform/access'
import { addOfficial, addOrganization, addPerson, sessionOf } from './support/people.ts'
import { PROBE } from './support/route-record.ts'
import { test, type World } from './support/world.ts'

type Kind = (typeof KINDS)[number]

test('a route that does not say who may open it keeps the server from starting', ({ world }) => {
  const add = () => world.app.get('/new', () => 'open')

  expect(add).toThrow('/new does not say who may open it')
})

test('every route opens for those whom the golden file names, and for nobody else', async ({ world }) => {
  const knock = await everyKind(world)
  const lines: string[] = []
  for (const { method, url } of world.app.routeList.filter(isOfItsOwn(world))) {
    const admitted: Kind[] = []
    for (const kind of KINDS) if (await knock(kind, method, url)) admitted.push(kind)
    const who = admitted.length === KINDS.length ? 'everyone' : admitted.join(', ')
    lines.push(`${method} ${url}: ${who}\n`)
  }

  await expect(lines.sort().join('')).toMatchFileSnapshot('golden/authorization.txt')
})

test('what GET opens for somebody, HEAD opens for them and nobody else', ({ world }) => {
  const accessOf = (wanted: string) =>
    new Map(
      world.app.routeList.filter(({ method }) => method === wanted).map(({ url, access }) => [url, access]),
    )

  const opened = accessOf('GET')
  for (const [url, access] of accessOf('HEAD')) if (opened.has(url)) expect(access, url).toBe(opened.get(url))
})

/** HEAD comes with GET; where there is no GET, it is a door of its own. */
function isOfItsOwn({ app }: World) {
  const opened = new Set(app.routeList.filter(({ method }) => method === 'GET').map(({ url }) => url))
  return ({ method, url }: World['app']['routeList'][number]) => method !== 'HEAD' || !opened.has(url)
}

/** Real sessions, one for each request: a route may end the session that opened it. */
async function everyKind(world: World) {
  const { db } = world
  const citizen = await addPerson(db)
  const organization = await addOrganization(db, { representative: citizen })
  const official = await addOfficial(db, { agency: 'G22', roles: ['officer', 'assistant'] })
  const administrator = await addOfficial(db, { agency: 'G22', roles: ['administrator', 'officer'] })
  const sessions: Readonly<Partial<Record<Kind, () => Promise<string>>>> = {
    citizen: () => sessionOf(world, citizen.accountId),
    organization: () => sessionOf(world, organization, { kind: 'organization' }),
    official: () => sessionOf(world, official.accountId, { kind: 'official' }),
    administrator: () => sessionOf(world, administrator.accountId, { kind: 'official' }),
  }
  let asked = 0
  return async (kind: Kind, method: World['app']['routeList'][number]['method'], url: string) => {
    const token = await sessions[kind]?.()
    world.signIn(token ? undefined : { id: kind, kind })
    asked += 1
    const answer = await world.app.inject({
      method,
      url,
      ...(token ? { cookies: { phien: token } } : {}),
      headers: { accept: 'application/json', 'user-agent': PROBE },
      // Nobody is asked to wait: each request comes from a place of its own.
      remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
    })
    return !isRefused(answer, method)
  }
}

/** A form without its token is turned away as well, but for another reason. */
function isRefused({ statusCode, body }: { statusCode: number; body: string }, method: string): boolean {
  // An answer to HEAD has no body to say why.
  if (method === 'HEAD') return statusCode === 401 || statusCode === 403
  return (
    (statusCode === 401 && body.includes('access.sign_in')) ||
    (statusCode === 403 && body.includes('access.denied'))
  )
}
