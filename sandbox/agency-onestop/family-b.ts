import type { Client, Family } from './client.ts'
import { type Change, type Life, pageOf, receivedOf, standingAfter, wire } from './life.ts'

const PATH = '/KetNoiMotCuaQuocGia'
const PROGRESS_CHUNK = 10

/** The C# one-stop of a province: no login, one dossier in a bare list, an address each for adding and changing; judges the raw text. */
export const FAMILY_B: Family = {
  name: 'B',
  threads: 4,
  timeoutMs: 60_000,
  deliver,
  book: (life) => pageOf(life, { statusOf: coerced, steps: life.changes.length }),
}

/** Its own words have no supplement, fee or stop: it reports them as done. */
function coerced(status: number): number {
  return status === 5 || status === 6 || status === 8 ? 9 : status
}

async function deliver(client: Client, life: Life, change: Change): Promise<boolean> {
  const body = [dossier(life, change)]
  const isNew = !client.memory.has(`acknowledged ${life.code}`)
  let answer = await say(client, isNew ? 'DongBoHoSoMC' : 'CapNhatHoSoMC', body)
  if (isNew && ['0', '3', '-3'].includes(answer.code) && answer.message.includes('đã tồn tại'))
    answer = await say(client, 'CapNhatHoSoMC', body)
  if (answer.code !== '0' || !answer.message.toLowerCase().includes('thành công')) return false
  client.memory.set(`acknowledged ${life.code}`, '1')
  // The whole course, again and again, in tens.
  const rows = life.changes.slice(0, change.number + 1).map((one) => step(life, one))
  for (let at = 0; at < rows.length; at += PROGRESS_CHUNK) {
    const { raw } = await say(client, 'CapNhatTienDoHoSoMC', rows.slice(at, at + PROGRESS_CHUNK))
    if (!raw.toLowerCase().includes('thành công')) return false
  }
  return true
}

async function say({ send }: Client, name: string, body: unknown) {
  const { status, text } = await send({
    method: 'POST',
    path: `${PATH}/${name}`,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
  })
  if (status !== 200) throw new Error(`${name} answered ${status}`)
  const said = JSON.parse(text) as { error_code: string; message: string | null }
  if (said.message === null) throw new Error(`${name} said nothing`)
  return { code: said.error_code, message: said.message, raw: text }
}

function dossier(life: Life, change: Change): Record<string, unknown> {
  const { status, finishedAt, rejectedAt, returnedAt } = standingAfter(life, change.number)
  return {
    MaHoSo: life.code,
    MaTTHC: life.procedure,
    TenTTHC: life.procedureName,
    MaLinhVuc: 'HT',
    TenLinhVuc: 'Hộ tịch',
    KenhThucHien: life.receivedAt ? '1' : '2',
    ChuHoSo: life.applicant,
    SoGiayToChuHoSo: null,
    LoaiDoiTuong: life.isOrganization ? '2' : '1',
    MaDoiTuong: null,
    DinhDanhCHS: [{ LoaiDinhDanh: '2', SoDinhDanh: '000000001' }],
    Email: null,
    Fax: null,
    SoDienThoai: null,
    ThongTinKhac: null,
    TrichYeuHoSo: 'Dinhkem',
    NgayNopHoSo: wire(life.changes[0]?.at),
    NgayTiepNhan: wire(receivedOf(life)),
    NgayHenTra: life.dueAt ? wire(life.dueAt) : null,
    NgayTra: returnedAt ? wire(returnedAt) : null,
    NgayKetThucXuLy: finishedAt ? wire(finishedAt) : null,
    NgayTuChoi: rejectedAt ? wire(rejectedAt) : null,
    TrangThaiHoSo: String(coerced(status)),
    ThongTinTra: null,
    HinhThuc: '0',
    DonViXuLy: 'UBND xã Ia Hrung',
    GhiChu: null,
    NoiNopHoSo: '2',
    HoSoCoThanhPhanSoHoa: 1,
    TaiKhoanDuocXacThucVoiVNeID: 0,
    DuocThanhToanTrucTuyen: 3,
    DSKetNoiCSDL: [{ MaCSDL: '7' }],
    TaiLieuNop: [
      {
        TepDinhKemId: null,
        TenTepDinhKem: 'Giấy chứng sinh.pdf',
        IsDeleted: null,
        DuocSoHoa: 1,
        DuocTaiSuDung: 0,
      },
    ],
    DanhSachLePhi: [
      { TenPhiLePhi: 'Lệ phí', MaPhiLePhi: '', HinhThucThu: '1', Gia: '8000', LoaiPhiLePhi: '2' },
    ],
    DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Bản sao', SoLuong: 1, LoaiGiayTo: 2 }],
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
  }
}

function step(life: Life, { number, status, at, officer, note }: Change): Record<string, unknown> {
  const isFirst = number === 0
  const isEnd = coerced(status) === 9 && status !== 5 && status !== 6
  return {
    MaHoSo: life.code,
    NguoiXuLy: officer || 'Chuyên viên',
    ChucDanh: null,
    ThoiDiemXuLy: wire(at),
    PhongBanXuLy: null,
    NoiDungXuLy: isFirst ? 'Tiếp nhận hồ sơ' : isEnd ? 'Kết thúc xử lý hồ sơ' : note,
    // Steps after the end carry the end: what became of the dossier is in the dossier.
    TrangThai: isFirst ? 2 : isEnd ? '9' : status === 10 || status === 3 ? null : '4',
    NgayBatDau: null,
    NgayKetThucTheoQuyDinh: null,
  }
}
