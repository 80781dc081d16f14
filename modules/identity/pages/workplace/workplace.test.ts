import { expect } from 'vitest'
import { addOfficial, browserOf } from '../../../../test/support/people.ts'
import { test } from '../../../../test/support/world.ts'

const WAYS = ['/can-bo/ho-tro', '/can-bo/dai-dien', '/can-bo/khoi-phuc', '/quan-tri']

test.for([
  ['officer', ['/can-bo/ho-tro', '/can-bo/dai-dien', '/can-bo/khoi-phuc']],
  ['assistant', ['/can-bo/ho-tro']],
  ['auditor', ['/can-bo/khoi-phuc']],
  ['administrator', ['/quan-tri']],
] as const)(
  '%s is shown the ways that the role opens, and each of them opens',
  async ([role, ways], { world }) => {
    const { accountId } = await addOfficial(world.db, { agency: 'ubnd-00004', roles: [role] })
    const browser = await browserOf(world, accountId, { kind: 'official' })

    const { body } = await browser.open('/can-bo')

    expect(WAYS.filter((way) => body.includes(`href="${way}"`))).toEqual(ways)
    for (const way of ways) expect((await browser.open(way)).status, way).toBe(200)
  },
)

test('whoever has no role is told whom to ask', async ({ world }) => {
  const { accountId } = await addOfficial(world.db, { agency: 'ubnd-00004' })
  const browser = await browserOf(world, accountId, { kind: 'official' })

  expect((await browser.open('/can-bo')).body).toContain('chưa được giao vai trò nào')
})
