import type { Words } from '#platform/lang'

const vi = {
  title: 'Tra cứu hồ sơ',
  description: 'Tra cứu tình trạng hồ sơ bằng mã hồ sơ ghi trên giấy tiếp nhận và hẹn trả kết quả.',
  label: 'Mã hồ sơ',
  hint: 'Mã ghi trên giấy tiếp nhận hồ sơ và hẹn trả kết quả, trong tin nhắn hoặc thư điện tử.',
  button: 'Tra cứu',
  empty: 'Nhập mã hồ sơ',
  tooLong: 'Mã hồ sơ có nhiều nhất 64 ký tự. Hãy kiểm tra lại mã trên giấy tiếp nhận.',
  strange: 'Mã hồ sơ không chứa ký tự điều khiển hoặc xuống dòng. Hãy gõ lại mã.',
  looks: 'Mã hồ sơ trông như thế nào',
  looksLead: 'Mã gồm mã định danh của cơ quan tiếp nhận, ngày tiếp nhận và số thứ tự trong ngày.',
  columns: { example: 'Ví dụ', agency: 'Cơ quan', day: 'Ngày tiếp nhận', sequence: 'Số thứ tự' },
  names: 'Mã này cho biết',
  code: 'Mã hồ sơ',
  agency: 'Cơ quan tiếp nhận',
  now: 'Nay là',
  unknownAgency: (code: string) => `Mã cơ quan ${code} không có trong danh mục.`,
  agencyAbove: (code: string) => `Mã cơ quan ${code} chưa có trong danh mục. Cơ quan cấp trên:`,
  day: 'Ngày tiếp nhận',
  dayAhead: 'Ngày này còn ở phía trước. Hãy xem lại mã.',
  sequence: 'Số thứ tự',
  display: 'Thông tin trên đọc từ chính mã bạn nhập, không phải từ hồ sơ.',
  notHeld: 'Cổng này không giữ hồ sơ nào mang mã đó',
  notHeldWhy:
    'Có thể mã đã gõ nhầm một ký tự, hoặc cơ quan chưa gửi hồ sơ này vào sổ hồ sơ quốc gia. Hồ sơ của bạn không bị ảnh hưởng.',
  foreign:
    'Mã bạn nhập không có dạng thường gặp. Có thể mã do hệ thống riêng của một cơ quan cấp, cũng có thể đã gõ thiếu hoặc nhầm.',
  ask: 'Hỏi ai về hồ sơ',
  askAgency: 'Hãy hỏi cơ quan tiếp nhận và đọc cho họ mã hồ sơ:',
  askReceipt:
    'Hãy hỏi cơ quan ghi trên giấy tiếp nhận hồ sơ. Giấy này có tên cơ quan, số điện thoại và ngày hẹn trả kết quả.',
  find: 'Tìm cơ quan theo tên',
  noContact: 'Chưa có số điện thoại của cơ quan này trên cổng. Số điện thoại có trên giấy tiếp nhận hồ sơ.',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  website: 'Trang thông tin',
  address: 'Địa chỉ',
}

const en: typeof vi = {
  title: 'Track a dossier',
  description: 'See where a dossier is by the code on your receipt.',
  label: 'Dossier code',
  hint: 'The code on the receipt of your dossier, or in the text message or e-mail about it.',
  button: 'Track',
  empty: 'Enter a dossier code',
  tooLong: 'A dossier code has at most 64 characters. Check the code on your receipt.',
  strange: 'A dossier code holds no control characters or line breaks. Type the code again.',
  looks: 'What a dossier code looks like',
  looksLead: 'It holds the code of the agency that received the dossier, the day, and a number of that day.',
  columns: { example: 'Example', agency: 'Agency', day: 'Received on', sequence: 'Number' },
  names: 'What this code says',
  code: 'Dossier code',
  agency: 'Receiving agency',
  now: 'Now',
  unknownAgency: (code) => `There is no agency with the code ${code} in the directory.`,
  agencyAbove: (code) => `The agency code ${code} is not in the directory yet. The agency above it:`,
  day: 'Received on',
  dayAhead: 'This day is still ahead. Check the code.',
  sequence: 'Number of that day',
  display: 'This was read from the code that you typed, not from a dossier.',
  notHeld: 'This portal holds no dossier with that code',
  notHeldWhy:
    'A sign of the code may be mistyped, or the agency has not sent this dossier to the national register yet. Your dossier is not affected.',
  foreign:
    'The code does not have a usual shape. It may come from an agency’s own system, or a part may be missing or mistyped.',
  ask: 'Who to ask',
  askAgency: 'Ask the agency that received the dossier, and give them the code:',
  askReceipt:
    'Ask the agency named on your receipt. The receipt has its name, its telephone number and the day of the result.',
  find: 'Find an agency by its name',
  noContact: 'The portal has no telephone number of this agency yet. The number is on your receipt.',
  phone: 'Telephone',
  email: 'E-mail',
  website: 'Website',
  address: 'Address',
}

export type TrackText = typeof vi
export const words: Words<TrackText> = { vi, en }
