import type { FieldSpec } from '../field.ts'

const COURSE = 'thời điểm trong tiến trình của sổ hồ sơ quốc gia'
const INDEX = 'Bộ chỉ số phục vụ người dân, doanh nghiệp'
const KEPT = 'giữ cùng hồ sơ đồng bộ'

const FILED_PAPERS: readonly FieldSpec[] = [
  { name: 'TepDinhKemId', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'TenTepDinhKem', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'IsDeleted', type: 'flag', goesTo: KEPT },
  { name: 'MaThanhPhanHoSo', type: 'text', limit: 200, goesTo: KEPT },
  {
    name: 'DuongDanTaiTepTin',
    type: 'text',
    limit: 4_000,
    goesTo: 'đường dẫn nội bộ của cơ quan; cổng không tự mở',
  },
  { name: 'DuocSoHoa', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'DuocTaiSuDung', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'DuocLayTuKhoDMQG', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'MaKetQuaThayThe', type: 'text', limit: 100, goesTo: INDEX },
]

const FEES: readonly FieldSpec[] = [
  { name: 'TenPhiLePhi', type: 'text', limit: 2_000, goesTo: KEPT },
  { name: 'MaPhiLePhi', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'HinhThucThu', type: 'text', limit: 10, goesTo: KEPT },
  { name: 'Gia', type: 'text', limit: 30, goesTo: KEPT },
  { name: 'LoaiPhiLePhi', type: 'text', limit: 10, goesTo: KEPT },
]

const OTHER_PAPERS: readonly FieldSpec[] = [
  { name: 'TenGiayTo', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'SoLuong', type: 'whole', goesTo: KEPT },
  { name: 'LoaiGiayTo', type: 'whole', goesTo: KEPT },
]

const SUPPLEMENTS: readonly FieldSpec[] = [
  { name: 'HoSoBoSungId', type: 'whole', goesTo: KEPT },
  { name: 'NguoiYeuCauBoSung', type: 'text', limit: 500, goesTo: KEPT },
  { name: 'NoiDungBoSung', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'NgayBoSung', type: 'moment', goesTo: KEPT },
  { name: 'NguoiTiepNhanBoSung', type: 'text', limit: 500, goesTo: KEPT },
  { name: 'ThongTinTiepNhan', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'NgayTiepNhanBoSung', type: 'moment', goesTo: KEPT },
  { name: 'TrangThaiBoSung', type: 'flag', goesTo: KEPT },
  { name: 'DanhSachGiayToBoSung', type: 'list', limit: 500, goesTo: KEPT },
  { name: 'DanhSachLePhiBoSung', type: 'list', limit: 200, goesTo: KEPT },
  { name: 'NgayHenTraTruoc', type: 'moment', goesTo: KEPT },
  { name: 'NgayHenTraMoi', type: 'moment', goesTo: KEPT },
]

const RESULTS: readonly FieldSpec[] = [
  { name: 'TenGiayTo', type: 'text', limit: 2_000, goesTo: KEPT },
  { name: 'MaThanhPhanHoSo', type: 'text', limit: 200, goesTo: KEPT },
  { name: 'GiayToId', type: 'text', limit: 100, goesTo: KEPT },
  {
    name: 'DuongDanTepTinKetQua',
    type: 'text',
    limit: 4_000,
    goesTo: 'đường dẫn nội bộ của cơ quan; cổng không tự mở',
  },
  { name: 'MaGiayToKetQua', type: 'text', limit: 100, goesTo: INDEX },
]

/** DongBoHoSoMC, one item. Mandatory here is only what every family sends: a dossier without the rest is recorded all the same. */
export const DOSSIER_FIELDS: readonly FieldSpec[] = [
  { name: 'MaHoSo', type: 'text', isRequired: true, limit: 64, goesTo: 'mã hồ sơ, khóa của sổ' },
  {
    name: 'MaTTHC',
    type: 'text',
    limit: 60,
    goesTo: 'mã thủ tục; phần sau mã quốc gia là biến thể địa phương',
  },
  { name: 'TenTTHC', type: 'text', limit: 2_000, goesTo: 'tên thủ tục' },
  { name: 'MaLinhVuc', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'TenLinhVuc', type: 'text', limit: 500, goesTo: KEPT },
  { name: 'KenhThucHien', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'SoBienNhan', type: 'text', limit: 100, goesTo: KEPT },
  { name: 'ChuHoSo', type: 'text', limit: 500, goesTo: 'chủ hồ sơ' },
  { name: 'SoGiayToChuHoSo', type: 'text', limit: 50, goesTo: 'tài khoản của chủ hồ sơ, nếu có' },
  {
    name: 'LoaiDoiTuong',
    type: 'text',
    limit: 10,
    goesTo: 'người dân hay tổ chức (1 công dân; 2, 3, 4 tổ chức)',
  },
  {
    name: 'MaDoiTuong',
    type: 'text',
    limit: 100,
    goesTo: 'tài khoản của chủ hồ sơ: TechID, hoặc số giấy tờ',
  },
  { name: 'DinhDanhCHS', type: 'list', limit: 20, goesTo: 'tài khoản của chủ hồ sơ, nếu có' },
  { name: 'Email', type: 'text', limit: 320, goesTo: KEPT },
  { name: 'Fax', type: 'text', limit: 50, goesTo: KEPT },
  { name: 'SoDienThoai', type: 'text', limit: 50, goesTo: KEPT },
  { name: 'ThongTinKhac', type: 'text', limit: 4_000, goesTo: KEPT },
  { name: 'TrichYeuHoSo', type: 'text', limit: 1_000, goesTo: KEPT },
  { name: 'NgayNopHoSo', type: 'moment', goesTo: COURSE },
  { name: 'NgayTiepNhan', type: 'moment', goesTo: `${COURSE}; bắt đầu tính hạn` },
  { name: 'NgayHenTra', type: 'moment', goesTo: 'ngày hẹn trả' },
  { name: 'NgayTra', type: 'moment', goesTo: COURSE },
  { name: 'NgayKetThucXuLy', type: 'moment', goesTo: `${COURSE}; đúng hạn hay quá hạn` },
  { name: 'NgayTuChoi', type: 'moment', goesTo: COURSE },
  { name: 'NgayYeuCau', type: 'moment', goesTo: KEPT },
  { name: 'TrangThaiHoSo', type: 'status', goesTo: 'trạng thái' },
  { name: 'ThongTinTra', type: 'text', limit: 2_000, goesTo: KEPT },
  { name: 'HinhThuc', type: 'text', limit: 10, goesTo: KEPT },
  { name: 'DonViXuLy', type: 'text', limit: 500, goesTo: 'tên cơ quan giải quyết' },
  { name: 'GhiChu', type: 'text', limit: 2_000, goesTo: KEPT },
  { name: 'NoiNopHoSo', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'HoSoCoThanhPhanSoHoa', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'TaiKhoanDuocXacThucVoiVNeID', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'DuocThanhToanTrucTuyen', type: 'text', limit: 10, goesTo: INDEX },
  { name: 'DSKetNoiCSDL', type: 'list', limit: 100, goesTo: INDEX },
  {
    name: 'TaiLieuNop',
    type: 'list',
    entry: FILED_PAPERS,
    limit: 500,
    goesTo: `${INDEX}; đường dẫn tệp của cơ quan`,
  },
  { name: 'DanhSachLePhi', type: 'list', entry: FEES, limit: 200, goesTo: KEPT },
  { name: 'DanhSachTepDinhKemKhac', type: 'list', entry: OTHER_PAPERS, limit: 500, goesTo: KEPT },
  { name: 'DanhSachHoSoBoSung', type: 'list', entry: SUPPLEMENTS, limit: 200, goesTo: KEPT },
  {
    name: 'DanhSachGiayToKetQua',
    type: 'list',
    entry: RESULTS,
    limit: 200,
    goesTo: `${INDEX}; đường dẫn tệp kết quả`,
  },
]

/** CapNhatTienDoHoSoMC, one item. */
export const PROGRESS_FIELDS: readonly FieldSpec[] = [
  { name: 'MaHoSo', type: 'text', isRequired: true, limit: 64, goesTo: 'mã hồ sơ' },
  { name: 'NguoiXuLy', type: 'text', limit: 50, goesTo: 'người xử lý của bước' },
  { name: 'ChucDanh', type: 'text', limit: 500, goesTo: 'chức danh của người xử lý' },
  { name: 'ThoiDiemXuLy', type: 'moment', isRequired: true, goesTo: 'thời điểm của bước' },
  { name: 'PhongBanXuLy', type: 'text', limit: 500, goesTo: 'đơn vị của bước' },
  { name: 'NoiDungXuLy', type: 'text', limit: 4_000, goesTo: 'nội dung của bước' },
  { name: 'TrangThai', type: 'status', goesTo: 'trạng thái sau bước' },
  { name: 'NgayBatDau', type: 'moment', goesTo: KEPT },
  { name: 'NgayKetThucTheoQuyDinh', type: 'moment', goesTo: KEPT },
]

/** DongBoTrangThaiHoSo, and DongBoTrangThaiHoSoKM of the provincial façade. */
export const NOTICE_FIELDS: readonly FieldSpec[] = [
  { name: 'MaHoSo', type: 'text', isRequired: true, limit: 64, goesTo: 'mã hồ sơ' },
  {
    name: 'TrangThai',
    aliases: ['TrangThaiHoSo'],
    type: 'text',
    isRequired: true,
    limit: 10,
    goesTo: 'tiếp nhận hay từ chối thông báo',
  },
  {
    name: 'NoiDung',
    aliases: ['GhiChu', 'NoiDungXuLy', 'LyDo'],
    type: 'text',
    limit: 4_000,
    goesTo: 'nội dung trả lời',
  },
  { name: 'ThoiDiemXuLy', aliases: ['NgayXuLy'], type: 'moment', goesTo: 'thời điểm trả lời' },
  { name: 'TepDinhKemId', aliases: ['TepDinhKem'], type: 'text', limit: 400, goesTo: KEPT },
]
