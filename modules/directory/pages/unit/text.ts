import type { Words } from '#platform/lang'
import type { UnitKind } from '../../units.ts'

const kindsVi: Readonly<Record<UnitKind, string>> = {
  province: 'Tỉnh',
  central_city: 'Thành phố trực thuộc trung ương',
  urban_district: 'Quận',
  rural_district: 'Huyện',
  town: 'Thị xã',
  city: 'Thành phố thuộc tỉnh, thành phố',
  ward: 'Phường',
  rural_commune: 'Xã',
  township: 'Thị trấn',
  special_zone: 'Đặc khu',
}

const kindsEn: typeof kindsVi = {
  province: 'Province',
  central_city: 'Centrally run city',
  urban_district: 'Urban district (quận)',
  rural_district: 'Rural district (huyện)',
  town: 'Town (thị xã)',
  city: 'City within a province',
  ward: 'Ward (phường)',
  rural_commune: 'Commune (xã)',
  township: 'Township (thị trấn)',
  special_zone: 'Special zone (đặc khu)',
}

const vi = {
  finder: 'Đơn vị hành chính',
  description: (path: string, code: string) =>
    `${path}: mã ${code}, hình thành từ những đơn vị nào, trước và sau ngày 01/07/2025.`,
  code: 'Mã (Cục Thống kê)',
  kind: 'Loại',
  parent: 'Thuộc',
  time: 'Có hiệu lực',
  basis: 'Căn cứ',
  kinds: kindsVi,
  from: (day: string) => `từ ${day}`,
  until: (day: string) => `đến hết ${day}`,
  untilNow: 'đến nay',
  ended: (day: string) => `Không còn từ ${day}`,
  otherMeaning: (code: string) => `Mã ${code} còn có nghĩa khác`,
  meantBefore: (code: string, day: string) => `Giấy tờ trước ngày ${day} ghi mã ${code} là nói đến`,
  meansSince: (code: string, day: string) => `Từ ngày ${day}, mã ${code} là của`,
  past: 'Được hình thành từ',
  on: (day: string) => `Ngày ${day}`,
  fromThese: (many: number) => `Từ ${many} đơn vị:`,
  caution: 'Theo từng đơn vị. Phần đất nhỏ chuyển sang từ nơi khác có thể không ghi ở đây.',
  unchanged: 'Giữ nguyên, không nhập với đơn vị khác.',
  renamed: 'Đổi từ:',
  districts: 'Trước đó thuộc địa bàn',
  formerCommunes: (many: number) => `${many} xã, phường đã nhập vào đây trước ngày 01/07/2025`,
  within: 'Các đơn vị trực thuộc',
  withinCount: (many: number) => `${many} đơn vị, xếp theo tên.`,
  withinThen: (day: string) => `Các đơn vị trực thuộc, đến hết ${day}`,
  another: 'Tra tên hoặc mã khác',
}

const en: typeof vi = {
  finder: 'Territorial units',
  description: (path, code) =>
    `${path}: code ${code}, what it was formed from, before and after 1 July 2025.`,
  code: 'Code (statistics office)',
  kind: 'Kind',
  parent: 'In',
  time: 'In force',
  basis: 'Legal basis',
  kinds: kindsEn,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  untilNow: 'to this day',
  ended: (day) => `No longer exists since ${day}`,
  otherMeaning: (code) => `Code ${code} also means something else`,
  meantBefore: (code, day) => `On papers from before ${day}, code ${code} means`,
  meansSince: (code, day) => `Since ${day}, code ${code} belongs to`,
  past: 'Formed from',
  on: (day) => `On ${day}`,
  fromThese: (many) => `From ${many} units:`,
  caution: 'By whole units. Small pieces of land that came from elsewhere may be missing here.',
  unchanged: 'Unchanged, merged with no other unit.',
  renamed: 'Changed from:',
  districts: 'Before that, it lay in',
  formerCommunes: (many) => `${many} communes merged into it before 1 July 2025`,
  within: 'Units within',
  withinCount: (many) => `${many} units, by name.`,
  withinThen: (day) => `Units within, until ${day}`,
  another: 'Look up another name or code',
}

type UnitText = typeof vi
export const words: Words<UnitText> = { vi, en }
