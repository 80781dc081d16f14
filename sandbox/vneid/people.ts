import { readFileSync } from 'node:fs'

type Named = { readonly personalId?: string; readonly name: string }

/** An invented person. Numbers have the structure of real ones and belong to nobody: the last six digits begin with 9990. */
export type Person = {
  readonly techId: string
  readonly name: string
  readonly sex: 'male' | 'female'
  /** `yyyyMMdd`, or `yyyy` where the papers know no day. */
  readonly born: string
  /** The level of the account: 1 basic, 2 tied to the chip of the card and to biometrics (Nghị định 69/2024/NĐ-CP). */
  readonly level: 1 | 2
  readonly nationality: string
  readonly personalId?: string
  readonly passport?: string
  readonly ethnicity?: string
  readonly residence: string
  readonly phone?: string
  readonly email?: string
  readonly father?: Named
  readonly mother?: Named
}

/** An invented company (2) or other organization (3). Tax codes begin with 99, which no province has. */
export type Organization = {
  readonly techId: string
  readonly kind: 2 | 3
  readonly name: string
  readonly taxCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly representative: Named
}

export type Claims = Readonly<Record<string, unknown>>

type Register = { readonly people: readonly Person[]; readonly organizations: readonly Organization[] }

export const { people, organizations } = JSON.parse(
  readFileSync(new URL('people.json', import.meta.url), 'utf8'),
) as Register

export function nameOf(techId: string): string | undefined {
  return people.find((person) => person.techId === techId)?.name ?? organizationOf(techId)?.name
}

/** The highest level that an account can reach. Organizations sign in through their representative, at level 2. */
export function levelOf(techId: string): 1 | 2 {
  return people.find((person) => person.techId === techId)?.level ?? 2
}

/** What is said about an account, under the names of the national systems. Undefined for an account that is not here. */
export function claimsOf(techId: string): Claims | undefined {
  const person = people.find((one) => one.techId === techId)
  if (person) return claimsOfPerson(person)
  const organization = organizationOf(techId)
  return organization && claimsOfOrganization(organization)
}

function organizationOf(techId: string): Organization | undefined {
  return organizations.find((one) => one.techId === techId)
}

function claimsOfPerson(person: Person): Claims {
  return {
    TechID: person.techId,
    LoaiTaiKhoan: 1,
    SoDinhDanh: person.personalId,
    HoVaTen: person.name,
    NgayThangNamSinh: person.born,
    GioiTinh: person.sex === 'male' ? 1 : 2,
    QuocTich: person.nationality,
    HoChieu: person.passport,
    DanToc: person.ethnicity,
    ThuongTru: person.residence,
    SoDienThoai: person.phone,
    ThuDienTu: person.email,
    Cha: parent(person.father),
    Me: parent(person.mother),
    IAL: person.level,
  }
}

function claimsOfOrganization(organization: Organization): Claims {
  return {
    TechID: organization.techId,
    LoaiTaiKhoan: organization.kind,
    MaSoThue: organization.taxCode,
    TenDoanhNghiep: organization.name,
    NguoiDaiDien: organization.representative.name,
    SoDinhDanh: organization.representative.personalId,
    DiaChi: organization.address,
    SoDienThoai: organization.phone,
    ThuDienTu: organization.email,
    IAL: 2,
  }
}

function parent(named: Named | undefined): Claims | undefined {
  return named && { SoDinhDanh: named.personalId, HoVaTen: named.name }
}
