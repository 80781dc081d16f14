import { describe, expect } from 'vitest'
import { test, type World } from '../../test/support/world.ts'

async function get({ app }: World, path: string) {
  const response = await app.inject({ url: `/api/v1/units${path}` })
  return { status: response.statusCode, body: response.json() }
}

describe('the list', () => {
  test('begins with the 34 provinces of today', async ({ world }) => {
    const { status, body } = await get(world, '')

    expect(status).toBe(200)
    expect(body.items).toHaveLength(34)
    expect(body.nextCursor).toBeUndefined()
  })

  test('pages through the communes of a province without a gap or a repeat', async ({ world }) => {
    const codes: string[] = []
    let cursor = ''
    do {
      const { body } = await get(world, `?parent=79&limit=50${cursor && `&cursor=${cursor}`}`)
      codes.push(...body.items.map((unit: { code: string }) => unit.code))
      cursor = body.nextCursor ?? ''
    } while (cursor)

    expect(codes).toHaveLength(168)
    expect(codes).toEqual([...new Set(codes)].sort())
  })

  test.for([
    ['?at=2025-06-30', 63],
    ['?level=district&parent=01&at=2025-06-30', 30],
    ['?parent=005&at=2025-06-30', 8],
    ['?level=district', 0],
    ['?level=commune&q=dich%20vong&at=2025-06-30', 2],
  ] as const)('%s: %i units', async ([query, count], { world }) => {
    const { body } = await get(world, query)

    expect(body.items).toHaveLength(count)
  })

  test('a city of 2026 is a province of 2025', async ({ world }) => {
    const on = async (day: string) => (await get(world, `/75?at=${day}`)).body.unit.name

    expect(await on('2026-04-29')).toBe('Tỉnh Đồng Nai')
    expect(await on('2026-04-30')).toBe('Thành phố Đồng Nai')
  })
})

describe('one unit', () => {
  test('tells what it was formed from, and what its code meant before', async ({ world }) => {
    const { body } = await get(world, '/00166')

    expect(body.unit.name).toBe('Phường Cầu Giấy')
    expect(body.formedFrom.map((step: { unit: { name: string } }) => step.unit.name)).toEqual([
      'Phường Dịch Vọng',
      'Phường Dịch Vọng Hậu',
      'Quận Cầu Giấy',
    ])
    expect(body.otherMeanings.map((unit: { name: string }) => unit.name)).toEqual(['Phường Dịch Vọng'])
  })

  test('of the past tells what it is today', async ({ world }) => {
    const { body } = await get(world, '/00166?at=2025-06-30')

    expect(body.isCurrent).toBe(false)
    expect(body.today.map((unit: { code: string }) => unit.code).sort()).toEqual(['00160', '00166'])
  })

  test('a district is found by its code alone, though there are none today', async ({ world }) => {
    const { body } = await get(world, '/005')

    expect(body).toMatchObject({ isCurrent: false, unit: { name: 'Quận Cầu Giấy', validTo: '2025-07-01' } })
  })

  test.for(['/00165', '/abc', '/%00', '/52?level=commune', '/760?at=2026-01-01'])(
    '%s is unknown, with what comes near',
    async (path, { world }) => {
      const { status, body } = await get(world, path)

      expect(status).toBe(404)
      expect(body).toMatchObject({ code: 'directory.unit_unknown', details: { near: expect.any(Array) } })
    },
  )
})

describe('resolving', () => {
  test('a name of the past gives the units of today', async ({ world }) => {
    const { body } = await get(world, '/resolve?name=phuong%2012%2C%20go%20vap')

    expect(body).toMatchObject({ understanding: 'exact', candidates: [{ isCurrent: false }] })
    expect(body.candidates[0].today.map((unit: { name: string }) => unit.name)).toEqual(['Phường An Hội Tây'])
  })

  test('a commune without a recorded code has none in the answer', async ({ world }) => {
    const { body } = await get(world, `/resolve?name=${encodeURIComponent('Phường 13, Quận 11')}`)

    expect(body.candidates[0].unit).not.toHaveProperty('code')
  })

  test('a code is read as of the day asked for', async ({ world }) => {
    const { body } = await get(world, '/resolve?code=52&at=2025-06-30')

    expect(body.candidates.map((one: { unit: { name: string } }) => one.unit.name)).toEqual([
      'Tỉnh Bình Định',
    ])
  })

  test('what cannot be understood is 404 with near matches', async ({ world }) => {
    const { status, body } = await get(world, '/resolve?name=Dichh%20Voongg')

    expect(status).toBe(404)
    expect(body.details.near.length).toBeGreaterThan(0)
  })
})

test.for([
  '/resolve',
  '/resolve?name=a&code=1',
  `/resolve?name=${'a'.repeat(301)}`,
  '/resolve?name=a&at=2025-02-30',
  '/resolve?name=a&at=hom-nay',
  '/resolve?name=a&name=b',
  '?limit=0',
  '?limit=501',
  '?level=hamlet',
  '?parent=1',
  '?cursor=%00',
  '?cursor=abc',
  `?q=${'a'.repeat(101)}`,
  `/${'1'.repeat(41)}`,
])('%s is refused as wrong input', async (path, { world }) => {
  const { status, body } = await get(world, path)

  expect(status).toBe(400)
  expect(body.title).toBeTypeOf('string')
})
