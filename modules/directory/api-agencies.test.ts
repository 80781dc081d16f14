import { describe, expect } from 'vitest'
import { test, type World } from '../../test/support/world.ts'

async function get(world: World, path: string) {
  const response = await world.app.inject(`/api/v1/agencies${path}`)
  return { status: response.statusCode, body: response.json(), headers: response.headers }
}

describe('one agency', () => {
  test.for(['H21.17', '000.00.17.H21', 'h21-17', '000-00-17-h21'])('%s is found', async (code, { world }) => {
    const { status, body } = await get(world, `/${code}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      handle: 'H21.17',
      code: 'H21.17',
      name: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai',
      kind: 'department',
      status: 'current',
      codes: [
        { format: 'v2', code: 'H21.17' },
        { format: 'v1', code: '000.00.17.H21' },
      ],
      parent: { handle: 'H21' },
    })
  })

  test('a dissolved ministry says what it is now, and which parts went elsewhere', async ({ world }) => {
    const { body } = await get(world, '/G07')

    expect(body).toMatchObject({ status: 'dissolved', dissolvedOn: '2025-03-01' })
    expect(body.presentSuccessors[0]).toMatchObject({ agency: { name: 'Bộ Nội vụ' }, takesAll: true })
    expect(body.successors.map((row: { scope?: string }) => row.scope)).toContain('Giáo dục nghề nghiệp')
  })

  test('a working agency has office hours for each weekday, a dissolved one none', async ({ world }) => {
    const { body } = await get(world, '/G15')

    expect(body.officeHours).toHaveLength(7)
    expect(body.officeHours[0]).toEqual({ weekday: 1, hours: '07:30-11:30,13:00-17:00' })
    expect((await get(world, '/G07')).body).not.toHaveProperty('officeHours')
  })

  test('a ministry took over two', async ({ world }) => {
    const { body } = await get(world, '/G12')

    expect(body.predecessors.map((row: { agency: { code: string } }) => row.agency.code)).toEqual(
      ['G24', 'G05'].sort(),
    )
  })

  test('asked for a day, it has the name and the status of that day', async ({ world }) => {
    const { body } = await get(world, '/G10?at=2024-12-31')
    const { body: binhDinh } = await get(world, '/H08?at=2024-12-31')

    expect(body.name).toBe('Bộ Nông nghiệp và Phát triển nông thôn')
    expect(binhDinh).toMatchObject({ status: 'current', presentSuccessors: [], unit: { code: '52' } })
    expect((await get(world, '/G10?at=2024-02-30')).status).toBe(400)
  })

  test('a commune has no code, and is found by its handle', async ({ world }) => {
    const { body } = await get(world, '/ubnd-00004')

    expect(body).toMatchObject({
      name: 'Ủy ban nhân dân phường Ba Đình',
      codes: [],
      unit: { level: 'commune', code: '00004' },
      parent: { code: 'H26' },
    })
    expect(body).not.toHaveProperty('code')
  })

  test.for([
    ['H2O', 'H20'],
    ['H290', 'H29'],
    ['H21.99', 'H21'],
    ['000.1137.H21', 'H21'],
    ['000.00.99.H53', 'H53'],
    ['17.H21', 'H21.17'],
    ['bo-tai-chinh', 'G12'],
  ])('%s is unknown, and %s is near', async ([written = '', near], { world }) => {
    const { status, body } = await get(world, `/${encodeURIComponent(written)}`)

    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'directory.agency_unknown', title: 'Không tìm thấy cơ quan này.' })
    expect(body.details.near.join('\n')).toMatch(new RegExp(`^/co-quan/${near} `, 'm'))
  })

  test.for(['%00', '%25', "'", '%F0%9F%98%80', '..%2F..', 'null', '0'.repeat(64)])(
    'the strange code %s is answered',
    async (code, { world }) => {
      expect((await get(world, `/${code}`)).status).toBe(404)
    },
  )
})

describe('the list', () => {
  test('filters stand together', async ({ world }) => {
    const { body } = await get(world, '?level=province&kind=department&parent=000.00.00.H21&q=so%20van%20hoa')

    expect(body.items.map((item: { code: string }) => item.code)).toEqual(['H21.17'])
  })

  test('it goes on where it stopped, and ends', async ({ world }) => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await get(world, `?parent=H29&limit=50${cursor}`)
      seen.push(...body.items.map((item: { handle: string }) => item.handle))
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)

    expect(seen).toHaveLength(169)
    expect(new Set(seen).size).toBe(169)
    expect(seen[0]).toBe('trung-tam-79')
  })

  test('a question goes on where it stopped too, the names that were asked for first', async ({ world }) => {
    const names: string[] = []
    let cursor = ''
    do {
      const { body } = await get(world, `?q=${encodeURIComponent('ubnd tân thành')}&limit=4${cursor}`)
      names.push(
        ...body.items.map((item: { name: string; parentName: string }) => `${item.name}, ${item.parentName}`),
      )
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)

    expect(new Set(names).size).toBe(names.length)
    const named = names.findIndex((name) => !/ Tân Th[aàạ]nh,/.test(name))
    expect(named).toBeGreaterThan(10)
    expect(names.slice(named).filter((name) => / Tân Thành,/.test(name))).toEqual([])
  })

  test('dissolved agencies come with what they are now', async ({ world }) => {
    const { body } = await get(world, '?status=dissolved&limit=200')

    expect(body.items).toHaveLength(35)
    for (const item of body.items) expect(item.presentSuccessors[0].takesAll, item.code).toBe(true)
  })

  test.for(['?kind=bo', '?limit=0', '?limit=201', '?cursor=abc', `?q=${'a'.repeat(201)}`])(
    '%s is refused with a reason',
    async (query, { world }) => {
      const { status, body } = await get(world, query)

      expect(status).toBe(400)
      expect(body.code).toMatch(/^(request|directory)\./)
    },
  )

  test('an unknown parent gets near matches, a question without words gets nothing', async ({ world }) => {
    expect((await get(world, '?parent=H2O')).body.details.near[0]).toContain('/co-quan/H20 ')
    expect((await get(world, '?q=%25%25')).body.items).toEqual([])
  })
})
