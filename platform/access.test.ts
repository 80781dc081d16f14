import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { visitorOrMonitor } from './access.ts'

const TOKEN = 'a token of this house'
const NEAR = '127.0.0.1'
const FAR = '203.0.113.7'

type Case = readonly [
  who: string,
  remoteAddress: string,
  headers: Readonly<Record<string, string>>,
  kind: string,
]

async function kindOf(
  token: string | undefined,
  remoteAddress: string,
  headers: Readonly<Record<string, string>>,
) {
  const app = Fastify()
  app.get('/', (request) => visitorOrMonitor(token)(request))
  const answer = await app.inject({ url: '/', remoteAddress, headers: { ...headers } })
  await app.close()
  return answer.json().kind
}

test.each<Case>([
  ['a program on this machine', NEAR, {}, 'monitor'],
  ['the same by the newer protocol', '::1', {}, 'monitor'],
  ['the same in the old spelling', '::ffff:127.0.0.1', {}, 'monitor'],
  ['somebody who came through a proxy on this machine', NEAR, { 'x-forwarded-for': FAR }, 'visitor'],
  ['somebody from elsewhere', FAR, {}, 'visitor'],
  ['somebody who claims to be here', FAR, { 'x-forwarded-for': NEAR }, 'visitor'],
  ['whoever shows the token', FAR, { authorization: `Bearer ${TOKEN}` }, 'monitor'],
  [
    'whoever shows it through a proxy',
    NEAR,
    { 'x-forwarded-for': FAR, authorization: `bearer ${TOKEN}` },
    'monitor',
  ],
  ['whoever shows another', FAR, { authorization: 'Bearer a token of that house' }, 'visitor'],
  ['whoever shows a part of it', FAR, { authorization: 'Bearer a token' }, 'visitor'],
  ['whoever shows nothing', FAR, { authorization: 'Bearer ' }, 'visitor'],
])('%s', async (_who, remoteAddress, headers, kind) => {
  expect(await kindOf(TOKEN, remoteAddress, headers)).toBe(kind)
})

test('without a token nothing that is shown opens anything', async () => {
  expect(await kindOf(undefined, FAR, { authorization: 'Bearer undefined' })).toBe('visitor')
  expect(await kindOf(undefined, FAR, { authorization: '' })).toBe('visitor')
})
