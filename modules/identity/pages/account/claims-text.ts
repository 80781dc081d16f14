import type { ClaimName } from '../../vneid-claims.ts'

type Labels = Readonly<Record<ClaimName, string>>

const vi: Labels = {
  LoaiTaiKhoan: 'Loại tài khoản',
  SoDinhDanh: 'Số định danh cá nhân',
  HoVaTen: 'Họ và tên',
  NgayThangNamSinh: 'Ngày sinh',
  GioiTinh: 'Giới tính',
  QuocTich: 'Quốc tịch',
  HoChieu: 'Số hộ chiếu',
  DanToc: 'Dân tộc',
  ThuongTru: 'Nơi thường trú',
  NoiOHienNay: 'Nơi ở hiện nay',
  SoDienThoai: 'Số điện thoại',
  ThuDienTu: 'Thư điện tử',
  Cha: 'Cha',
  SoDinhDanhCha: 'Số định danh của cha',
  Me: 'Mẹ',
  SoDinhDanhMe: 'Số định danh của mẹ',
  IAL: 'Mức độ định danh',
  MaSoThue: 'Mã số thuế',
  TenDoanhNghiep: 'Tên tổ chức',
  NguoiDaiDien: 'Người đại diện theo pháp luật',
  DiaChi: 'Địa chỉ',
}
const en: Labels = {
  LoaiTaiKhoan: 'Kind of account',
  SoDinhDanh: 'Personal number',
  HoVaTen: 'Full name',
  NgayThangNamSinh: 'Born on',
  GioiTinh: 'Sex',
  QuocTich: 'Nationality',
  HoChieu: 'Passport number',
  DanToc: 'Ethnicity',
  ThuongTru: 'Permanent residence',
  NoiOHienNay: 'Present address',
  SoDienThoai: 'Telephone',
  ThuDienTu: 'E-mail',
  Cha: 'Father',
  SoDinhDanhCha: 'Personal number of the father',
  Me: 'Mother',
  SoDinhDanhMe: 'Personal number of the mother',
  IAL: 'Identification level',
  MaSoThue: 'Tax code',
  TenDoanhNghiep: 'Name of the organization',
  NguoiDaiDien: 'Legal representative',
  DiaChi: 'Address',
}
export const claimLabels = { vi, en }

export const claimValues = {
  vi: {
    accountKinds: { 1: 'Cá nhân', 2: 'Doanh nghiệp', 3: 'Tổ chức khác' },
    sexes: { 0: 'Chưa có thông tin', 1: 'Nam', 2: 'Nữ', 3: 'Khác' },
    level: (level: string | number) => `Mức ${level}`,
    none: 'không có',
  },
  en: {
    accountKinds: { 1: 'Person', 2: 'Business', 3: 'Other organization' },
    sexes: { 0: 'Not known', 1: 'Male', 2: 'Female', 3: 'Other' },
    level: (level: string | number) => `Level ${level}`,
    none: 'none',
  },
} as const
