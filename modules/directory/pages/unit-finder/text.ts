import type { Words } from '#platform/lang'

const vi = {
  title: 'Đơn vị hành chính xưa và nay',
  titleFor: (q: string) => `${q}: đơn vị hành chính xưa và nay`,
  description:
    'Tra tên hoặc mã của bất kỳ tỉnh, huyện, xã nào, trước hay sau ngày 01/07/2025, và xem nay thuộc đơn vị nào.',
  lead: 'Giấy tờ của bạn ghi tên xã, phường, quận, huyện cũ? Gõ tên, địa chỉ hoặc mã để biết nay thuộc đâu.',
  search: 'Tên, địa chỉ hoặc mã',
  hint: 'Có dấu hay không dấu đều được. Ví dụ: phường 12, gò vấp; Dịch Vọng, Cầu Giấy, Hà Nội; 00166',
  results: 'Kết quả',
  count: (many: number, ignored: string) =>
    `${many} đơn vị khớp với điều bạn gõ.${ignored ? ` Không xét đến: ${ignored}.` : ''}`,
  tooMany: 'Có nhiều đơn vị cùng tên. Gõ thêm tên huyện hoặc tỉnh để thu hẹp.',
  near: 'Không có tên nào đúng như bạn gõ. Đây là tên gần nhất.',
  nothing: (q: string) => `Không tìm thấy “${q}”`,
  nothingHint:
    'Kiểm tra lại chính tả, hoặc chỉ gõ tên xã và tỉnh. Bạn cũng có thể tìm trong danh sách tỉnh bên dưới.',
  suggestions: 'Có phải bạn muốn tìm:',
  browse: 'Xem theo tỉnh, thành phố',
  browseLead: '34 tỉnh, thành phố hiện nay. Con số là số xã, phường, đặc khu.',
  about: 'Điều gì đã thay đổi ngày 01/07/2025',
  aboutText: [
    'Cả nước còn 34 tỉnh, thành phố thay cho 63 (Nghị quyết 202/2025/QH15). Cấp huyện không còn; dưới tỉnh là 3.321 xã, phường và đặc khu thay cho 10.035.',
    'Mã số cũ được dùng lại cho đơn vị khác: mã 52 trước là Bình Định, nay là Gia Lai. Vì vậy mã ở đây luôn đi cùng thời gian.',
  ],
  current: 'Hiện nay',
  past: 'Trước đây',
  code: (code: string) => `mã ${code}`,
  noCode: 'đã nhập vào đơn vị khác trước ngày 01/07/2025',
  since: (day: string) => `từ ${day}`,
  until: (day: string) => `đến hết ${day}`,
  is: 'Nay là',
  belongs: 'Nay thuộc',
  isCurrent: 'Đây là đơn vị hành chính hiện nay.',
  divided: (many: number) => `Địa bàn đã chia về ${many} đơn vị. Hãy đối chiếu với thôn, tổ dân phố của bạn:`,
  district: (many: number) =>
    `Cấp huyện không còn từ 01/07/2025. Địa bàn nay thuộc ${many} xã, phường, đặc khu:`,
  andMore: (many: number) => `và ${many} nơi nữa`,
}

const en: typeof vi = {
  title: 'Territorial units, past and present',
  titleFor: (q) => `${q}: territorial units, past and present`,
  description:
    'Look up the name or code of any province, district or commune, before or after 1 July 2025, and see what it belongs to today.',
  lead: 'Do your papers name a former commune, ward or district? Type the name, the address or the code to see what it is today.',
  search: 'Name, address or code',
  hint: 'With or without accents. For example: phuong 12, go vap; Dịch Vọng, Cầu Giấy, Hà Nội; 00166',
  results: 'Results',
  count: (many, ignored) =>
    `${many} ${many === 1 ? 'unit fits' : 'units fit'} what you typed.${ignored ? ` Not considered: ${ignored}.` : ''}`,
  tooMany: 'Several units share this name. Add the district or the province to narrow it down.',
  near: 'No name is exactly as you typed it. This is the nearest one.',
  nothing: (q) => `“${q}” was not found`,
  nothingHint:
    'Check the spelling, or type only the commune and the province. You can also look in the list of provinces below.',
  suggestions: 'Did you mean:',
  browse: 'Browse by province',
  browseLead: 'The 34 provinces and cities of today, with their number of communes.',
  about: 'What changed on 1 July 2025',
  aboutText: [
    'There are 34 provinces and cities instead of 63 (Resolution 202/2025/QH15). The district level is gone; below the province are 3,321 communes, wards and special zones instead of 10,035.',
    'Old codes were given to other units: 52 was Bình Định and is now Gia Lai. That is why a code here always comes with its time.',
  ],
  current: 'Today',
  past: 'Past',
  code: (code) => `code ${code}`,
  noCode: 'merged into another unit before 1 July 2025',
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  is: 'Now',
  belongs: 'Now part of',
  isCurrent: 'This is a unit of today.',
  divided: (many) => `Its land went to ${many} units. Compare with your hamlet or residential group:`,
  district: (many) => `There are no districts since 1 July 2025. Its land now belongs to ${many} communes:`,
  andMore: (many) => `and ${many} more`,
}

export type UnitFinderText = typeof vi
export const words: Words<UnitFinderText> = { vi, en }
