import type { FieldSpec } from '../field.ts'

const KEPT = 'giữ cùng hồ sơ đồng bộ'

const ATTACHED: readonly FieldSpec[] = [
  { name: 'IdGiayTo', type: 'text', limit: 100, goesTo: 'tệp đã tải lên bằng UploadFile' },
  { name: 'MaKetQua', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'TenGiayTo', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'HashTepTin', type: 'text', limit: 128, goesTo: 'mã băm SHA-256 của tệp đã tải lên' },
]

/** CreateDossier of the ministries' channel. */
export const CREATE_FIELDS: readonly FieldSpec[] = [
  { name: 'MaHoSo', type: 'text', isRequired: true, limit: 64, goesTo: 'mã hồ sơ do GetNextValue cấp' },
  { name: 'MaTTHC', type: 'text', isRequired: true, limit: 60, goesTo: 'mã thủ tục' },
  { name: 'MaDichVuCong', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'ChuHoSo', type: 'text', isRequired: true, limit: 500, goesTo: 'chủ hồ sơ' },
  {
    name: 'LoaiDoiTuong',
    type: 'whole',
    isRequired: true,
    goesTo: 'chủ hồ sơ: 0 công dân, 1 doanh nghiệp, 2 hộ kinh doanh',
  },
  { name: 'MaDonViTiepNhan', type: 'text', isRequired: true, limit: 64, goesTo: 'cơ quan tiếp nhận' },
  { name: 'NgayNop', type: 'moment', isRequired: true, goesTo: 'thời điểm trong tiến trình' },
  { name: 'NgayTiepNhan', type: 'moment', goesTo: 'thời điểm trong tiến trình; bắt đầu tính hạn' },
  { name: 'EformThongTinChiTiet', type: 'object', goesTo: KEPT },
  {
    name: 'ThanhPhanHoSo',
    type: 'list',
    limit: 500,
    entry: [
      { name: 'MaThanhPhanHoSo', type: 'text', limit: 200, goesTo: KEPT },
      { name: 'TenThanhPhanHoSo', type: 'text', limit: 4_000, goesTo: KEPT },
      { name: 'SoLuong', type: 'whole', goesTo: KEPT },
      { name: 'LoaiBan', type: 'whole', goesTo: '0 bản chính, 1 bản sao, 2 bản điện tử' },
      { name: 'GiayToDinhKem', type: 'list', limit: 100, entry: ATTACHED, goesTo: KEPT },
    ],
    goesTo: KEPT,
  },
  { name: 'ThongTinNguoiNop', type: 'object', goesTo: 'tài khoản của chủ hồ sơ, nếu có' },
]

/** CapNhatTrangThai of the ministries' channel, one item. */
export const STATE_FIELDS: readonly FieldSpec[] = [
  { name: 'MaHoSo', type: 'text', isRequired: true, limit: 64, goesTo: 'mã hồ sơ' },
  { name: 'TrangThai', type: 'status', isRequired: true, goesTo: 'trạng thái' },
  { name: 'NoiDungYKien', type: 'text', limit: 4_000, goesTo: 'nội dung của bước' },
  { name: 'PhongBanXuLy', type: 'text', limit: 500, goesTo: 'đơn vị của bước' },
  { name: 'NoiDungXuLy', type: 'text', limit: 4_000, goesTo: 'nội dung của bước' },
  { name: 'DanhSachLePhi', type: 'list', limit: 200, goesTo: KEPT },
  { name: 'DanhSachGiayToKetQua', type: 'list', limit: 200, goesTo: KEPT },
]
