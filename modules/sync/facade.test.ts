import { expect } from 'vitest'
import { findDossier, timelineOf } from '#register'
import { addPerson } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { openIntegrationAccount } from './account.ts'
import { agencyOfNetwork } from './network.ts'

const NOW = new Date('2026-11-27T10:00:00+07:00')
const TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** From a network that is registered for H21, unless another address is said. */
async function post(world: World, url: string, payload: unknown, remoteAddress = '10.21.0.5') {
  const answer = await world.app.inject({
    method: 'POST',
    url,
    headers: TYPE,
    payload: JSON.stringify(payload),
    remoteAddress,
  })
  expect(answer.statusCode).toBe(200)
  return { ...(JSON.parse(answer.body) as { error_code: string; message: string }), raw: answer.body }
}

/** As family B judges an answer (its C# client). */
const isDoneForB = ({ error_code: code, message }: { error_code: string; message: string }) =>
  code === '0' && message.toLowerCase().includes('thành công')

const b = (MaHoSo: string, more: object = {}) => ({
  MaHoSo,
  MaTTHC: '1.001193',
  TenTTHC: 'Thủ tục đăng ký khai sinh',
  KenhThucHien: '2',
  ChuHoSo: 'Rơ Châm H’Bluih',
  SoGiayToChuHoSo: null,
  LoaiDoiTuong: '1',
  MaDoiTuong: null,
  DinhDanhCHS: [{ LoaiDinhDanh: '2', SoDinhDanh: '000000001' }],
  Email: null,
  Fax: null,
  ThongTinKhac: null,
  TrichYeuHoSo: 'Dinhkem',
  NgayNopHoSo: '20261120075500',
  NgayTiepNhan: '20261120080000',
  NgayHenTra: null,
  TrangThaiHoSo: '2',
  HinhThuc: '0',
  DonViXuLy: 'UBND xã Ia Hrung',
  GhiChu: null,
  NoiNopHoSo: '2',
  HoSoCoThanhPhanSoHoa: 1,
  TaiKhoanDuocXacThucVoiVNeID: 0,
  DuocThanhToanTrucTuyen: 3,
  DSKetNoiCSDL: [{ MaCSDL: '7' }],
  TaiLieuNop: [{ TepDinhKemId: null, TenTepDinhKem: 'Giấy chứng sinh.pdf', IsDeleted: null, DuocSoHoa: 1 }],
  DanhSachLePhi: [
    { TenPhiLePhi: 'Lệ phí', MaPhiLePhi: '', HinhThucThu: '1', Gia: '8000', LoaiPhiLePhi: '2' },
  ],
  DanhSachTepDinhKemKhac: [{ TenGiayTo: 'x', SoLuong: 1, LoaiGiayTo: 2 }],
  DanhSachHoSoBoSung: [
    {
      HoSoBoSungId: 5,
      NoiDungBoSung: 'x',
      NgayBoSung: '2026-11-21T08:00:00',
      TrangThaiBoSung: true,
      DanhSachGiayToBoSung: [],
    },
  ],
  DanhSachGiayToKetQua: [],
  ...more,
})

test('family B adds, is told that it exists, updates, and sends its steps in tens, again and again', async ({
  world,
}) => {
  world.setClock(NOW)
  const added = await post(world, '/KetNoiMotCuaQuocGia/DongBoHoSoMC', [b('H21.9-B-1')])
  const again = await post(world, '/KetNoiMotCuaQuocGia/DongBoHoSoMC', [b('H21.9-B-1')])
  const updated = await post(world, '/KetNoiMotCuaQuocGia/CapNhatHoSoMC', [
    b('H21.9-B-1', { TrangThaiHoSo: '9', NgayKetThucXuLy: '20261122100000' }),
  ])
  const steps = Array.from({ length: 10 }, (_, at) => ({
    MaHoSo: 'H21.9-B-1',
    NguoiXuLy: 'Chuyên viên',
    ChucDanh: null,
    ThoiDiemXuLy: `202611210${at}0000`,
    PhongBanXuLy: null,
    NoiDungXuLy: at === 0 ? 'Tiếp nhận hồ sơ' : `Bước ${at}`,
    TrangThai: at === 0 ? 2 : '4',
  }))
  const sent = [
    await post(world, '/KetNoiMotCuaQuocGia/CapNhatTienDoHoSoMC', steps),
    await post(world, '/KetNoiMotCuaQuocGia/CapNhatTienDoHoSoMC', steps),
  ]

  expect(isDoneForB(added)).toBe(true)
  expect(['3', '-3']).toContain(again.error_code)
  expect(again.message).toContain('đã tồn tại')
  expect(isDoneForB(updated)).toBe(true)
  for (const one of sent) expect(one.raw.toLowerCase()).toContain('thành công')
  expect(await timelineOf(world.db, 'H21.9-B-1')).toHaveLength(12)
  expect(await findDossier(world.db, 'H21.9-B-1')).toMatchObject({
    status: 9,
    agency: 'H21',
    agencyName: 'UBND xã Ia Hrung',
  })
})

test('family C: accepted is 1 and then 2 at once, a supplement is 1 again, the result is 10', async ({
  world,
}) => {
  world.setClock(NOW)
  const send = (status: string, isUpdating: string, more: object = {}) =>
    post(world, `/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=000.00.01.H21&isUpdating=${isUpdating}`, [
      {
        MaHoSo: '000.00.01.H21-261120-0007',
        MaTTHC: null,
        TenTTHC: null,
        ChuHoSo: 'Nguyễn Văn Ba',
        MaDoiTuong: '064085001234',
        LoaiDoiTuong: '1',
        SoBienNhan: '',
        NgayTiepNhan: '20261120080000',
        NgayHenTra: '',
        TrangThaiHoSo: status,
        HinhThuc: '0',
        DonViXuLy: null,
        ...more,
      },
    ])
  const statuses: unknown[] = []
  for (const [status, isUpdating, more] of [
    ['1', 'False', {}],
    ['2', 'True', {}],
    ['1', 'True', { GhiChu: 'bổ sung' }],
    ['10', 'True', { NgayTra: '20261125080000' }],
  ] as const) {
    const said = await send(status, isUpdating, more)
    expect([status, said.error_code]).toEqual([status, '0'])
    const dossier = await findDossier(world.db, '000.00.01.H21-261120-0007')
    statuses.push([dossier?.status, dossier?.turn])
  }

  expect(statuses).toEqual([
    [1, 'agency'],
    [2, 'agency'],
    [1, 'applicant'],
    [10, 'nobody'],
  ])
})

test('the catalogue is a text inside message; a technical id stands as it is, for a session', async ({
  world,
}) => {
  world.setClock(NOW)
  const get = async (url: string, headers: Record<string, string> = {}, remoteAddress = '10.21.0.5') => {
    const answer = await world.app.inject({ url, headers, remoteAddress })
    return JSON.parse(answer.body) as { error_code: string; message: string; result?: unknown[] }
  }
  const one = await get('/KetNoiMotCuaQuocGia/LayThuTuc?maTTHC=1.001193')
  const person = await addPerson(world.db)
  await openIntegrationAccount(world.db, {
    agency: 'H21',
    username: 'facade',
    password: 'mật khẩu',
    by: 'test',
    now: NOW,
  })
  const login = await world.app.inject({
    method: 'POST',
    url: '/mapi/login',
    headers: TYPE,
    payload: JSON.stringify({ username: 'facade', password: 'mật khẩu' }),
  })
  const { session } = login.json<{ session: string }>()
  const tech = await get(
    `/KetNoiMotCuaQuocGia/TraCuuTechID?mstorcmnd=${person.personalId}`,
    { authorization: `Bearer ${session}` },
    '192.0.2.1',
  )
  const nobody = await get('/KetNoiMotCuaQuocGia/LayDanhSachTTHC', {}, '192.0.2.1')

  expect((JSON.parse(one.message) as { result: unknown[] }).result).toHaveLength(1)
  expect(tech.result).toEqual([{ TECHNICALID: person.accountId }])
  expect(nobody.message).toContain('chưa được đăng ký')
})

test('without a registered network or a session nothing is taken, and a network speaks for none above or beside it', async ({
  world,
}) => {
  world.setClock(NOW)
  const stranger = await post(world, '/KetNoiMotCuaQuocGia/DongBoHoSoMC', [b('X-1')], '192.0.2.1')
  const beside = await post(
    world,
    '/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=000.00.00.H36&isUpdating=False',
    [b('X-2')],
  )
  const below = await post(world, '/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=000.00.17.H21&isUpdating=False', [
    b('X-3'),
  ])
  const notices = await post(world, '/KetNoiMotCuaQuocGia/DongBoTrangThaiHoSoKM', {
    MaHoSo: 'X-4',
    TrangThaiHoSo: '11',
    TepDinhKemId: null,
  })

  expect(stranger.error_code).toBe('-1')
  expect(beside.error_code).toBe('-1')
  expect(below.error_code).toBe('0')
  expect(notices.error_code).toBe('0')
  expect(await findDossier(world.db, 'X-4')).toMatchObject({ status: 3 })
  expect([await findDossier(world.db, 'X-1'), await findDossier(world.db, 'X-2')]).toEqual([
    undefined,
    undefined,
  ])
})

test('of two networks the narrower one speaks', () => {
  const of = agencyOfNetwork([
    { address: '10.0.0.0', prefix: 8, agencyCode: 'H21' },
    { address: '10.1.2.0', prefix: 24, agencyCode: 'H21.17' },
    { address: 'fd00::', prefix: 16, agencyCode: 'H36' },
  ])

  expect(['10.1.2.3', '::ffff:10.9.9.9', '11.0.0.1', 'fd00::5'].map(of)).toEqual([
    'H21.17',
    'H21',
    undefined,
    'H36',
  ])
})
