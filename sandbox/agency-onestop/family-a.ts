import { type Client, type Family, post, type Said, sessionOf } from './client.ts'
import { type Change, type Life, pageOf, receivedOf, standingAfter, wire } from './life.ts'

/** What the versions of the Liferay one-stop do differently. */
type Version = {
  readonly name: string
  readonly threads: number
  readonly timeoutMs: number
  readonly adapter: 'XrdAdapter' | 'VXPAdapter'
  /** Key of the procedure in the dossier and in its look-up; A-old2 writes other names in capitals, too. */
  readonly procedureKey: 'maTTHC' | 'MaTTHC'
  readonly capitals: boolean
  /** Whether it asks for the dossier before it first pushes it. */
  readonly looksUp: boolean
  /** What it wants to see before it goes on to the step of processing. */
  readonly goesOnAt: (code: unknown) => boolean
  readonly repeats: boolean
  /** Trade promotions and statistics belong to the newer ones. */
  readonly unmapped: 'absent' | 'empty'
}

const isNumberZero = (code: unknown) => Number.parseInt(String(code), 10) === 0

const VERSIONS: readonly Version[] = [
  {
    name: 'A-old1',
    threads: 1,
    timeoutMs: 60_000,
    adapter: 'XrdAdapter',
    procedureKey: 'maTTHC',
    capitals: false,
    looksUp: false,
    goesOnAt: isNumberZero,
    repeats: false,
    unmapped: 'empty',
  },
  {
    name: 'A-old2',
    threads: 1,
    timeoutMs: 60_000,
    adapter: 'XrdAdapter',
    procedureKey: 'MaTTHC',
    capitals: true,
    looksUp: false,
    goesOnAt: (code) => String(code) === '00',
    repeats: false,
    unmapped: 'empty',
  },
  {
    name: 'A-mid',
    threads: 1,
    timeoutMs: 60_000,
    adapter: 'XrdAdapter',
    procedureKey: 'maTTHC',
    capitals: false,
    looksUp: true,
    goesOnAt: isNumberZero,
    repeats: true,
    unmapped: 'empty',
  },
  {
    name: 'A-new',
    threads: 60,
    timeoutMs: 6_000,
    adapter: 'VXPAdapter',
    procedureKey: 'maTTHC',
    capitals: false,
    looksUp: true,
    goesOnAt: isNumberZero,
    repeats: false,
    unmapped: 'absent',
  },
]

export const FAMILY_A: readonly Family[] = VERSIONS.map((version) => ({
  name: version.name,
  threads: version.threads,
  timeoutMs: version.timeoutMs,
  repeats: version.repeats,
  deliver: (client, life, change) => deliver(version, client, life, change),
  book: (life) => pageOf(life, { steps: version.capitals ? 0 : life.changes.length }),
}))

function pathOf(adapter: string, name: string): string {
  return `/${adapter}/RestService/forward/mapi/${name}?dstcode=VN:GOV:000.00.00.G22:vpcpdvcprovider`
}

/** Look up (without an acknowledgement of its own), read the procedure, push, and only then the step. */
async function deliver(version: Version, client: Client, life: Life, change: Change): Promise<boolean> {
  const { adapter, procedureKey, looksUp } = version
  const session = await sessionOf(client, pathOf(adapter, 'login'))
  const ask = (service: string, params: object): Promise<Said> =>
    post(client, pathOf(adapter, 'g'), { session, madonvi: client.madonvi, service, ...params })
  const isKnown = client.memory.has(`acknowledged ${life.code}`)
  const found =
    looksUp && !isKnown ? (await ask('TraCuuHoSo', { mahoso: life.code.toString() })).result : undefined
  const isUpdating = isKnown || (Array.isArray(found) && found.length > 0)
  const read = await ask('LayThuTuc', { [procedureKey]: life.procedure })
  const [procedure] = (Array.isArray(read.result) ? read.result : []) as Record<string, string>[]
  const pushed = await ask('DongBoHoSoMC', {
    isUpdating: isUpdating ? 'True' : 'False',
    data: [dossier(version, life, change, procedure)],
  })
  let last = pushed
  if (version.goesOnAt(pushed.error_code)) {
    last = await ask('CapNhatTienDoHoSoMC', { data: [step(life, change)] })
  }
  // The queue knows one sign of success, letter by letter.
  const isDone = String(last.error_code) === '0'
  if (isDone) client.memory.set(`acknowledged ${life.code}`, '1')
  return isDone
}

function dossier(
  { capitals, unmapped, name }: Version,
  life: Life,
  change: Change,
  procedure: Record<string, string> | undefined,
): Record<string, unknown> {
  const { status, finishedAt, rejectedAt, returnedAt } = standingAfter(life, change.number)
  const names = capitals
    ? { TENTTHC: life.procedureName, MALINHVUC: 'HT', TENLINHVUC: 'Hộ tịch' }
    : { TenTTHC: procedure?.['TENTTHC'] ?? '', MaLinhVuc: '', TenLinhVuc: procedure?.['LINHVUC'] ?? '' }
  const isUnmapped = life.index % 11 === 3
  const code = isUnmapped ? (unmapped === 'absent' ? {} : { MaTTHC: '' }) : { MaTTHC: life.procedure }
  return {
    MaHoSo: life.code,
    ...code,
    ...names,
    ChuHoSo: life.applicant,
    LoaiDoiTuong: life.isOrganization ? '2' : '1',
    MaDoiTuong: '',
    Email: '',
    SoDienThoai: '0912345678',
    ...(name === 'A-new' && { Fax: '0912345678' }),
    ThongTinKhac: '',
    TrichYeuHoSo: `Hồ sơ của ${life.applicant}`,
    NgayTiepNhan: wire(receivedOf(life)),
    NgayHenTra: wire(life.dueAt),
    NgayTra: wire(returnedAt),
    NgayKetThucXuLy: wire(finishedAt ?? rejectedAt),
    TrangThaiHoSo: String(status),
    ThongTinTra: '',
    HinhThuc: '0',
    DonViXuLy: 'Sở Tư pháp',
    ...(name !== 'A-new' && { GhiChu: `Ghi chú ${change.number}` }),
    TaiLieuNop: [
      {
        TepDinhKemId: '',
        TenTepDinhKem: 'Tờ khai.pdf',
        IsDeleted: 'False',
        MaThanhPhanHoSo: '',
        DuongDanTaiTepTin: 'http://10.0.0.5/documents/T%E1%BB%9D%20khai.pdf',
      },
    ],
    DanhSachLePhi: [],
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
  }
}

function step(life: Life, change: Change): Record<string, unknown> {
  return {
    MaHoSo: life.code,
    NguoiXuLy: change.officer,
    ChucDanh: '',
    ThoiDiemXuLy: wire(change.at),
    PhongBanXuLy: '',
    NoiDungXuLy: `Chuyển bước-${change.note}`,
    TrangThai: String(change.status),
    NgayBatDau: '',
    NgayKetThucTheoQuyDinh: '',
  }
}
