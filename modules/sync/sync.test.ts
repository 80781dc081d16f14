import { expect } from 'vitest'
import { sql } from '#platform/db'
import { findDossier, timelineOf } from '#register'
import { addPerson } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { openIntegrationAccount } from './account.ts'

const LOGIN = '/VXPAdapter/RestService/forward/mapi/login?dstcode=VN:GOV:000.00.00.G22:vpcpdvcprovider'
const SERVICE = '/XrdAdapter/RestService/forward/mapi/g?dstcode=VN%3AGOV%3A000.00.00.G22%3Avpcpdvcprovider'

type Said = {
  error_code: string
  message: string
  session?: string
  result?: readonly Record<string, string>[]
}

let accounts = 0

async function agency(
  world: World,
  code = 'H36',
  given: { granted?: string[]; repeatsAreFine?: boolean } = {},
) {
  accounts += 1
  const username = `${code}-${accounts}`
  const password = 'một mật khẩu của hệ thống'
  await openIntegrationAccount(world.db, {
    agency: code,
    username,
    password,
    by: 'test',
    now: new Date(),
    ...given,
  })
  const post = async (url: string, payload: unknown): Promise<Said> => {
    const answer = await world.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    })
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([
      url,
      200,
      'application/json; charset=utf-8',
    ])
    expect(answer.body).not.toContain('\\u')
    return JSON.parse(answer.body) as Said
  }
  const { session = '' } = await post(LOGIN, { username, password })
  const madonvi = `000.00.00.${code}`
  const send = (service: string, params: object = {}) =>
    post(SERVICE, { session, madonvi, service, ...params })
  return { username, password, session, madonvi, post, send }
}

const row = (MaHoSo: string, more: Record<string, unknown> = {}) => ({
  MaHoSo,
  MaTTHC: '1.001193',
  TenTTHC: 'Thủ tục đăng ký khai sinh',
  MaLinhVuc: 'HT',
  TenLinhVuc: 'Hộ tịch',
  KenhThucHien: '1',
  ChuHoSo: 'Nguyễn Thị Hoa',
  LoaiDoiTuong: '1',
  MaDoiTuong: '',
  TrichYeuHoSo: 'Đăng ký khai sinh',
  NgayTiepNhan: '20261120080000',
  NgayHenTra: '20261125170000',
  TrangThaiHoSo: '2',
  HinhThuc: '0',
  DonViXuLy: 'Sở Tư pháp',
  TaiLieuNop: [],
  ...more,
})

test('a client logs in, sends a dossier and its steps, and the register and public tracking have it at once', async ({
  world,
}) => {
  const { send } = await agency(world)
  const code = '000.00.00.H36-261120-0001'
  const empty = await send('TraCuuHoSo', { mahoso: code })
  const inserted = await send('DongBoHoSoMC', { isUpdating: 'False', data: [row(code)] })
  const found = await send('TraCuuHoSo', { mahoso: code })
  const updated = await send('DongBoHoSoMC', {
    isUpdating: 'True',
    data: [row(code, { TrangThaiHoSo: '9', NgayKetThucXuLy: '20261123090000' })],
  })
  const stepped = await send('CapNhatTienDoHoSoMC', {
    data: [
      {
        MaHoSo: code,
        NguoiXuLy: 'Lê Thị Mai',
        ChucDanh: '',
        ThoiDiemXuLy: '20261121093000',
        PhongBanXuLy: 'Phòng Hộ tịch',
        NoiDungXuLy: 'Thẩm định',
        TrangThai: '4',
      },
    ],
  })
  const tracked = await world.app.inject(`/api/v1/dossiers/${code}`)

  expect(empty).toMatchObject({ error_code: '0', result: [] })
  expect(inserted).toMatchObject({ error_code: '0' })
  expect(inserted.message).toMatch(/thành công/i)
  expect(found.result).toHaveLength(1)
  expect(updated.message.toLowerCase()).toContain('cập nhật thành công')
  expect(stepped.error_code).toBe('0')
  expect(tracked.json()).toMatchObject({ code, status: { number: 9 } })
  const dossier = await findDossier(world.db, code)
  expect(dossier).toMatchObject({
    door: 'sync',
    agency: 'H36',
    agencyName: 'Sở Tư pháp',
    status: 9,
    version: 3,
  })
  const events = await timelineOf(world.db, code)
  expect(events.map(({ act, toStatus, isIrregular }) => [act, toStatus, isIrregular])).toEqual([
    ['synced', 2, false],
    ['synced', 9, true],
    // Of a moment before what is known already: in the course, not in the present.
    ['progressed', 4, false],
  ])
})

test('the same again is nothing new; a dossier that is sent as new once more exists, and is not made twice', async ({
  world,
}) => {
  const { send } = await agency(world)
  const data = [row('H36-REPEAT-1')]
  await send('DongBoHoSoMC', { isUpdating: 'False', data })
  const again = await send('DongBoHoSoMC', { isUpdating: 'False', data })
  const update = await send('DongBoHoSoMC', { isUpdating: 'True', data })
  const parked = await agency(world, 'H37', { repeatsAreFine: true })
  await parked.send('DongBoHoSoMC', { isUpdating: 'False', data: [row('H37-REPEAT-1')] })
  const fine = await parked.send('DongBoHoSoMC', { isUpdating: 'False', data: [row('H37-REPEAT-1')] })

  expect(again.error_code).toBe('3')
  expect(again.message).toContain('đã tồn tại')
  expect(update.error_code).toBe('0')
  expect(fine.error_code).toBe('0')
  expect(await timelineOf(world.db, 'H36-REPEAT-1')).toHaveLength(1)
})

test('good items of a message are stored, bad ones are told by field and code, and the whole message is kept', async ({
  world,
}) => {
  const { send } = await agency(world)
  const said = await send('DongBoHoSoMC', {
    isUpdating: 'False',
    data: [
      row('H36-GOOD-1'),
      row('H36-BAD-1', { TrangThaiHoSo: '11' }),
      row('H36-BAD-2', { NgayTiepNhan: '19000101000000' }),
      row('H36-BAD-3', { GhiChu: 'x'.repeat(2_001) }),
      row('H36-BAD-4', { MaTTHC: '9.999999' }),
      row('H36-BAD-5', { TaiLieuNop: [{ TenTepDinhKem: 'a' }, { IsDeleted: 'không biết' }] }),
      row('H36-BAD-6', { ChuHoSo: { ten: 'x' } }),
      row(''),
    ],
  })

  expect(said.error_code).toBe('1')
  expect(said.message).not.toMatch(/thành công/i)
  for (const words of [
    'H36-BAD-1',
    'TrangThaiHoSo',
    'NgayTiepNhan',
    'GhiChu',
    'MaTTHC',
    'TaiLieuNop[1].IsDeleted',
  ])
    expect(said.message).toContain(words)
  expect(said.result?.map(({ error_code: code }) => code)).toEqual(['0', '1', '1', '1', '1', '1', '1', '1'])
  expect(await findDossier(world.db, 'H36-GOOD-1')).toMatchObject({ status: 2 })
  expect(await findDossier(world.db, 'H36-BAD-1')).toBeUndefined()
  const [message] = await world.db.many<{
    items: number
    stored: number
    refused: number
    faults: { field: string }[]
  }>(sql`
    select m.items, m.stored, m.refused, m.faults from sync.message m where m.agency = 'H36' and m.items = 8`)
  expect(message).toMatchObject({ items: 8, stored: 1, refused: 7 })
  expect(message?.faults).toContainEqual({
    code: 'H36-BAD-1',
    field: 'TrangThaiHoSo',
    why: expect.any(String),
  })
})

test.each([
  [
    'a wrong password',
    (a: A) => a.post(LOGIN, { username: a.username, password: 'x' }),
    /mật khẩu không đúng/,
  ],
  ['no password', (a: A) => a.post(LOGIN, {}), /Thiếu username/],
  ['no session', (a: A) => a.post(SERVICE, { madonvi: a.madonvi, service: 'TraCuuHoSo' }), /Thiếu session/],
  ['an unknown session', (a: A) => a.post(SERVICE, { session: 'x', service: 'TraCuuHoSo' }), /session/],
  [
    'another agency',
    (a: A) =>
      a.post(SERVICE, { session: a.session, madonvi: '000.00.00.H01', service: 'DongBoHoSoMC', data: [] }),
    /madonvi/,
  ],
  ['an unknown service', (a: A) => a.send('LayTatCa'), /Không có dịch vụ LayTatCa/],
  ['broken JSON', (a: A) => a.post(SERVICE, '{"session": "x", '), /JSON sai cú pháp/],
  ['another encoding', (a: A) => a.post(SERVICE, Buffer.from([0x7b, 0x22, 0xe0, 0x22, 0x7d])), /UTF-8/],
  ['a list instead of an envelope', (a: A) => a.post(SERVICE, '[1]'), /đối tượng JSON/],
  ['no data', (a: A) => a.send('DongBoHoSoMC', { isUpdating: 'True' }), /Thiếu data/],
  [
    'too many items',
    (a: A) => a.send('DongBoHoSoMC', { data: Array.from({ length: 10_001 }, () => ({})) }),
    /10001/,
  ],
  ['items that are none', (a: A) => a.send('DongBoHoSoMC', { data: ['x'] }), /data\[0\]/],
  ['too large', (a: A) => a.post(SERVICE, 'x'.repeat(21 * 1_048_576)), /20 MB/],
])('%s is answered in the channel’s own way, with 200', async (_name, ask, words) => {
  const said = await ask(await agency(current))

  expect(said.error_code).toBe('-1')
  expect(said.message).toMatch(words)
})
type A = Awaited<ReturnType<typeof agency>>

test('an agency changes none but its own dossiers, and reads none but its own', async ({ world }) => {
  const [one, two] = [await agency(world, 'H36'), await agency(world, 'H21')]
  await one.send('DongBoHoSoMC', { isUpdating: 'False', data: [row('SHARED-1')] })
  const stolen = await two.send('DongBoHoSoMC', {
    isUpdating: 'True',
    data: [row('SHARED-1', { ChuHoSo: 'Kẻ khác', TrangThaiHoSo: '10' })],
  })
  const step = await two.send('CapNhatTienDoHoSoMC', {
    data: [
      {
        MaHoSo: 'SHARED-1',
        NguoiXuLy: 'a',
        ThoiDiemXuLy: '20261124000000',
        NoiDungXuLy: 'b',
        TrangThai: '10',
      },
    ],
  })
  const read = await two.send('TraCuuHoSo', { mahoso: 'SHARED-1' })

  expect(stolen.error_code).toBe('-1')
  expect(stolen.message).toContain('SHARED-1')
  expect(step.error_code).toBe('-1')
  expect(read.result).toEqual([])
  expect(await findDossier(world.db, 'SHARED-1')).toMatchObject({
    agency: 'H36',
    status: 2,
    applicant: { name: 'Nguyễn Thị Hoa' },
  })
  const granted = await agency(world, 'H21', { granted: ['H36'] })
  const allowed = await granted.post(SERVICE, {
    session: granted.session,
    madonvi: 'H36',
    service: 'DongBoHoSoMC',
    isUpdating: 'True',
    data: [row('SHARED-1', { TrangThaiHoSo: '4' })],
  })
  expect(allowed.error_code).toBe('0')
})

test('sixty threads that log in at once get sixty sessions, and each of them works', async ({ world }) => {
  const { post, username, password, madonvi } = await agency(world)
  const sessions = await Promise.all(
    Array.from({ length: 60 }, async () => (await post(LOGIN, { username, password })).session),
  )

  expect(new Set(sessions).size).toBe(60)
  for (const session of [sessions[0], sessions[59]])
    expect((await post(SERVICE, { session, madonvi, service: 'TraCuuHoSo', mahoso: 'x' })).error_code).toBe(
      '0',
    )
})

test('the citizen’s own list shows a dossier that an agency reported under their number', async ({
  world,
}) => {
  const person = await addPerson(world.db)
  const { send } = await agency(world)
  await send('DongBoHoSoMC', {
    isUpdating: 'False',
    data: [
      row('OWNED-1', { SoGiayToChuHoSo: person.personalId }),
      row('OWNED-2', { MaDoiTuong: person.accountId }),
    ],
  })

  for (const code of ['OWNED-1', 'OWNED-2'])
    expect((await findDossier(world.db, code))?.applicant.owner).toBe(person.accountId)
  const tech = await send('TraCuuTechID', { provider: 'wso2is', mstorcmnd: person.personalId })
  expect(tech.result).toEqual([{ TECHNICALID: person.accountId }])
  expect((await send('TraCuuTechID', { mstorcmnd: '000000001' })).result).toEqual([])
})

test('catalogues are answered as clients read them', async ({ world }) => {
  const { send } = await agency(world)
  const [one] = (await send('LayThuTuc', { maTTHC: '1.001193' })).result ?? []
  const other = await send('LayThuTuc', { MaTTHC: '1.001193.000.00.00.H36' })

  expect(one).toMatchObject({ MATTHC: '1.001193', TRANGTHAI: '1' })
  expect(one?.['LINHVUCTHUCHIEN']).toHaveLength(1)
  expect(other.result).toHaveLength(1)
  expect((await send('LayThuTuc', { maTTHC: '9.999999' })).result).toEqual([])
  for (const service of [
    'LayDanhSachTTHC',
    'LayDanhMucCoQuan',
    'LayDanhMucLinhVuc',
    'LayDanhMucTinhThanh',
    'LayDanhMucGioiTinh',
  ])
    expect([service, (await send(service)).result?.length ?? 0]).toEqual([service, expect.any(Number)])
  const dvc = await send('LayDVC')
  expect((dvc.result as unknown as { data: unknown[] }).data.length).toBeGreaterThan(0)
})

let current: World
test.beforeEach(({ world }) => {
  current = world
  world.setClock(new Date('2026-11-27T10:00:00+07:00'))
})

test('the board counts what an agency sent, what of it was wrong or told again, and how late it came', async ({
  world,
}) => {
  const { send } = await agency(world, 'H22')
  const data = [row('H22-BOARD-1'), row('H22-BOARD-2', { TrangThaiHoSo: '99' })]
  await send('DongBoHoSoMC', { isUpdating: 'False', data })
  await send('DongBoHoSoMC', { isUpdating: 'True', data: [row('H22-BOARD-1')] })
  const { feeds } = (await world.app.inject('/api/v1/feeds')).json<{ feeds: Record<string, unknown>[] }>()
  const page = await world.app.inject('/ket-noi')
  const csv = await world.app.inject('/ket-noi/du-lieu.csv')

  expect(feeds.find((feed) => feed['agency'] === 'H22')).toMatchObject({
    messages: 2,
    items: 3,
    stored: 1,
    repeated: 1,
    refused: 1,
    lagHours: expect.closeTo(170, 0),
  })
  expect(page.body).toContain('đang kết nối')
  expect(csv.body).toContain('H22,')
  expect((await world.app.inject('/ket-noi/tai-lieu')).body).toContain('TrichYeuHoSo')
})
