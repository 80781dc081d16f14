import type { DataGroup } from '../access-log-words.ts'

/**
 * Phạm vi dữ liệu: which claims an application gets with which scope. Names of claims are those of the national systems, and
 * beside them the standard ones for clients that know OpenID Connect alone (OpenID Connect Core, section 5.1). An application
 * gets the scopes that it is registered for, and no claim outside of them.
 */
export const SCOPES = {
  openid: { claims: ['sub', 'acr', 'auth_time', 'TechID', 'LoaiTaiKhoan', 'loAs'], group: 'account' },
  dinh_danh: {
    claims: ['SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'GioiTinh', 'QuocTich'],
    group: 'identity',
  },
  giay_to: { claims: ['SoCMND', 'HoChieu'], group: 'identity' },
  lien_he: { claims: ['ThuDienTu', 'SoDienThoai', 'SoDienThoaiBan'], group: 'contact' },
  cu_tru: { claims: ['ThuongTru', 'NoiOHienNay', 'QueQuan'], group: 'residence' },
  ho_tich: {
    claims: ['DanToc', 'TonGiao', 'TinhTrangHonNhan', 'NoiDangKyKhaiSinh', 'Cha', 'Me', 'VoChong', 'ChuHo'],
    group: 'family',
  },
  bao_hiem: { claims: ['MaBHXH'], group: 'identity' },
  to_chuc: {
    claims: ['MaSoThue', 'MaSoDoanhNghiep', 'TenDoanhNghiep', 'NguoiDaiDien', 'DiaChi'],
    group: 'account',
  },
  profile: { claims: ['name', 'birthdate', 'gender', 'updated_at'], group: 'identity' },
  email: { claims: ['email', 'email_verified'], group: 'contact' },
  phone: { claims: ['phone_number', 'phone_number_verified'], group: 'contact' },
  offline_access: { claims: [], group: 'account' },
} as const satisfies Readonly<Record<string, { claims: readonly string[]; group: DataGroup }>>

export type Scope = keyof typeof SCOPES
export type Claim = (typeof SCOPES)[Scope]['claims'][number]

export const SCOPE_NAMES = Object.keys(SCOPES).filter(isScope)

export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name)
}

/** The scopes of a text, in the order of the table; unknown ones fall away. */
export function scopesIn(text: string): readonly Scope[] {
  const asked = new Set(text.split(' '))
  return SCOPE_NAMES.filter((name) => asked.has(name))
}

export function claimsOfScopes(scopes: readonly Scope[]): ReadonlySet<string> {
  return new Set<string>(scopes.flatMap((scope) => SCOPES[scope].claims))
}

/** What the access log calls the data that these scopes open. */
export function groupsOfScopes(scopes: readonly Scope[]): readonly DataGroup[] {
  return [...new Set<DataGroup>(scopes.map((scope) => SCOPES[scope].group))]
}
