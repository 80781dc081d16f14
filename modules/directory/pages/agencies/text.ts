import type { Words } from '#platform/lang'

const vi = {
  title: 'Cơ quan nhà nước',
  titleOf: (q: string) => `Cơ quan: kết quả cho “${q}”`,
  description: 'Bộ, ngành, ủy ban nhân dân các cấp: mã định danh, liên hệ, cơ quan kế thừa sau sắp xếp.',
  search: 'Tìm cơ quan',
  hint: 'Tên, tên viết tắt hoặc mã định danh. Ví dụ: Bộ Tài chính, BTC, UBND phường Ba Đình, H21.17',
  ministries: 'Bộ và cơ quan ngang bộ',
  otherCentral: 'Cơ quan khác ở trung ương',
  provinces: 'Tỉnh, thành phố',
  provincesLead: 'Ủy ban nhân dân 34 tỉnh, thành phố. Mở một tỉnh để xem sở, ngành và các xã, phường.',
  dissolved: 'Cơ quan đã kết thúc hoạt động',
  dissolvedLead:
    'Hồ sơ, giấy tờ cũ còn mang tên và mã của các cơ quan này. Mã không cấp lại cho cơ quan khác.',
  dissolvedOpen: (count: number) => `Xem ${count} cơ quan và cơ quan kế thừa`,
  columns: { agency: 'Cơ quan', code: 'Mã', now: 'Nay là' },
  now: 'Nay là',
  part: '(một phần nhiệm vụ)',
  results: 'Kết quả',
  filters: 'Lọc kết quả',
  kind: 'Loại cơ quan',
  status: 'Tình trạng',
  under: 'Trực thuộc',
  level: 'Cấp',
  found: (count: string) => `${count} cơ quan`,
  none: 'Không tìm thấy cơ quan nào',
  noneWhy: 'Hãy thử ít từ hơn, bỏ bớt bộ lọc, hoặc gõ tên tỉnh, xã, phường nơi có cơ quan.',
  near: 'Có thể bạn muốn tìm',
  all: 'Xem tất cả cơ quan',
  unitFinder: 'Tìm xã, phường theo tên cũ',
}

const en: typeof vi = {
  title: 'State agencies',
  titleOf: (q) => `Agencies: results for “${q}”`,
  description:
    'Ministries and people’s committees of every level: codes, contacts, successors after mergers.',
  search: 'Find an agency',
  hint: 'A name, a short form or a code. For example: Ministry of Finance, BTC, UBND phường Ba Đình, H21.17',
  ministries: 'Ministries and ministerial-level agencies',
  otherCentral: 'Other central agencies',
  provinces: 'Provinces and cities',
  provincesLead:
    'The people’s committees of 34 provinces and cities. Open one to see its departments and communes.',
  dissolved: 'Agencies that no longer exist',
  dissolvedLead:
    'Older dossiers and papers carry their names and codes. A code is never given to another agency.',
  dissolvedOpen: (count) => `Show ${count} agencies and what they are now`,
  columns: { agency: 'Agency', code: 'Code', now: 'Now' },
  now: 'Now',
  part: '(part of the duties)',
  results: 'Results',
  filters: 'Filter the results',
  kind: 'Kind of agency',
  status: 'Status',
  under: 'Under',
  level: 'Level',
  found: (count) => `${count} agencies`,
  none: 'No agency was found',
  noneWhy: 'Try fewer words, take filters off, or type the name of the province or commune.',
  near: 'You may be looking for',
  all: 'Show all agencies',
  unitFinder: 'Find a commune by its former name',
}

export type AgenciesText = typeof vi
export const words: Words<AgenciesText> = { vi, en }
