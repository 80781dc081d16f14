import type { FieldSpec } from '../field.ts'

const MONTHLY = 'báo cáo tháng của cơ quan'
const text = (name: string, limit = 100): FieldSpec => ({ name, type: 'text', limit, goesTo: MONTHLY })

/** DongBoDanhGia, one question of one month. */
export const EVALUATION_FIELDS: readonly FieldSpec[] = [
  { name: 'NgayTongHop', type: 'text', isRequired: true, limit: 10, goesTo: 'tháng của báo cáo' },
  text('TongSoNguoiDanhGia', 20),
  text('PhanTramDanhGiaRatHaiLong', 20),
  text('PhanTramDanhGiaHaiLong', 20),
  text('PhanTramDanhGiaChuaHaiLong', 20),
  text('DanhSachNoiDungYKien', 20_000),
  text('MaThuTuc'),
  text('NoiDung', 4_000),
  { name: 'PhanTramDanhGiaDichVu', type: 'object', goesTo: MONTHLY },
  { name: 'Madonvi', type: 'text', limit: 64, goesTo: 'đơn vị được đánh giá' },
  text('TenDonVi', 500),
]

/** DongBoThongKeHoSo, one agency of one month. */
export const STATISTICS_FIELDS: readonly FieldSpec[] = [
  { name: 'Thang', type: 'text', isRequired: true, limit: 2, goesTo: 'tháng của báo cáo' },
  { name: 'Nam', type: 'text', isRequired: true, limit: 4, goesTo: 'năm của báo cáo' },
  ...[
    'SoNhanTrongKy',
    'SoTonKyTruoc',
    'TongSoXuLy',
    'TongDaXuLy',
    'TongXuLyDungHan',
    'PhanTramXuLyDungHan',
    'TongXuLyTreHan',
    'PhanTramXuLyTreHan',
    'TongChuaXuLy',
    'TongChuaXuLyTrongHan',
    'PhanTramChuaXuLyTrongHan',
    'TongChuaXuLyTreHan',
    'PhanTramChuaXuLyTreHan',
  ].map((name) => text(name, 30)),
  text('GhiChu', 2_000),
  { name: 'Madonvi', type: 'text', limit: 64, goesTo: 'đơn vị của số liệu' },
  text('TenDonVi', 500),
  text('LoaiThongKe', 10),
]
