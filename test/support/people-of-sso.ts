import type { OrganizationRow, PersonRow } from '../../modules/identity/queries/accounts.ts'

export const LAN: PersonRow = {
  accountId: '0b7a3c52-1111-4a6e-9a52-3f1f5f0a0001',
  personalId: '001190000017',
  isForeigner: false,
  name: 'Nguyễn Thị Lan',
  bornOn: '1990-04-12' as PersonRow['bornOn'],
  gender: 'female',
  assurance: 2,
  claims: {
    LoaiTaiKhoan: 1,
    HoVaTen: 'Nguyễn Thị Lan',
    QuocTich: 'Việt Nam',
    ThuongTru: 'Phường Ba Đình, Hà Nội',
    SoDienThoai: '0901234567',
    ThuDienTu: 'lan@example.vn',
  },
  claimsAt: new Date('2026-05-11T09:00:00+07:00'),
}
export const MINH: PersonRow = {
  ...LAN,
  accountId: '0b7a3c52-1111-4a6e-9a52-3f1f5f0a0002',
  personalId: '001085000029',
  name: 'Trần Văn Minh',
  gender: 'male',
  assurance: 1,
}
export const COMPANY: OrganizationRow = {
  accountId: '0b7a3c52-1111-4a6e-9a52-3f1f5f0a0003',
  taxCode: '0100109106',
  name: 'Công ty Cổ phần Sao Mai',
  representativeName: 'Phạm Quốc Hùng',
  representativeId: '001080000031',
  claims: { LoaiTaiKhoan: 2, TenDoanhNghiep: 'Công ty Cổ phần Sao Mai', SoDinhDanh: '001080000031' },
  claimsAt: new Date('2026-05-11T09:00:00+07:00'),
}
