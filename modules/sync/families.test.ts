import { expect } from 'vitest'
import type { Ask, Client } from '../../sandbox/agency-onestop/client.ts'
import { FAMILIES } from '../../sandbox/agency-onestop/families.ts'
import { lifeOf } from '../../sandbox/agency-onestop/life.ts'
import { addPerson } from '../../test/support/people.ts'
import { test, type World } from '../../test/support/world.ts'
import { openIntegrationAccount } from './account.ts'

const NOW = new Date('2026-11-27T10:00:00+07:00')
const ADAPTER = '/VXPAdapter/RestService/forward/mapi'
const PASSWORD = 'một mật khẩu của hệ thống'
/** What was seen to work in this run: service, family. */
const seen: [service: string, family: string][] = []
const username = 'family'
/** One account for all lines: its password takes its time. */
let opened: Promise<unknown> | undefined

type Said = {
  readonly error_code: unknown
  readonly message: string
  readonly session?: string
  readonly result?: unknown
  readonly data?: unknown
}
type Desk = {
  readonly client: Client
  readonly personalId: string
  readonly ask: (service: string, params?: object) => Promise<Said>
  readonly raw: (
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<string>
}

/** A system of agency H21, signed in, from a network that is registered for it. */
async function desk(world: World): Promise<Desk> {
  world.setClock(NOW)
  opened ??= openIntegrationAccount(world.db, {
    agency: 'H21',
    username,
    password: PASSWORD,
    by: 'test',
    now: NOW,
  })
  await opened
  const send = async ({ method, path, headers = {}, body, file }: Ask) => {
    const form = file && multipart(file)
    const answer = await world.app.inject({
      method,
      url: path,
      remoteAddress: '10.21.0.5',
      headers: { ...headers, ...(form && { 'content-type': form.type }) },
      ...(form ? { payload: form.body } : body !== undefined && { payload: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, text: answer.body }
  }
  const raw: Desk['raw'] = async (method, path, body, headers = { 'content-type': 'application/json' }) => {
    const { status, text } = await send({ method, path, headers, ...(body !== undefined && { body }) })
    expect(status).toBe(200)
    return text
  }
  const login = JSON.parse(
    await raw('POST', `${ADAPTER}/login?dstcode=VN:GOV:H21`, { username, password: PASSWORD }),
  ) as Said
  const ask: Desk['ask'] = async (service, params = {}) =>
    JSON.parse(
      await raw('POST', `${ADAPTER}/g`, {
        session: login.session,
        madonvi: '000.00.00.H21',
        service,
        ...params,
      }),
    ) as Said
  const { personalId } = await addPerson(world.db)
  return {
    client: { send, username, password: PASSWORD, madonvi: 'H21', memory: new Map() },
    personalId,
    ask,
    raw,
  }
}

const isZero = ({ error_code: code }: Said) => String(code) === '0'
const rowsOf = ({ result }: Said) => (Array.isArray(result) ? (result as Record<string, string>[]) : [])
const has = (name: string) => (said: Said) =>
  isZero(said) && rowsOf(said).some((row) => (row[name] ?? '') !== '')
/** The national answer stands as a text in `message`. */
const wrapped = (text: string) => JSON.parse((JSON.parse(text) as Said).message) as Said

type Line = readonly [service: string, family: string, works: (desk: Desk) => Promise<boolean>]

const lists = (names: readonly string[], family: string, works: (said: Said) => boolean): Line[] =>
  names.map((service) => [service, family, async ({ ask }) => works(await ask(service))])

const notice = (TrangThai: string) => ({
  MaHoSo: 'H21-KM-1',
  TrangThai,
  NoiDung: 'Đã nhận thông báo',
  TepDinhKemId: '',
})

const LINES: readonly Line[] = [
  [
    'mapi/login',
    'A',
    async ({ client, raw }) => {
      const said = JSON.parse(
        await raw('POST', `/XrdAdapter/RestService/forward/mapi/login?dstcode=VN%3AGOV%3AH21&providerurl=x`, {
          username: client.username,
          password: client.password,
        }),
      ) as Said
      return typeof said.session === 'string' && Number(said.error_code) === 0
    },
  ],
  [
    'mapi/login',
    'B',
    async ({ client, raw }) =>
      typeof (
        JSON.parse(
          await raw('POST', '/mapi/login', { username: client.username, password: client.password }),
        ) as Said
      ).result === 'string',
  ],
  // It posts no body at all, and only prints what comes.
  [
    'mapi/login',
    'SPA',
    async ({ raw }) => 'error_code' in (JSON.parse(await raw('POST', `${ADAPTER}/login`)) as object),
  ],
  [
    'mapi/login',
    'store',
    async ({ client, raw }) => {
      const path = '/XrdAdapter/RestService/forward/mapi/login?VN%3AGOV%3AH21&https%3A%2F%2Fkho.example'
      const said = await raw('POST', path, { username: client.username, password: client.password })
      return isZero(JSON.parse(said) as Said)
    },
  ],
  [
    'LayThuTuc',
    'A-old1, A-mid, A-new',
    async ({ ask }) => has('MATTHC')(await ask('LayThuTuc', { maTTHC: '1.001193' })),
  ],
  ['LayThuTuc', 'A-old2', async ({ ask }) => has('MATTHC')(await ask('LayThuTuc', { MaTTHC: '1.001193' }))],
  [
    'LayThuTuc',
    'B',
    async ({ raw }) =>
      has('MATTHC')(wrapped(await raw('GET', '/KetNoiMotCuaQuocGia/LayThuTuc?maTTHC=1.001193'))),
  ],
  [
    'LayDanhSachTTHC',
    'B',
    async ({ raw }) => has('MATTHC')(wrapped(await raw('GET', '/KetNoiMotCuaQuocGia/LayDanhSachTTHC'))),
  ],
  [
    'LayDanhMucLinhVuc',
    'B',
    async ({ raw }) => has('TENLINHVUC')(wrapped(await raw('GET', '/KetNoiMotCuaQuocGia/LayDanhMucLinhVuc'))),
  ],
  ...lists(['LayDanhSachTTHC'], 'A', has('MATTHC')),
  ...lists(['LayDanhMucCoQuan'], 'A', has('MADONVI')),
  ...lists(['LayDanhMucLinhVuc'], 'A', has('MALINHVUC')),
  ...lists(['LayDVC'], 'A', (said) => {
    const { data } = said.result as { data: unknown[] }
    return isZero(said) && data.length > 0
  }),
  ...lists(
    [
      'LayDanhMucTinhThanh',
      'LayDanhMucPhuongXa',
      'LayDanhMucGioiTinh',
      'LayDanhMucQuocGia',
      'LayDanhMucDanToc',
      'LayDanhMucTonGiao',
      'LayDanhMucTinhTrangHonNhan',
      'LayDanhMucDoiTuong',
      'LayDanhMucCapThucHien',
      'LayDanhMucLoaiThuTuc',
    ],
    'constants',
    (said) => isZero(said) && rowsOf(said).length > 1,
  ),
  ...lists(['LayDanhMucQuanHuyen', 'LayDanhMucNhomThuTuc', 'LayQDCB'], 'constants', isZero),
  [
    'TraCuuTechID',
    'A',
    async ({ ask, personalId }) =>
      has('TECHNICALID')(await ask('TraCuuTechID', { provider: 'wso2is', mstorcmnd: personalId })),
  ],
  [
    'TraCuuTechID',
    'token-façade',
    async ({ client, raw, personalId }) => {
      const login = { username: client.username, password: client.password }
      const { session } = JSON.parse(await raw('POST', '/mapi/login', login)) as Said
      const path = `/KetNoiMotCuaQuocGia/TraCuuTechID?mstorcmnd=${personalId}`
      return has('TECHNICALID')(
        JSON.parse(await raw('GET', path, undefined, { authorization: `Bearer ${session}` })) as Said,
      )
    },
  ],
  [
    'DanhSachHoSo',
    'B',
    async ({ ask }) => {
      const said = await ask('DanhSachHoSo', {
        donViXuLy: 'H21',
        ngayNhan1: '2026-11-25',
        ngayNhan2: '2026-11-27',
      })
      return isZero(said) && Array.isArray(said.data)
    },
  ],
  [
    'TraCuuHoSo',
    'A',
    async ({ ask }) => rowsOf(await ask('TraCuuHoSo', { mahoso: 'không có' })).length === 0,
  ],
  [
    'TraCuuHoSo',
    'B',
    async ({ client, ask }) => {
      const life = lifeOf('H21-LOOK', 0)
      const family = FAMILIES.find(({ name }) => name === 'B')
      const [change] = life.changes
      if (!family || !change || !(await family.deliver(client, life, change))) return false
      const { data } = await ask('TraCuuHoSo', { donViXuLy: 'H21', mahoso: life.code })
      return Array.isArray(data) && data.length === 1
    },
  ],
  [
    'DongBoTrangThaiHoSo',
    'A-mid, A-new',
    async ({ ask }) => isZero(await ask('DongBoTrangThaiHoSo', { type: '2', data: notice('2') })),
  ],
  [
    'DongBoTrangThaiHoSoKM',
    'B',
    async ({ raw }) => {
      const body = { ...notice('11'), TepDinhKemId: null }
      return (await raw('POST', '/KetNoiMotCuaQuocGia/DongBoTrangThaiHoSoKM', body))
        .toLowerCase()
        .includes('thành công')
    },
  ],
  [
    'DongBoDanhGia',
    'A-new',
    async ({ ask }) =>
      isZero(
        await ask('DongBoDanhGia', {
          data: [
            {
              NgayTongHop: '7-2026',
              TongSoNguoiDanhGia: 5,
              PhanTramDanhGiaRatHaiLong: '60%',
              PhanTramDanhGiaHaiLong: '40%',
              PhanTramDanhGiaChuaHaiLong: '0%',
              DanhSachNoiDungYKien: '',
              MaThuTuc: '',
              NoiDung: 'Thái độ phục vụ',
              PhanTramDanhGiaDichVu: { RatHaiLong: '60%', HaiLong: '40%', ChuaHaiLong: '0%' },
              Madonvi: '000.00.00.H21',
              TenDonVi: 'Gia Lai',
            },
          ],
        }),
      ),
  ],
  [
    'DongBoThongKeHoSo',
    'A-ui',
    async ({ ask }) =>
      isZero(
        await ask('DongBoThongKeHoSo', {
          data: [
            {
              Thang: '7',
              Nam: '2026',
              SoNhanTrongKy: '12',
              PhanTramXuLyDungHan: 'NaN',
              GhiChu: 'undefined',
              Madonvi: 'H21',
              LoaiThongKe: '1',
            },
          ],
        }),
      ),
  ],
  ...FAMILIES.flatMap((family, at): Line[] => {
    const services =
      family.name === 'D'
        ? ['NoiHoSo: GetToken, GetNextValue, UploadFile, CreateDossier, CapNhatTienTrinh, CapNhatTrangThai']
        : family.name === 'C'
          ? ['DongBoHoSoMC']
          : family.name === 'A-old2'
            ? ['DongBoHoSoMC']
            : ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']
    return services.map((service) => [
      service,
      family.name,
      async ({ client }) => {
        const life = lifeOf(`H21-TABLE-${family.name}-${service.slice(0, 8)}`, at)
        const said: boolean[] = []
        for (const change of life.changes) said.push(await family.deliver(client, life, change))
        return said.every(Boolean)
      },
    ])
  }),
]

test.each(LINES)(
  '%s, as %s sends it, is answered with what it takes for success',
  async (service, family, works) => {
    expect(await works(await desk(current))).toBe(true)
    seen.push([service, family])
  },
)

let current: World
test.beforeEach(({ world }) => {
  current = world
})

test('the table of services by family is what this run has seen to work', async () => {
  expect(seen).toHaveLength(LINES.length)
  const services = [...new Set(LINES.map(([service]) => service))]
  const rows = services.map((service) => {
    const families = seen.filter(([name]) => name === service).map(([, family]) => family)
    return `| ${service} | ${[...new Set(families.flatMap((names) => names.split(', ')))].join(', ')} |`
  })
  const head =
    'Made by `modules/sync/families.test.ts`: what each family sends, as it sends it, was answered with what it takes for success.'
  await expect(
    `# Services by client family\n\n${head}\n\n| service | families |\n|---|---|\n${rows.join('\n')}\n`,
  ).toMatchFileSnapshot('../../docs/sync-families.md')
})

function multipart({ field, name, bytes }: NonNullable<Ask['file']>) {
  const mark = 'a-line-between-parts'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${mark}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
  }
}
