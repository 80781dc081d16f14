import type { Organization, Person } from '../account.ts'
import { type Claim, claimsOfScopes, type Scope } from './scopes.ts'

/** Whose claims are told: a person, an organization, or an official, of whom an agency learns the name alone. */
export type Holder =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'organization'; readonly organization: Organization }
  | { readonly kind: 'official'; readonly accountId: string; readonly name: string }

type Values = Partial<Record<Claim, string | number | boolean>>

/**
 * What may be told about somebody with these scopes, under the names of the national systems (`NgayThangNamSinh` is yyyyMMdd,
 * `GioiTinh` 1 nam, 2 nữ) and the standard ones. What the portal does not know is left out. A client with pairwise
 * subjects never learns TechID, by which two systems could compare notes (OpenID Connect Core, section 8.1).
 */
export function claimsOf(
  holder: Holder,
  { scopes, isPairwise }: { scopes: readonly Scope[]; isPairwise: boolean },
): Record<string, string | number | boolean> {
  const allowed = claimsOfScopes(scopes)
  return Object.fromEntries(
    Object.entries(valuesOf(holder)).filter(
      ([name, value]) =>
        value !== undefined && value !== '' && allowed.has(name) && !(isPairwise && name === 'TechID'),
    ),
  )
}

function valuesOf(holder: Holder): Values {
  switch (holder.kind) {
    case 'person':
      return personValues(holder.person)
    case 'organization':
      return organizationValues(holder.organization)
    case 'official':
      return { TechID: holder.accountId, HoVaTen: holder.name, name: holder.name }
  }
}

function personValues({
  accountId,
  personalId,
  name,
  bornOn,
  gender,
  assurance,
  claims,
  claimsAt,
}: Person): Values {
  const email = claims.ThuDienTu === undefined ? undefined : String(claims.ThuDienTu)
  const phone = claims.SoDienThoai === undefined ? undefined : String(claims.SoDienThoai)
  return {
    ...claims,
    TechID: accountId,
    LoaiTaiKhoan: 1,
    loAs: `LoA${assurance}`,
    HoVaTen: name,
    name,
    ...(personalId ? { SoDinhDanh: personalId } : {}),
    ...(bornOn ? { NgayThangNamSinh: bornOn.replaceAll('-', ''), birthdate: bornOn } : {}),
    ...(gender ? { GioiTinh: { male: 1, female: 2, other: 3 }[gender], gender } : {}),
    // VNeID passes on what people once wrote down: nobody has checked that it reaches them.
    ...(email ? { email, email_verified: false } : {}),
    ...(phone ? { phone_number: phone, phone_number_verified: false } : {}),
    updated_at: Math.floor(claimsAt.getTime() / 1_000),
  }
}

function organizationValues({
  accountId,
  taxCode,
  name,
  representativeName,
  claims,
  claimsAt,
}: Organization): Values {
  const kind = Number(claims.LoaiTaiKhoan) === 3 ? 3 : 2
  // The number under SoDinhDanh is the representative's own, and is not the organization's to give away.
  const { SoDinhDanh: _number, HoVaTen: _name, ...own } = claims
  return {
    ...own,
    TechID: accountId,
    LoaiTaiKhoan: kind,
    loAs: 'LoA2',
    MaSoThue: taxCode,
    // An enterprise's code is its tax code (Luật Doanh nghiệp 2020, Điều 29).
    ...(kind === 2 ? { MaSoDoanhNghiep: taxCode } : {}),
    TenDoanhNghiep: name,
    name,
    ...(representativeName ? { NguoiDaiDien: representativeName } : {}),
    updated_at: Math.floor(claimsAt.getTime() / 1_000),
  }
}
