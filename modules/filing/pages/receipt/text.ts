import type { Words } from '#platform/lang'

const vi = {
  title: 'Biên nhận hồ sơ trực tuyến',
  done: 'Đã nộp hồ sơ',
  code: 'Mã hồ sơ',
  next: 'Tiếp theo',
  nextText: (agency: string, when: string) =>
    `${agency} xem xét tiếp nhận trước ${when}. Sau đó bạn nhận giấy tiếp nhận và ngày hẹn trả kết quả.`,
  received: (when: string) => `Cơ quan đã tiếp nhận và hẹn trả kết quả ${when}.`,
  ask: 'Hỏi ai',
  askText: 'Hỏi cơ quan tiếp nhận, hoặc nhắn tin ngay trong hồ sơ.',
  procedure: 'Thủ tục',
  agency: 'Cơ quan tiếp nhận',
  at: 'Nộp lúc',
  by: 'Người nộp',
  secret: 'Mã bí mật',
  secretHint: 'Ai có mã này xem được lý do và nội dung từng bước mà không cần đăng nhập. Hãy giữ kín.',
  check: 'Mã kiểm tra biên nhận',
  answers: 'Nội dung đã nộp',
  files: 'Tệp đã nhận',
  file: 'Tệp',
  size: 'Kích thước',
  hash: 'SHA-256',
  none: 'Không có tệp nào.',
  pdf: 'Tải biên nhận (PDF)',
  track: 'Theo dõi hồ sơ',
  print: 'In trang này để giữ.',
  verify: 'Kiểm tra biên nhận',
  verifyLead:
    'Nhập mã hồ sơ và mã kiểm tra ghi trên biên nhận để biết biên nhận có đúng do cổng này cấp không.',
  verifyButton: 'Kiểm tra',
  genuine: 'Biên nhận đúng do cổng này cấp',
  genuineText: (when: string, agency: string, count: number) =>
    `Hồ sơ được nhận lúc ${when}, gửi ${agency}, gồm ${count} tệp.`,
  notGenuine: 'Biên nhận không đúng',
  notGenuineText:
    'Cổng này không cấp biên nhận nào có hai mã như vậy. Hãy xem lại từng ký tự; nếu vẫn không đúng, biên nhận có thể đã bị sửa.',
  crumb: 'Hồ sơ của tôi',
  missing: 'Nhập mã hồ sơ và mã kiểm tra',
}

const en: typeof vi = {
  title: 'Receipt of a dossier filed online',
  done: 'Filed',
  code: 'Dossier code',
  next: 'What comes next',
  nextText: (agency, when) =>
    `${agency} takes it up before ${when}. You then get the receipt with the day of the result.`,
  received: (when) => `The agency has received it; the result is due ${when}.`,
  ask: 'Whom to ask',
  askText: 'Ask the receiving agency, or write a message in the dossier.',
  procedure: 'Procedure',
  agency: 'Receiving agency',
  at: 'Filed at',
  by: 'Applicant',
  secret: 'Secret',
  secretHint: 'Whoever has it sees reasons and what each step said without signing in. Keep it to yourself.',
  check: 'Check code',
  answers: 'What was filed',
  files: 'Files received',
  file: 'File',
  size: 'Size',
  hash: 'SHA-256',
  none: 'No files.',
  pdf: 'Download the receipt (PDF)',
  track: 'Follow the dossier',
  print: 'Print this page to keep it.',
  verify: 'Check a receipt',
  verifyLead: 'Type the dossier code and the check code of a receipt to see whether this portal issued it.',
  verifyButton: 'Check',
  genuine: 'This portal issued the receipt',
  genuineText: (when, agency, count) =>
    `The dossier was taken in at ${when}, addressed to ${agency}, with ${count} files.`,
  notGenuine: 'The receipt is not right',
  notGenuineText:
    'This portal issued no receipt with these two codes. Look at each sign; if it is still not right, the receipt may have been altered.',
  crumb: 'My dossiers',
  missing: 'Type the dossier code and the check code',
}

export type ReceiptText = typeof vi
export const words: Words<ReceiptText> = { vi, en }
