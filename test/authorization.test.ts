import { expect } from 'vitest'
import { KINDS } from '#platform/access'
import { test } from './support/world.ts'

test('a route that does not say who may open it keeps the server from starting', ({ world }) => {
  const add = () => world.app.get('/new', () => 'open')

  expect(add).toThrow('/new does not say who may open it')
})

test('every route opens for those whom the golden file names, and for nobody else', async ({ world }) => {
  const lines: string[] = []
  for (const { method, url } of world.app.routeList) {
    const admitted: string[] = []
    for (const kind of KINDS) {
      world.signIn({ id: 'someone', kind })
      const answer = await world.app.inject({ method, url, headers: { accept: 'application/json' } })
      if (!isRefused(answer)) admitted.push(kind)
    }
    lines.push(`${method} ${url}: ${admitted.join(', ')}\n`)
  }

  await expect(lines.sort().join('')).toMatchFileSnapshot('golden/authorization.txt')
})

/** A form without its token is turned away as well, but for another reason. HEAD answers without words. */
function isRefused({ statusCode, body }: { statusCode: number; body: string }): boolean {
  return statusCode === 403 && (body === '' || body.includes('access.denied'))
}
