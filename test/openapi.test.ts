import { describe, expect, test as pure } from 'vitest'
import {
  type Description,
  inputsOf,
  operationsOf,
  type Schema,
  unbounded,
} from './support/api-description.ts'
import { test, type World } from './support/world.ts'

async function describedBy({ app }: World): Promise<Description> {
  const response = await app.inject('/api/v1/openapi.json')
  return response.json<Description>()
}

test('the API is described as the golden file says', async ({ world }) => {
  const description = await describedBy(world)

  expect(description.openapi).toBe('3.1.0')
  await expect(`${JSON.stringify(description, null, 2)}\n`).toMatchFileSnapshot('golden/openapi.json')
})

test('every route for programs is described, except the description itself', async ({ world }) => {
  const routes = world.app.routeList
    .filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1/'))
    .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)

  const described = operationsOf(await describedBy(world)).map(({ where }) => where)

  const open = ['GET /api/v1/docs', 'GET /api/v1/openapi.json']
  expect(routes.filter((route) => !described.includes(route)).sort()).toEqual(open)
  expect(described.filter((route) => !routes.includes(route))).toEqual([])
})

test('every operation has a name of its own, a summary, one known tag and an answer with a schema', async ({
  world,
}) => {
  const description = await describedBy(world)
  const known = description.tags.map(({ name }) => name)

  const lacking = operationsOf(description).flatMap(
    ({ where, operationId, summary, tags = [], responses }) => [
      ...(/^[a-z]+([A-Z][a-z]+)+$/.test(operationId ?? '') ? [] : [`${where}: no operationId`]),
      ...(summary ? [] : [`${where}: no summary`]),
      ...(tags.length === 1 && known.includes(tags[0] ?? '') ? [] : [`${where}: tags ${tags.join()}`]),
      ...(responses['200']?.content?.['application/json']?.schema ? [] : [`${where}: no answer`]),
      ...(responses['default']?.content?.['application/problem+json'] ? [] : [`${where}: no problem`]),
    ],
  )

  expect(lacking).toEqual([])
  const names = operationsOf(description).map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
})

test('everything that a program may send has a limit', async ({ world }) => {
  const operations = operationsOf(await describedBy(world))

  const open = operations.flatMap((operation) =>
    inputsOf(operation).flatMap(([name, schema]) => unbounded(schema, `${operation.where} ${name}`)),
  )

  expect(open).toEqual([])
})

test('every parameter in a path is declared, and every reference leads somewhere', async ({ world }) => {
  const description = await describedBy(world)

  const undeclared = operationsOf(description).flatMap(({ where, parameters = [] }) =>
    [...where.matchAll(/\{(\w+)\}/g)].filter(
      ([, name]) => !parameters.some((one) => one.in === 'path' && one.name === name),
    ),
  )
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]

  expect(undeclared).toEqual([])
  expect(references.length).toBeGreaterThan(0)
  expect(
    references.map(([, name = '']) => name).filter((name) => !(name in description.components.schemas)),
  ).toEqual([])
})

describe('what has no limit is found', () => {
  const samples: readonly (readonly [Schema, readonly string[]])[] = [
    [{ type: 'string' }, ['q: any length']],
    [{ type: 'string', pattern: '^a+$' }, ['q: any length']],
    [{ type: 'string', pattern: '\\d{2}' }, ['q: any length']],
    [{ type: 'integer', minimum: 1 }, ['q: any number']],
    [{ type: 'array', items: { type: 'string' } }, ['q: any count', 'q[]: any length']],
    [{ type: 'object', properties: { name: { type: 'string' } } }, ['q.name: any length']],
    [{ anyOf: [{ type: 'null' }, { type: 'number', maximum: 9 }] }, ['q: any number']],
    [{}, ['q: anything']],
    [{ type: 'string', pattern: '^\\d{4}-\\d{2}$' }, []],
    [{ type: 'array', maxItems: 3, items: { enum: ['a'] } }, []],
  ]

  pure.each(samples)('in %j', (schema, expected) => {
    expect(unbounded(schema, 'q')).toEqual(expected)
  })
})
