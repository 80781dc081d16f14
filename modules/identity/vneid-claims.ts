import { type CivilDate, civilDate, civilDateOf } from '#kernel/civil-date'
import { readPersonalId } from '#kernel/personal-id'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import type { Assurance } from './session.ts'

/** Every claim of VNeID that is kept, under the name that the national systems give it. Others are dropped. */
export const CLAIM_NAMES = [
  'LoaiTaiKhoan',
  'SoDinhDanh',
  'HoVaTen',
  'NgayThangNamSinh',
  'GioiTinh',
  'QuocTich',
  'HoChieu',
  'DanToc',
  'ThuongTru',
  'NoiOHienNay',
  'SoDienThoai',
  'ThuDienTu',
  'Cha',
  'SoDinhDanhCha',
  'Me',
  'SoDinhDanhMe',
  'IAL',
  'MaSoThue',
  'TenDoanhNghiep',
  'NguoiDaiDien',
  'DiaChi',
] as const
export type ClaimName = (typeof CLAIM_NAMES)[number]
export type Claims = Readonly<Partial<Record<ClaimName, string | number>>>

type Known = { readonly accountId: string; readonly name: string; readonly claims: Claims }

/** Whom VNeID vouches for: a person (công dân, người nước ngoài) or an organization (doanh nghiệp, tổ chức). */
export type Subject =
  | (Known & {
      readonly kind: 'person'
      readonly personalId: string | undefined
      readonly isForeigner: boolean
      /** Absent when the papers give a year alone. */
      readonly bornOn: CivilDate | undefined
      readonly gender: 'male' | 'female' | 'other' | undefined
      /** The level of the account at VNeID, whatever level this sign-in reached (Nghị định 69/2024/NĐ-CP). */
      readonly assurance: Assurance
    })
  | (Known & {
      readonly kind: 'organization'
      readonly taxCode: string
      readonly representativeName: string | undefined
      readonly representativeId: string | undefined
    })

const LONGEST_CLAIM = 1_000
const VIETNAMESE = new Set(['vn', 'vnm', 'việt nam'])

/**
 * Reads what VNeID says about whoever signed in. Names of claims are those of the national systems; `TechID` is the
 * account's id for good. @throws Refusal `identity.claims_incomplete`, `identity.personal_id_impossible`
 */
export function readSubject(raw: Readonly<Record<string, unknown>>, now: Date): Subject {
  const techId = raw['TechID']
  const accountId = typeof techId === 'string' ? techId.toLowerCase() : ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId)) throw incomplete('TechID')
  const claims = keptClaims(raw)
  const kind = Number(claims.LoaiTaiKhoan)
  if (kind === 1) return readPerson(accountId, claims, now)
  if (kind === 2 || kind === 3) return readOrganization(accountId, claims)
  throw incomplete('LoaiTaiKhoan')
}

function readPerson(accountId: string, claims: Claims, now: Date): Subject {
  const name = text(claims, 'HoVaTen')
  if (!name) throw incomplete('HoVaTen')
  const nationality = text(claims, 'QuocTich')?.toLowerCase()
  const isForeigner = nationality !== undefined && !VIETNAMESE.has(nationality)
  const bornText = text(claims, 'NgayThangNamSinh')
  const gender = genderOf(claims.GioiTinh)
  const personalId = text(claims, 'SoDinhDanh')
  // A foreigner may be known by passport alone; a citizen always has a number (Luật Căn cước 2023).
  if (!personalId && !isForeigner) throw incomplete('SoDinhDanh')
  if (personalId) requirePossible(personalId, { birthYear: bornText?.slice(0, 4), gender, now })
  return {
    kind: 'person',
    accountId,
    personalId,
    isForeigner,
    name,
    bornOn: bornText ? dateOf(bornText) : undefined,
    gender,
    assurance: Number(claims.IAL) >= 2 ? 2 : 1,
    claims,
  }
}

function readOrganization(accountId: string, claims: Claims): Subject {
  const name = text(claims, 'TenDoanhNghiep')
  const taxCode = text(claims, 'MaSoThue')?.replace(/\s/g, '')
  if (!name) throw incomplete('TenDoanhNghiep')
  // 10 digits, 3 more for a branch, or the 12 digits of a personal number (Luật Quản lý thuế 2019, Điều 30 và 35).
  if (!taxCode || !/^(\d{10}(-\d{3})?|\d{12})$/.test(taxCode)) throw incomplete('MaSoThue')
  return {
    kind: 'organization',
    accountId,
    taxCode,
    name,
    representativeName: text(claims, 'NguoiDaiDien'),
    representativeId: text(claims, 'SoDinhDanh'),
    claims,
  }
}

type Beside = { birthYear: string | undefined; gender: string | undefined; now: Date }

/**
 * A number has to have the structure of one, and to agree with the year of birth and the sex given beside it: when one of
 * them is corrected by law, a new number is issued (Nghị định 137/2015/NĐ-CP).
 */
function requirePossible(personalId: string, { birthYear, gender, now }: Beside): void {
  const reading = readPersonalId(personalId)
  const isPossible =
    reading.kind === 'personal_id' &&
    reading.id === personalId &&
    reading.birthYear <= Number(civilDate(now).slice(0, 4)) &&
    (!birthYear || reading.birthYear === Number(birthYear)) &&
    (gender === undefined || gender === 'other' || gender === reading.sex)
  if (!isPossible) throw new Refusal('identity.personal_id_impossible')
}

function keptClaims(raw: Readonly<Record<string, unknown>>): Claims {
  const claims: Partial<Record<ClaimName, string | number>> = {}
  for (const name of CLAIM_NAMES) {
    const value = raw[name]
    if (typeof value === 'number' && Number.isFinite(value)) claims[name] = value
    // The parents of a child come as objects, as the population database has them.
    if (name === 'Cha' || name === 'Me') Object.assign(claims, parentClaims(name, value))
    if (typeof value !== 'string') continue
    const tidied = tidy(value).slice(0, LONGEST_CLAIM)
    if (tidied) claims[name] = tidied
  }
  return claims
}

function parentClaims(name: 'Cha' | 'Me', value: unknown): Claims {
  if (typeof value !== 'object' || value === null) return {}
  const said: Readonly<Record<string, unknown>> = { ...value }
  const [parent, number] = [said['HoVaTen'], said['SoDinhDanh']]
  return {
    ...(typeof parent === 'string' ? { [name]: tidy(parent).slice(0, LONGEST_CLAIM) } : {}),
    ...(typeof number === 'string' && /^\d{12}$/.test(number) ? { [`SoDinhDanh${name}`]: number } : {}),
  }
}

function text(claims: Claims, name: ClaimName): string | undefined {
  const value = claims[name]
  return value === undefined ? undefined : String(value)
}

/** `yyyyMMdd`; papers of the old sometimes say `yyyyMM` or `yyyy`, which is no day. */
function dateOf(digits: string): CivilDate | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(digits)
  return match ? civilDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** 1 nam, 2 nữ, 3 khác; 0 when the register does not know. */
function genderOf(code: string | number | undefined): 'male' | 'female' | 'other' | undefined {
  return ({ 1: 'male', 2: 'female', 3: 'other' } as const)[Number(code)]
}

function incomplete(claim: string): Refusal {
  return new Refusal('identity.claims_incomplete', { claim })
}
