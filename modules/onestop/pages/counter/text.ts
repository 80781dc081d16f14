import type { Words } from '#platform/lang'

const vi = {
  title: 'Tiếp nhận tại quầy',
  queue: 'Một cửa',
  lead: 'Nhận hồ sơ giấy của người đang có mặt, hoặc gửi qua bưu chính. Hồ sơ được tiếp nhận và hẹn trả ngay.',
  code: 'Mã thủ tục',
  codeHint: 'Ví dụ: 1.001193. Tìm theo tên ở trang Thủ tục.',
  open: 'Mở biểu mẫu',
  who: 'Người nộp',
  name: 'Họ, chữ đệm, tên hoặc tên tổ chức',
  personalId: 'Số định danh cá nhân hoặc mã số thuế',
  personalIdHint: 'Nếu người nộp đã có tài khoản, hồ sơ sẽ hiện trong tài khoản đó.',
  kind: 'Người nộp là',
  kinds: { person: 'Cá nhân', organization: 'Tổ chức' },
  channel: 'Nhận qua',
  channels: { desk: 'Quầy', post: 'Bưu chính' },
  limit: 'Thời hạn giải quyết áp dụng',
  save: 'Tiếp nhận và in giấy hẹn',
  nameMissing: 'Hãy ghi tên người nộp.',
  unknown: 'Không có thủ tục nào mang mã này ở cơ quan của bạn.',
  check: 'Có nội dung mới cần trả lời. Xem các phần có lỗi bên dưới.',
  printNow: 'In giấy tiếp nhận và hẹn trả',
}

const en: typeof vi = {
  title: 'Receive at the counter',
  queue: 'One-stop desk',
  lead: 'For papers of somebody who is present, or that came by post. The dossier is received at once, with its due day.',
  code: 'Code of the procedure',
  codeHint: 'For example 1.001193. Find it by name under Procedures.',
  open: 'Open the form',
  who: 'Applicant',
  name: 'Full name, or name of the organization',
  personalId: 'Personal number or tax code',
  personalIdHint: 'Where the applicant has an account, the dossier appears in it.',
  kind: 'The applicant is',
  kinds: { person: 'A person', organization: 'An organization' },
  channel: 'Came by',
  channels: { desk: 'Counter', post: 'Post' },
  limit: 'Time limit that applies',
  save: 'Receive and print the receipt',
  nameMissing: 'Write the name of the applicant.',
  unknown: 'No procedure of your agency has this code.',
  check: 'There are further questions. See the parts with errors below.',
  printNow: 'Print the receipt',
}

export type CounterText = typeof vi
export const words: Words<CounterText> = { vi, en }
