import { expect } from 'vitest'
import { findDossier, timelineOf } from '#register'
import { FAMILY_D } from '../../sandbox/agency-onestop/family-d.ts'
import { lifeOf } from '../../sandbox/agency-onestop/life.ts'
import { test, type World } from '../../test/support/world.ts'
import { openIntegrationAccount } from './account.ts'

const NOW = new Date('2026-11-27T10:00:00+07:00')
let accounts = 0

/** A ministry's platform that is signed in for an agency. */
async function platform(world: World, agency = 'H21') {
  world.setClock(NOW)
  accounts += 1
  const username = `platform-${accounts}`
  const password = 'một mật khẩu của nền tảng'
  await openIntegrationAccount(world.db, { agency, username, password, by: 'test', now: NOW })
  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, token?: string) => {
    const answer = await world.app.inject({
      method,
      url,
      ...(payload && { payload }),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    })
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    return { status: answer.statusCode, said: answer.json<Record<string, unknown> & { message: string }>() }
  }
  const { said } = await call('POST', '/NoiHoSo/GetToken', { client_id: username, client_secret: password })
  const { access_token: token } = said['data'] as { access_token: string }
  return { username, password, token, call }
}

const dossier = (MaHoSo: string, more: object = {}) => ({
  MaHoSo,
  MaTTHC: '1.001193',
  ChuHoSo: 'Nguyễn Thị Hoa',
  LoaiDoiTuong: 0,
  MaDonViTiepNhan: 'H21',
  NgayNop: '2026-11-20 08:00:00',
  NgayTiepNhan: '2026-11-20 09:00:00',
  ...more,
})

test('family D lets a dossier live from its number to its result, and the register has every step', async ({
  world,
}) => {
  const { username, password } = await platform(world)
  const memory = new Map<string, string>()
  const life = lifeOf('H21-D', 0)
  const client = {
    username,
    password,
    madonvi: 'H21',
    memory,
    send: async ({
      method,
      path,
      headers = {},
      body,
      file,
    }: Parameters<Parameters<typeof FAMILY_D.deliver>[0]['send']>[0]) => {
      const form = file && multipart(file)
      const answer = await world.app.inject({
        method,
        url: path,
        headers: { ...headers, ...(form && { 'content-type': form.type }) },
        ...(form ? { payload: form.body } : body !== undefined && { payload: JSON.stringify(body) }),
      })
      return { status: answer.statusCode, text: answer.body }
    },
  }
  for (const change of life.changes) {
    // A moment of its own for each state, as in life.
    world.setClock(new Date(NOW.getTime() + change.number * 60_000))
    expect(await FAMILY_D.deliver(client, life, change)).toBe(true)
  }

  const page = FAMILY_D.book(life, memory)
  expect(page.code).toMatch(/^H21-\d{6,8}-\d+$/)
  expect(await findDossier(world.db, page.code)).toMatchObject({
    status: page.status,
    applicant: { kind: 'organization', name: page.applicant },
    procedureName: 'Thủ tục đăng ký khai sinh',
  })
  const steps = (await timelineOf(world.db, page.code)).filter(({ act }) => act === 'progressed')
  expect(steps).toHaveLength(page.steps)
})

test('a code comes by either address, no two are the same, and a dossier that is sent twice is one', async ({
  world,
}) => {
  const { call, token } = await platform(world)
  const first = await call('GET', '/NoiHoSo/GetNextValue?code=H21', undefined, token)
  const second = await call('PUT', '/bt/pattern/7/--get-next-value?code=H21', undefined, token)
  expect(first.said['value']).not.toBe(second.said['value'])
  const code = String(first.said['value'])
  const made = await call('POST', '/NoiHoSo/CreateDossier', dossier(code), token)
  const again = await call('POST', '/NoiHoSo/CreateDossier', dossier(code), token)

  expect(made.said).toMatchObject({ code: 200, data: { maHoSo: code, idHoSo: expect.any(String) } })
  expect(again.said).toEqual(made.said)
  expect(await timelineOf(world.db, code)).toHaveLength(1)
})

type Platform = Awaited<ReturnType<typeof platform>>

test.each<[string, number, RegExp, (p: Platform) => ReturnType<Platform['call']>]>([
  [
    'a wrong secret',
    401,
    /client_secret/,
    ({ call, username }) => call('POST', '/NoiHoSo/GetToken', { client_id: username, client_secret: 'x' }),
  ],
  ['no secret', 400, /client_id/, ({ call }) => call('POST', '/NoiHoSo/GetToken', {})],
  ['no token', 401, /token/, ({ call }) => call('GET', '/NoiHoSo/GetNextValue?code=H21')],
  ['no code', 400, /code/, ({ call, token }) => call('GET', '/NoiHoSo/GetNextValue', undefined, token)],
  [
    'another agency',
    403,
    /G01/,
    ({ call, token }) => call('GET', '/NoiHoSo/GetNextValue?code=G01', undefined, token),
  ],
  ['no files', 400, /files/, ({ call, token }) => call('POST', '/NoiHoSo/UploadFile', {}, token)],
  [
    'a missing field',
    400,
    /ChuHoSo/,
    ({ call, token }) => call('POST', '/NoiHoSo/CreateDossier', dossier('D-1', { ChuHoSo: '' }), token),
  ],
  [
    'another meaning of the owner',
    400,
    /LoaiDoiTuong/,
    ({ call, token }) => call('POST', '/NoiHoSo/CreateDossier', dossier('D-1', { LoaiDoiTuong: 4 }), token),
  ],
  [
    'an unknown procedure',
    400,
    /MaTTHC/,
    ({ call, token }) =>
      call('POST', '/NoiHoSo/CreateDossier', dossier('D-1', { MaTTHC: '9.999999' }), token),
  ],
  [
    'a file that was never sent',
    400,
    /IdGiayTo/,
    ({ call, token }) =>
      call(
        'POST',
        '/NoiHoSo/CreateDossier',
        dossier('D-1', {
          ThanhPhanHoSo: [
            { GiayToDinhKem: [{ IdGiayTo: '00000000-0000-7000-8000-000000000000', HashTepTin: '' }] },
          ],
        }),
        token,
      ),
  ],
  [
    'an unknown dossier',
    404,
    /D-9/,
    ({ call, token }) => call('POST', '/NoiHoSo/CapNhatTrangThai', [{ MaHoSo: 'D-9', TrangThai: 4 }], token),
  ],
  [
    'a list that is none',
    400,
    /data/,
    ({ call, token }) => call('POST', '/NoiHoSo/CapNhatTienTrinh', ['x'], token),
  ],
])('%s is answered %i in words', async (_name, status, words, ask) => {
  const answer = await ask(await platform(current))

  expect(answer.status).toBe(status)
  expect(answer.said.message).toMatch(words)
})

let current: World
test.beforeEach(({ world }) => {
  current = world
})

test('another platform’s dossier is neither made again nor moved, and a state must be one of ten', async ({
  world,
}) => {
  const [one, two] = [await platform(world), await platform(world, 'H36')]
  await one.call('POST', '/NoiHoSo/CreateDossier', dossier('D-OWN-1'), one.token)
  const stolen = await two.call(
    'POST',
    '/NoiHoSo/CreateDossier',
    dossier('D-OWN-1', { MaDonViTiepNhan: 'H36' }),
    two.token,
  )
  const moved = await two.call(
    'POST',
    '/NoiHoSo/CapNhatTrangThai',
    [{ MaHoSo: 'D-OWN-1', TrangThai: 10 }],
    two.token,
  )
  const wrong = await one.call(
    'POST',
    '/NoiHoSo/CapNhatTrangThai',
    [{ MaHoSo: 'D-OWN-1', TrangThai: 11 }],
    one.token,
  )

  expect([stolen.status, moved.status, wrong.status]).toEqual([403, 403, 400])
  expect(wrong.said.message).toContain('TrangThai')
  expect(await findDossier(world.db, 'D-OWN-1')).toMatchObject({ agency: 'H21', status: 2 })
})

function multipart({ field, name, bytes }: { field: string; name: string; bytes: Buffer }) {
  const mark = 'a-line-between-parts'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${mark}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
  }
}
