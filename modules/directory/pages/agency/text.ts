import type { Weekday } from '#kernel/civil-date'
import type { Words } from '#platform/lang'

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const dayVi = (day: Weekday) => WEEKDAYS_VI[day - 1] ?? ''
const dayEn = (day: Weekday) => WEEKDAYS_EN[day - 1] ?? ''
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const vi = {
  agencies: 'Cơ quan nhà nước',
  description: (name: string) => `${name}: mã định danh, cơ quan cấp trên và trực thuộc, liên hệ, thủ tục.`,
  facts: 'Thông tin chung',
  code: 'Mã định danh',
  codeV1: 'Mã 13 ký tự (cách ghi cũ)',
  noCode: 'Chưa có mã được công bố',
  unchecked: 'Chưa đối chiếu với văn bản gốc',
  kind: 'Loại cơ quan',
  level: 'Cấp',
  parent: 'Trực thuộc',
  unit: 'Đơn vị hành chính',
  status: 'Tình trạng',
  formerNames: 'Tên trước đây',
  until: (day: string) => `đến trước ngày ${day}`,
  dissolvedOn: (day: string) => `Cơ quan này đã kết thúc hoạt động từ ngày ${day}`,
  now: 'Nay là:',
  parts: 'Một phần nhiệm vụ đã chuyển đến:',
  contact: 'Liên hệ',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  website: 'Trang thông tin',
  noContact: 'Chưa có thông tin liên hệ của cơ quan này.',
  officeHours: 'Giờ làm việc',
  days: (from: Weekday, to: Weekday) =>
    capital(from === to ? dayVi(from) : `${dayVi(from)} đến ${dayVi(to)}`),
  noOfficeHours: 'Chưa có giờ làm việc của cơ quan này.',
  offToday: (day: string) => `Hôm nay, ngày ${day}, cơ quan nghỉ.`,
  makeUpToday: (day: string) => `Hôm nay, ngày ${day}, cơ quan làm việc bù.`,
  hoursNote: 'Là giờ hành chính chung, trừ khi cơ quan đã công bố giờ riêng.',
  desk: 'Nộp hồ sơ',
  deskOfCommune:
    'Hồ sơ cấp xã được tiếp nhận tại Trung tâm Phục vụ hành chính công của xã, phường, đặc khu, hoặc nộp trực tuyến (Nghị định 118/2025/NĐ-CP).',
  deskOfProvince:
    'Hồ sơ cấp tỉnh được tiếp nhận tại Trung tâm Phục vụ hành chính công của tỉnh, thành phố, hoặc nộp trực tuyến (Nghị định 118/2025/NĐ-CP).',
  procedures: 'Thủ tục',
  ownProcedures: 'Thủ tục do cơ quan này công bố',
  levelProcedures: { ministry: 'Thủ tục cấp bộ', province: 'Thủ tục cấp tỉnh', commune: 'Thủ tục cấp xã' },
  history: 'Kế thừa và sắp xếp',
  becameOf: 'Nhiệm vụ chuyển đến',
  tookOver: 'Tiếp nhận từ',
  columns: { agency: 'Cơ quan', on: 'Từ ngày', scope: 'Phần nhiệm vụ', source: 'Căn cứ' },
  whole: 'Toàn bộ, trừ phần nêu riêng',
  recalled: '(chưa đối chiếu)',
  children: 'Cơ quan trực thuộc',
  communes: (count: number) => `${count} ủy ban nhân dân xã, phường, đặc khu`,
  allChildren: 'Tìm trong các cơ quan trực thuộc',
}

const en: typeof vi = {
  agencies: 'State agencies',
  description: (name) => `${name}: codes, agencies above and below, contact, procedures.`,
  facts: 'Facts',
  code: 'Agency code',
  codeV1: '13-character code (older spelling)',
  noCode: 'No code has been published',
  unchecked: 'Not yet checked against the original document',
  kind: 'Kind',
  level: 'Level',
  parent: 'Under',
  unit: 'Administrative unit',
  status: 'Status',
  formerNames: 'Former names',
  until: (day) => `until ${day}`,
  dissolvedOn: (day) => `This agency ceased to exist on ${day}`,
  now: 'Now:',
  parts: 'Part of its duties went to:',
  contact: 'Contact',
  address: 'Address',
  phone: 'Telephone',
  email: 'E-mail',
  website: 'Website',
  noContact: 'There is no contact information for this agency yet.',
  officeHours: 'Office hours',
  days: (from, to) => (from === to ? dayEn(from) : `${dayEn(from)} to ${dayEn(to)}`),
  noOfficeHours: 'The office hours of this agency are not known yet.',
  offToday: (day) => `Today, ${day}, the agency is closed.`,
  makeUpToday: (day) => `Today, ${day}, is a make-up working day.`,
  hoursNote: 'These are the common office hours, unless the agency has published its own.',
  desk: 'Where to file',
  deskOfCommune:
    'Dossiers of the commune level are received at the public service centre of the commune, or online (Decree 118/2025/NĐ-CP).',
  deskOfProvince:
    'Dossiers of the provincial level are received at the public service centre of the province, or online (Decree 118/2025/NĐ-CP).',
  procedures: 'Procedures',
  ownProcedures: 'Procedures published by this agency',
  levelProcedures: {
    ministry: 'Procedures of the central level',
    province: 'Procedures of the provincial level',
    commune: 'Procedures of the commune level',
  },
  history: 'Mergers and succession',
  becameOf: 'Duties went to',
  tookOver: 'Took over from',
  columns: { agency: 'Agency', on: 'From', scope: 'Part of the duties', source: 'Legal basis' },
  whole: 'All that is not named elsewhere',
  recalled: '(not yet checked)',
  children: 'Agencies below',
  communes: (count) => `${count} people’s committees of communes, wards and special zones`,
  allChildren: 'Search the agencies below',
}

export type AgencyText = typeof vi
export const words: Words<AgencyText> = { vi, en }
